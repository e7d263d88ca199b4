package format

import (
	"bytes"
	"cmp"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// RTF is text in groups, with words that begin with a backslash and hold for what
// follows in the group. Groups that are no text (pictures, fonts, what no reader
// knows) are skipped; others hold a flow of their own: a note, a text box, a
// header (rtfflow.go), with tables (rtftable.go) and lists (rtflist.go). What the words
// mean is in rtfword.go, tables of characters in rtfchar.go.
type rtf struct {
	in    []byte
	at    int
	out   *Out
	w     *blockWriter
	state rtfState
	stack []rtfState
	flow  *rtfFlow // the one that is open; the body is the last
	given int

	styles  map[int]rtfStyle
	fonts   map[int]rtfFont
	nums    *numbering
	list    rtfList  // that is read
	labels  bool     // the numbers of items stand in the file
	page    string   // the code page of the file
	style   rtfStyle // that is read
	styleN  int
	fontN   int
	bytes   []byte // of a code page, not yet text
	high    rune   // half of a character
	skip    int    // characters that stand for one just read
	text    []byte // of a destination that is no flow
	notes   []odtNote
	count   map[string]int
	author  string
	signed  bool                    // its author is known
	prop    string                  // of a picture, that is read
	box     struct{ on, usual int } // of a form, that is read
	seen    map[string]bool         // lines of margins
	track   tracked
	cut     bool
	line    int // of the file, at counted
	counted int
	came    int // where the bytes of a code page began
}

// rtfState is what holds in a group.
type rtfState struct {
	to      rtfTo
	look    look
	hidden  bool
	deleted bool
	link    string
	font    int
	uc      int
	was     rtfTo    // before text that stands twice
	star    bool     // the next word names a destination that may be skipped
	inner   bool     // rows are said of a table in a cell
	opens   *rtfFlow // the flow that was open before the group
}

// rtfTo is where the text of a group goes.
type rtfTo int

const (
	rtfBody rtfTo = iota
	rtfSkip
	rtfFonts
	rtfStyles
	rtfInfo // one of the properties
	rtfInstr
	rtfLabel // the number of an item
	rtfAuthor
	rtfLists    // the table of lists and that of what overrides it
	rtfLevel    // how the number of a level is written
	rtfForm     // a field to fill in
	rtfPict     // a picture, of which only properties are read
	rtfProp     // one of them
	rtfPropName // what it is called
	rtfPropSays // what it says
	rtfTwice    // text that stands again behind it, in Unicode
)

// rtfFont is a font, by its code page; what has pictures for letters by its name.
type rtfFont struct{ page, symbols string }

const deepestRTF = 1000

func isRtf(raw []byte) bool { return bytes.HasPrefix(raw, []byte(`{\rtf`)) }

func readRtf(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	if !isRtf(raw) {
		return nil, errors.New("it is no rich text (RTF), whatever it is called; open it without --as")
	}
	r := &rtf{in: raw, out: o, styles: map[int]rtfStyle{}, fonts: map[int]rtfFont{}, page: "1252", count: map[string]int{}, seen: map[string]bool{}}
	r.w = &blockWriter{out: o, name: name, opt: opt}
	r.nums = &numbering{map[string]*abstractNum{}, map[string]*num{}, map[*abstractNum]*[9]int{}, map[string]string{}}
	r.state.uc = 1
	r.flow = &rtfFlow{p: &paragraph{}, props: rtfProps{outline: -1}, give: func(b block) {
		r.given++
		r.w.add(b)
	}}
	return r, nil
}

// Progress counts bytes of the file.
func (r *rtf) Progress() (read, size int64) { return int64(r.at), int64(len(r.in)) }

// Step reads up to the end of the next block.
func (r *rtf) Step() (bool, error) {
	given := r.given
	for n := 0; r.at < len(r.in); n++ {
		if r.given > given || n > 1<<16 {
			return false, nil
		}
		switch c := r.in[r.at]; c {
		case '{':
			r.at++
			r.decode()
			if len(r.stack) >= deepestRTF {
				if !r.w.begun {
					return true, errors.New("its groups are more than " + strconv.Itoa(deepestRTF) + " deep")
				}
				r.cut = true
				return true, r.end()
			}
			r.stack = append(r.stack, r.state)
			r.state.opens, r.state.star = nil, false
			r.skip = 0
			if r.state.to == rtfStyles {
				r.style, r.styleN = rtfStyle{based: -1}, 0
			}
		case '}':
			r.at++
			r.decode()
			if len(r.stack) <= 1 { // what follows the text is none
				r.stack = nil
				r.at = len(r.in)
				break
			}
			r.close()
		case '\\':
			r.at++
			r.control()
		case '\n', '\r', 0:
			r.at++
		default:
			end := r.at + 1
			for end < len(r.in) && r.in[end] != '{' && r.in[end] != '}' && r.in[end] != '\\' && r.in[end] != '\n' && r.in[end] != '\r' && r.in[end] != 0 {
				end++
			}
			r.raw(r.in[r.at:end])
			r.at = end
		}
	}
	r.cut = r.cut || len(r.stack) > 0
	return true, r.end()
}

// raw takes bytes of text.
func (r *rtf) raw(b []byte) {
	if r.skip > 0 {
		n := min(r.skip, len(b))
		r.skip -= n
		b = b[n:]
	}
	if len(b) > 0 && r.state.to != rtfSkip {
		if len(r.bytes) == 0 {
			r.came = r.at
		}
		r.bytes = append(r.bytes, b...)
	}
	if len(r.bytes) > 1<<16 {
		r.decode()
	}
}

// decode makes text of the bytes that have come.
func (r *rtf) decode() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	f := r.fonts[r.state.font]
	if f.symbols != "" {
		r.say(inSymbols(inCodePage(b, "1252"), f.symbols))
	} else {
		r.say(inCodePage(b, cmp.Or(f.page, r.page)))
	}
	r.came = 0
}

// say gives text to where the group's text goes.
func (r *rtf) say(s string) {
	if r.high != 0 {
		r.high = 0
	}
	switch r.state.to {
	case rtfSkip, rtfPict, rtfProp, rtfTwice, rtfForm, rtfLists:
	case rtfBody:
		if !r.state.hidden && !r.state.deleted {
			r.stands()
			r.flow.p.add(textRun{text: s, look: r.state.look, link: r.state.link})
		}
	default:
		if len(r.text) < 1<<16 {
			r.text = append(r.text, s...)
		}
	}
}

// stands notes on which line of the file the words of the paragraph begin.
func (r *rtf) stands() {
	if r.flow.p.line > 0 {
		return
	}
	at := max(r.counted, r.at)
	if r.came > 0 {
		at = max(r.counted, r.came)
	}
	r.line += bytes.Count(r.in[r.counted:at], []byte{'\n'})
	r.counted = at
	r.flow.p.line = r.line + 1
}

// rune takes a character by its number, of which 16 bits come at a time.
func (r *rtf) rune(n int) {
	r.decode()
	c := rune(uint16(n))
	if n > 0xFFFF {
		c = rune(n)
	}
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.high, c)
	}
	f := r.fonts[r.state.font].symbols
	switch {
	case c == utf8.RuneError, c < ' ' && c != '\t':
	case f != "" && (c >= 0xF000 && c < 0xF100 || c < 0x100):
		r.say(inSymbols(string(c), f))
	default:
		r.say(string(c))
	}
	r.high = 0
}

// close ends a group.
func (r *rtf) close() {
	s := r.state
	outer := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.skip = 0
	if s.to != outer.to {
		r.said(s, &outer)
		if s.to != rtfSkip && s.to != rtfForm { // which may stand within a field's instructions
			r.text = r.text[:0]
		}
	} else if len(r.text) > 0 {
		switch s.to {
		case rtfStyles:
			name, _, _ := strings.Cut(string(r.text), ";")
			r.style.name = strings.ToLower(strings.TrimSpace(name))
			if len(r.styles) < 20_000 {
				r.styles[r.styleN] = r.style
			}
			r.text = r.text[:0]
		case rtfFonts:
			r.fontName()
		}
	}
	if s.opens != nil {
		f := r.flow
		f.end(r)
		r.flow = s.opens
		if f.kind == "shptxt" {
			r.flow.boxes = append(r.flow.boxes, f.held...)
		}
	}
	r.state = outer
}

// said takes the text of a destination that ends.
func (r *rtf) said(s rtfState, outer *rtfState) {
	text := string(r.text)
	switch s.to {
	case rtfInstr:
		f := docxField{instr: r.text}
		if strings.Contains(text, "FORMCHECKBOX") {
			on := r.box.on
			if on == 25 { // as it was made
				on = r.box.usual
			}
			f.text = checkBox(on == 1)
		}
		f.run(false)
		if len(r.stack) > 0 && f.link != "" {
			outer.link = f.link
		}
		if f.text != "" && outer.to == rtfBody && !outer.hidden && !outer.deleted {
			r.stands()
			r.flow.p.add(textRun{text: f.text, look: outer.look, link: outer.link})
		}
	case rtfLabel:
		r.labels = true
		if text = line1(text); text != "" {
			r.flow.props.label, r.flow.props.labelled = text, true
		}
	case rtfAuthor:
		r.author = line1(text)
	case rtfInfo:
		if r.author != "creator" || !r.signed { // a second one is who changed it last
			r.w.property(r.author, line1(text))
		}
		r.signed = r.signed || r.author == "creator"
		r.author = ""
	case rtfLevel:
		r.levelText(text)
	case rtfPropName:
		r.prop = strings.TrimSpace(text)
	case rtfPropSays:
		if alt := altText(text); r.prop == "wzDescription" && alt != "" && outer.to == rtfProp {
			r.flow.p.add(textRun{text: alt, alt: true})
		}
	case rtfFonts:
		r.fontName()
	}
}

// fontName takes the name of the font that is read.
func (r *rtf) fontName() {
	name := strings.TrimRight(strings.TrimSpace(string(r.text)), ";")
	r.text = r.text[:0]
	if f, ok := r.fonts[r.fontN]; ok && hasPictures(name) {
		f.symbols = name
		r.fonts[r.fontN] = f
	}
}

// open begins a flow of its own in the group.
func (r *rtf) open(kind string, give func(block)) *rtfFlow {
	f := &rtfFlow{kind: kind, give: give, p: &paragraph{}, props: rtfProps{outline: -1}}
	r.state.inner = false
	r.state.opens = r.flow
	r.state.to, r.state.look, r.state.link, r.state.hidden = rtfBody, 0, "", false
	r.flow = f
	return f
}

func (r *rtf) end() error {
	r.decode()
	for len(r.stack) > 0 {
		r.close()
	}
	r.flow.end(r)
	if len(r.w.held) == 0 && !r.w.begun && len(r.notes) == 0 {
		if r.cut {
			return errCutOff
		}
		return errors.New("there are no words in it")
	}
	r.w.end()
	for _, n := range r.notes {
		r.w.note(n.label, n.blocks)
	}
	if r.cut {
		r.out.Meta.Warnings = append(r.out.Meta.Warnings, "the file is read as far as it goes: it is cut off")
	}
	r.w.changed(r.track)
	return nil
}
