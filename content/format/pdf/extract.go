package pdf

import (
	"math"
	"strings"
	"unicode"
)

// What pdfium tells of a page: its characters with their boxes, the lines drawn
// on it, its links and its tags.

// A Page is what stands on one page, upright, in points from its upper left corner.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Box
	Dots          []Box // small filled marks
	Links         []Link
	Tags          []*Tag
	Pictures      float64 // how much of the page pictures cover, 0 to 1
	Cut           bool    // there was more than we take
}

// A Glyph is a character. Its box is about as high as its size.
type Glyph struct {
	Box
	R     rune
	Base  float64 // its baseline
	Size  float64 // of its font as it is shown; 0 to take the height of the box
	Style Style
	Tag   int  // the marked content it is part of, -1 if none
	Turn  int  // quarters that it is turned, clockwise; -1 for other angles
	Up    bool // its font draws it raised
}

// guessed stands for a space that is not in the file: pdfium has seen one.
const guessed = -1

type Style struct {
	Bold, Italic, Mono bool
	Artifact           bool // the file says that it is no part of the text
}

// A Box is what it covers; Top is less than Bottom.
type Box struct{ Left, Top, Right, Bottom float64 }

func (b Box) width() float64  { return b.Right - b.Left }
func (b Box) height() float64 { return b.Bottom - b.Top }
func (b Box) mid() float64    { return (b.Left + b.Right) / 2 }

func (b Box) join(c Box) Box {
	return Box{min(b.Left, c.Left), min(b.Top, c.Top), max(b.Right, c.Right), max(b.Bottom, c.Bottom)}
}

func (b Box) holds(x, y float64) bool {
	return b.Left <= x && x <= b.Right && b.Top <= y && y <= b.Bottom
}

// A Link leads from a part of the page to an address.
type Link struct {
	Box
	To string
}

// A Tag is an element of the structure that the file says it has: H1, P, TD.
type Tag struct {
	Kind string
	Kids []*Tag
	ID   int // of marked content, for a leaf without Kind
	Span [2]int
}

const (
	mostChars   = 100_000 // of a page
	mostObjects = 50_000
	mostRules   = 5_000
	mostTags    = 20_000
	mostDots    = 500
	mostDeep    = 64
)

// extraction is the work on one page.
type extraction struct {
	*instance
	page, text uint64
	p          *Page
	turn       int // quarters that the page is turned
	left, top  float64
	objects    int
	styles     map[uint64]objectStyle
	fonts      map[uint64]Style
	tags       int
}

type objectStyle struct {
	Style
	tag int
}

// page reads a page, counted from 0.
func (in *instance) page(n int) (p *Page, err error) {
	x := &extraction{instance: in, p: &Page{}, styles: map[uint64]objectStyle{}, fonts: map[uint64]Style{}}
	err = in.within(func() {
		if x.page = in.call("FPDF_LoadPage", in.doc, uint64(n)); x.page == 0 {
			panic(trap{errDamaged})
		}
		x.measure()
		x.text = in.call("FPDFText_LoadPage", x.page)
		if x.text != 0 {
			x.chars()
			in.call("FPDFText_ClosePage", x.text)
		}
		x.drawn(x.page, "FPDFPage_CountObjects", "FPDFPage_GetObject", unit, 0)
		x.links()
		x.structure()
		in.call("FPDF_ClosePage", x.page)
	})
	return x.p, err
}

// measure finds where the page begins, how it is turned and how large it is.
func (x *extraction) measure() {
	x.turn = x.number("FPDFPage_GetRotation", x.page) & 3
	x.call("FPDF_GetPageBoundingBox", x.page, x.ptr(0))
	l, t, r, b := x.float(0), x.float(4), x.float(8), x.float(12)
	x.left, x.top = l, t
	x.p.Width, x.p.Height = math.Abs(r-l), math.Abs(t-b)
	if x.turn&1 == 1 {
		x.p.Width, x.p.Height = x.p.Height, x.p.Width
	}
}

// place is where a point of the page's space is on the page as it is shown.
func (x *extraction) place(px, py float64) (float64, float64) {
	px, py = px-x.left, x.top-py
	switch x.turn {
	case 1:
		return x.p.Width - py, px
	case 2:
		return x.p.Width - px, x.p.Height - py
	case 3:
		return py, x.p.Height - px
	}
	return px, py
}

func (x *extraction) box(l, t, r, b float64) Box {
	l, t = x.place(l, t)
	r, b = x.place(r, b)
	return Box{min(l, r), min(t, b), max(l, r), max(t, b)}
}

// chars reads the characters.
func (x *extraction) chars() {
	n := x.number("FPDFText_CountChars", x.text)
	if n > mostChars {
		n, x.p.Cut = mostChars, true
	}
	x.p.Glyphs = make([]Glyph, 0, max(n, 0))
	var object uint64
	var look objectStyle
	turn, size := 0, 0.0
	for i := range max(n, 0) {
		at := uint64(i)
		r := rune(x.number("FPDFText_GetUnicode", x.text, at))
		switch r {
		case ' ', '\r', '\n':
			if x.number("FPDFText_IsGenerated", x.text, at) == 1 {
				if r == ' ' {
					x.p.Glyphs = append(x.p.Glyphs, Glyph{R: guessed, Turn: turn, Tag: -1})
				}
				continue
			}
		case 2, 0xFFFE: // a hyphen at the end of a line
			r = '-'
		case 0:
			r = unicode.ReplacementChar // the font does not say which character it is
		}
		if o := x.call("FPDFText_GetTextObject", x.text, at); o != object {
			object, look = o, x.look(o)
			turn = x.turned(at)
			size = x.size(o, at)
		}
		if x.call("FPDFText_GetLooseCharBox", x.text, at, x.ptr(0)) == 0 {
			continue
		}
		g := Glyph{R: r, Box: x.box(x.float(0), x.float(4), x.float(8), x.float(12)), Style: look.Style, Tag: look.tag, Turn: turn}
		if h := min(g.width(), g.height()); size > 0.5*h && size < 2.5*max(g.width(), g.height()) {
			g.Size = size
		}
		if x.call("FPDFText_GetCharOrigin", x.text, at, x.ptr(0), x.ptr(8)) != 0 {
			var ox, oy float64
			if ox, oy = x.place(x.double(0), x.double(8)); g.Turn&1 == 1 {
				oy = ox
			}
			g.Base = oy
		}
		if r >= '0' && r <= '9' && turn == 0 {
			g.Up = x.drawnUp(at, &g)
		}
		if !g.finite() {
			continue
		}
		x.p.Glyphs = append(x.p.Glyphs, g)
	}
}

// drawnUp reports whether a digit is one of those that fonts have for the marks of
// notes: it is as large as the text and stands on its line, but what is drawn of it
// does not reach down there.
func (x *extraction) drawnUp(at uint64, g *Glyph) bool {
	if x.call("FPDFText_GetCharBox", x.text, at, x.ptr(0), x.ptr(8), x.ptr(16), x.ptr(24)) == 0 {
		return false
	}
	b := x.box(x.double(0), x.double(24), x.double(8), x.double(16))
	return b.height() > 0.25*g.height() && b.height() < 0.6*g.height() && g.Base-b.Bottom > 0.2*g.height()
}

// size is that of the font of a text object as it is shown. The file says it before
// scaling, often as 1.
func (x *extraction) size(o, at uint64) float64 {
	if o == 0 || x.call("FPDFTextObj_GetFontSize", o, x.ptr(0)) == 0 {
		return 0
	}
	size := x.float(0)
	if x.call("FPDFText_GetMatrix", x.text, at, x.ptr(0)) == 0 {
		return 0
	}
	return math.Abs(size) * math.Hypot(x.float(8), x.float(12))
}

func (g Glyph) finite() bool {
	for _, f := range [...]float64{g.Left, g.Top, g.Right, g.Bottom, g.Base, g.Size} {
		if math.IsNaN(f) || math.Abs(f) > 1e6 {
			return false
		}
	}
	return true
}

// turned says how a character is turned on the page as it is shown.
func (x *extraction) turned(at uint64) int {
	x.call("FPDFText_GetCharAngle", x.text, at)
	angle := float64(math.Float32frombits(uint32(x.stack[0]))) * 180 / math.Pi
	q := math.Round(angle / 90)
	if math.IsNaN(angle) || math.Abs(angle-q*90) > 3 {
		return -1
	}
	// pdfium counts against the clock, the page is turned with it
	return ((x.turn-int(q))%4 + 4) % 4
}

// look is the style of a text object.
func (x *extraction) look(o uint64) objectStyle {
	if o == 0 {
		return objectStyle{tag: -1}
	}
	if s, ok := x.styles[o]; ok {
		return s
	}
	font := x.call("FPDFTextObj_GetFont", o)
	s, ok := x.fonts[font]
	if !ok {
		s = x.font(font)
		x.fonts[font] = s
	}
	out := objectStyle{Style: s, tag: x.number("FPDFPageObj_GetMarkedContentID", o)}
	if x.number("FPDFTextObj_GetTextRenderMode", o) == 2 {
		out.Bold = true // filled and stroked: bold for those who have no bold
	}
	for i := range min(x.number("FPDFPageObj_CountMarks", o), 8) {
		mark := x.call("FPDFPageObj_GetMark", o, uint64(i))
		if mark != 0 && x.call("FPDFPageObjMark_GetName", mark, x.ptr(64), 256, x.ptr(0)) != 0 {
			name := string(x.out(64, min(le32(x.out(0, 4)), 64)))
			if strings.HasPrefix(strings.ReplaceAll(name, "\x00", ""), "Artifact") {
				out.Artifact = true
			}
		}
	}
	x.styles[o] = out
	return out
}

func le32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// font reads a look from the name of a font, then from what it says of itself:
// many say nothing, and some call every font bold.
func (x *extraction) font(f uint64) Style {
	if f == 0 {
		return Style{}
	}
	s := styleOf(x.narrow("FPDFFont_GetBaseFontName", f))
	flags := x.number("FPDFFont_GetFlags", f)
	s.Italic = s.Italic || flags > 0 && flags&(1<<6) != 0
	s.Bold = s.Bold || flags > 0 && flags&(1<<18) != 0
	s.Mono = s.Mono || flags > 0 && flags&1 != 0
	return s
}

// styleOf reads the look in the name of a font.
//
//	catches: ABCDEF+Arial-BoldMT   Calibri,BoldItalic   CMBX12   CMTI10   Roboto-Medium no
func styleOf(name string) (s Style) {
	if len(name) > 7 && name[6] == '+' {
		name = name[7:]
	}
	low := strings.ToLower(name)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(low, w) {
				return true
			}
		}
		return false
	}
	s.Bold = has("bold", "black", "heavy", "demi") || strings.HasPrefix(low, "cmbx") || strings.HasPrefix(low, "sfbx") || strings.HasPrefix(low, "cmssbx")
	s.Italic = has("italic", "oblique") || strings.HasPrefix(low, "cmti") || strings.HasPrefix(low, "sfti") || strings.HasPrefix(low, "cmsl") || strings.HasPrefix(low, "cmbxti")
	s.Mono = has("courier", "mono", "consol") || strings.HasPrefix(low, "cmtt")
	return s
}

// matrix places what is drawn within a form.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// within is m done within n.
func (m matrix) within(n matrix) matrix {
	a, b := n.at(m[0], m[1])
	c, d := n.at(m[2], m[3])
	e, f := n.at(m[4], m[5])
	return matrix{a - n[4], b - n[5], c - n[4], d - n[5], e, f}
}

func (x *extraction) matrix(o uint64) matrix {
	if x.call("FPDFPageObj_GetMatrix", o, x.ptr(0)) == 0 {
		return unit
	}
	var m matrix
	for i := range m {
		m[i] = x.float(uint32(4 * i))
	}
	return m
}

// drawn reads the lines and pictures among the objects of a page or a form.
func (x *extraction) drawn(of uint64, count, get string, m matrix, depth int) {
	for i := range max(x.number(count, of), 0) {
		if x.objects++; x.objects > mostObjects {
			return
		}
		o := x.call(get, of, uint64(i))
		if o == 0 {
			continue
		}
		switch x.number("FPDFPageObj_GetType", o) {
		case 2:
			x.path(o, m)
		case 3:
			if b, ok := x.bounds(o, m); ok && x.p.Width*x.p.Height > 0 {
				x.p.Pictures += b.width() * b.height() / (x.p.Width * x.p.Height)
			}
		case 5:
			if depth < 4 {
				x.drawn(o, "FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", x.matrix(o).within(m), depth+1)
			}
		}
	}
}

func (x *extraction) bounds(o uint64, m matrix) (Box, bool) {
	if x.call("FPDFPageObj_GetBounds", o, x.ptr(0), x.ptr(4), x.ptr(8), x.ptr(12)) == 0 {
		return Box{}, false
	}
	l, b := m.at(x.float(0), x.float(4))
	r, t := m.at(x.float(8), x.float(12))
	return x.box(l, t, r, b), true
}

// thin is how thick a line may be.
const thin = 3

// path adds the lines of a path: it is one, or the edges of a box are.
func (x *extraction) path(o uint64, m matrix) {
	if len(x.p.Rules) > mostRules {
		return
	}
	b, ok := x.bounds(o, m)
	if !ok || math.IsNaN(b.width()+b.height()) {
		return
	}
	if isDot(b) && len(x.p.Dots) < mostDots {
		x.p.Dots = append(x.p.Dots, b)
	}
	if b.width() < 4 && b.height() < 4 {
		return
	}
	if b.width() <= thin || b.height() <= thin {
		x.p.Rules = append(x.p.Rules, b)
		return
	}
	x.call("FPDFPath_GetDrawMode", o, x.ptr(0), x.ptr(4))
	if le32(x.out(4, 4)) == 0 {
		return // filled, not drawn: a shade
	}
	own := x.matrix(o).within(m)
	var fromX, fromY, startX, startY float64
	for i := range min(x.number("FPDFPath_CountSegments", o), 2000) {
		s := x.call("FPDFPath_GetPathSegment", o, uint64(i))
		if s == 0 || x.call("FPDFPathSegment_GetPoint", s, x.ptr(0), x.ptr(4)) == 0 {
			return
		}
		px, py := x.place(own.at(x.float(0), x.float(4)))
		switch x.number("FPDFPathSegment_GetType", s) {
		case 0: // a line
			x.rule(fromX, fromY, px, py)
		case 2:
			startX, startY = px, py
		}
		fromX, fromY = px, py
		if x.call("FPDFPathSegment_GetClose", s) != 0 {
			x.rule(fromX, fromY, startX, startY)
		}
	}
}

func (x *extraction) rule(ax, ay, bx, by float64) {
	b := Box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
	if (b.width() <= thin) != (b.height() <= thin) && max(b.width(), b.height()) >= 4 {
		x.p.Rules = append(x.p.Rules, b)
	}
}

// links reads the addresses that lie over the page.
func (x *extraction) links() {
	copy(x.out(0, 8), make([]byte, 8))
	for range 2000 {
		if x.call("FPDFLink_Enumerate", x.page, x.ptr(0), x.ptr(4)) == 0 {
			return
		}
		next := le32(x.out(0, 4))
		link := uint64(le32(x.out(4, 4)))
		if x.call("FPDFLink_GetAnnotRect", link, x.ptr(16)) != 0 {
			l := Link{Box: x.box(x.float(16), x.float(20), x.float(24), x.float(28))}
			if a := x.call("FPDFLink_GetAction", link); a != 0 && x.number("FPDFAction_GetType", a) == 3 {
				l.To = x.narrow("FPDFAction_GetURIPath", x.doc, a)
			}
			if l.To != "" {
				x.p.Links = append(x.p.Links, l)
			}
		}
		b := x.out(0, 4)
		b[0], b[1], b[2], b[3] = byte(next), byte(next>>8), byte(next>>16), byte(next>>24)
	}
}

// structure reads the tags of the page.
func (x *extraction) structure() {
	tree := x.call("FPDF_StructTree_GetForPage", x.page)
	if tree == 0 {
		return
	}
	for i := range min(x.number("FPDF_StructTree_CountChildren", tree), mostTags) {
		if e := x.call("FPDF_StructTree_GetChildAtIndex", tree, uint64(i)); e != 0 {
			if t := x.tag(e, 0); t != nil {
				x.p.Tags = append(x.p.Tags, t)
			}
		}
	}
	x.call("FPDF_StructTree_Close", tree)
}

func (x *extraction) tag(e uint64, depth int) *Tag {
	if x.tags++; depth > mostDeep || x.tags > mostTags {
		return nil
	}
	t := &Tag{Kind: x.wide("FPDF_StructElement_GetType", e)}
	if t.Kind == "TD" || t.Kind == "TH" {
		t.Span = [2]int{x.spans(e, "ColSpan"), x.spans(e, "RowSpan")}
	}
	for i := range max(x.number("FPDF_StructElement_CountChildren", e), 0) {
		if x.tags > mostTags {
			break
		}
		if k := x.call("FPDF_StructElement_GetChildAtIndex", e, uint64(i)); k != 0 {
			if k := x.tag(k, depth+1); k != nil {
				t.Kids = append(t.Kids, k)
			}
		} else if id := x.number("FPDF_StructElement_GetChildMarkedContentID", e, uint64(i)); id >= 0 {
			x.tags++
			t.Kids = append(t.Kids, &Tag{ID: id})
		}
	}
	return t
}

// spans is how many columns or rows a cell covers.
func (x *extraction) spans(e uint64, name string) int {
	copy(x.out(512, 16), name+"\x00")
	for i := range min(x.number("FPDF_StructElement_GetAttributeCount", e), 8) {
		a := x.call("FPDF_StructElement_GetAttributeAtIndex", e, uint64(i))
		if a == 0 {
			continue
		}
		v := x.call("FPDF_StructElement_Attr_GetValue", a, x.ptr(512))
		if v != 0 && x.call("FPDF_StructElement_Attr_GetNumberValue", v, x.ptr(0)) != 0 {
			return min(max(int(x.float(0)), 1), mostSpan)
		}
	}
	return 1
}

// mostSpan is how many columns or rows a cell may cover.
const mostSpan = 64
