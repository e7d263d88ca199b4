package page

import (
	"hash/fnv"
	"strconv"
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// Words go through Glamour run by run. Prose has its escapes and references
// resolved already, so Glamour is handed base elements, which write a token in a
// style, and not Markdown, which it would read a second time. Where lines end is
// decided before (break.go): Glamour's own wrapping knows no map.

// A voice is the style that words of one kind have before inline markup.
type voice = glamour.StylePrimitive

// over lays the colours and attributes of b over those of a.
func over(a, b voice) voice {
	if b.Color != nil {
		a.Color = b.Color
	}
	if b.BackgroundColor != nil {
		a.BackgroundColor = b.BackgroundColor
	}
	for _, p := range [...]struct{ to, from **bool }{
		{&a.Bold, &b.Bold}, {&a.Faint, &b.Faint}, {&a.Italic, &b.Italic}, {&a.Underline, &b.Underline},
		{&a.CrossedOut, &b.CrossedOut}, {&a.Inverse, &b.Inverse},
	} {
		if *p.from != nil {
			*p.to = *p.from
		}
	}
	return a
}

// voice returns the style of a block's words.
func (k *Looks) voice(b *briefing.Block) voice {
	s := &k.Style
	v := over(voice{}, s.Document.StylePrimitive)
	switch b.Kind {
	case briefing.Heading:
		level := [...]*glamour.StyleBlock{&s.H1, &s.H2, &s.H3, &s.H4, &s.H5, &s.H6}[min(max(b.Level, 1), 6)-1]
		return over(over(v, s.Heading.StylePrimitive), level.StylePrimitive)
	case briefing.Code:
		return over(v, s.CodeBlock.StylePrimitive)
	case briefing.HTML:
		return over(v, s.HTMLBlock.StylePrimitive)
	case briefing.Term:
		return over(v, s.DefinitionTerm)
	}
	return over(v, s.Paragraph.StylePrimitive)
}

// run returns the style of a run in a voice.
func (k *Looks) run(v voice, r briefing.Run) voice {
	s := &k.Style
	if r.Look&briefing.CodeSpan != 0 {
		v = over(v, s.Code.StylePrimitive)
	}
	if r.Look&briefing.Strong != 0 {
		v = over(v, s.Strong)
	}
	if r.Look&briefing.Emphasis != 0 {
		v = over(v, s.Emph)
	}
	if r.Look&briefing.Strike != 0 {
		v = over(v, s.Strikethrough)
	}
	if r.Look&briefing.Image != 0 {
		v = over(v, s.ImageText)
	}
	if r.Link != "" {
		v = over(v, s.LinkText)
	}
	return v
}

// pen writes styled text. It is not safe for two goroutines.
type pen struct {
	b   strings.Builder
	ctx glamour.RenderContext
}

func newPen() *pen { return &pen{ctx: glamour.NewRenderContext(glamour.Options{})} }

// write writes s, which is drawn text, in a style.
func (p *pen) write(s string, v voice) {
	if s == "" {
		return
	}
	if v.Faint != nil && *v.Faint { // Glamour reads it from a style, and forgets it
		p.b.WriteString("\x1b[2m")
		defer p.b.WriteString(ansi.ResetStyle)
	}
	// A base element resolves backslashes; the words keep theirs.
	e := glamour.BaseElement{Token: strings.ReplaceAll(s, `\`, `\\`), Style: v}
	_ = e.Render(&p.b, p.ctx)
}

// link writes s as a link to an address that Address has passed.
func (p *pen) link(s string, v voice, addr, id string) {
	p.b.WriteString(ansi.SetHyperlink(addr, "id="+id))
	p.write(s, v)
	p.b.WriteString(ansi.ResetHyperlink())
}

// linkID tells a terminal which stretches, on which lines, are one link.
func linkID(addr string, pos briefing.Pos) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(addr))
	return strconv.FormatUint(uint64(h.Sum32()), 36) + "p" + strconv.Itoa(int(pos))
}

// take returns what was written and begins anew.
func (p *pen) take() string {
	s := p.b.String()
	p.b.Reset()
	return s
}

// A leafPen draws the lines of one leaf.
type leafPen struct {
	*pen
	looks    *Looks
	leaf     *briefing.Leaf
	voice    voice
	room     int // cells of a line, for the marks
	verbatim bool
	colours  []hue // of code
	column   int   // of the first cell, in a line of code that is scrolled sideways
}

// draw writes one line of the leaf. It notes in spans which cells show what,
// the first of them being cell, and returns the cell behind the last.
func (p *leafPen) draw(c cut, limit, cell int, spans []span) ([]span, int) {
	l := p.leaf
	start := cell
	at, m := c.from, c.mark
	spans = append(spans, span{l, c.from, c.from, cell})
	stretch := func(to int) { // words from at to to
		for k := firstRun(l, at); k < len(l.Runs) && at < to; k++ {
			r := l.Runs[k]
			end := min(r.To, to)
			if end <= at {
				continue
			}
			v := p.voice
			if !p.verbatim {
				v = p.looks.run(v, r)
			}
			addr := ""
			if r.Link != "" {
				addr = Address(r.Link)
			}
			for at < end {
				n := end
				sgr := ""
				for len(p.colours) > 0 && p.colours[0].to <= at {
					p.colours = p.colours[1:]
				}
				if len(p.colours) > 0 {
					n, sgr = min(n, p.colours[0].to), p.colours[0].sgr
				}
				if p.verbatim { // a tab ends a span: it is wider than its byte
					if i := strings.IndexByte(l.Prose[at:n], '\t'); i > 0 {
						n = at + i
					} else if i == 0 {
						n = at + 1
					}
				}
				s := l.Prose[at:n]
				w := width(s)
				if p.verbatim && s == "\t" {
					w = tab(p.column+cell-start, limit)
					s = "    "[:w]
				}
				switch s = drawn(s); {
				case s == "":
				case sgr != "":
					p.b.WriteString(sgr + s + ansi.ResetStyle)
				case addr != "":
					p.link(s, v, addr, linkID(addr, l.Pos(r.From)))
				default:
					p.write(s, v)
				}
				spans[len(spans)-1].to = n
				if p.verbatim && (l.Prose[at] == '\t' || sgr != "") {
					spans = append(spans, span{l, n, n, cell + w})
				}
				cell += w
				at = n
			}
		}
	}
	for ; m < c.marks; m++ {
		mark := l.Marks[m]
		stretch(min(max(mark.At, c.from), c.to))
		text := markText(mark.Label, p.room)
		w := width(text)
		if !markFits(cell-start, w, limit, at > c.from) {
			continue
		}
		p.write(text, over(p.voice, p.looks.faint()))
		cell += w
		if last := &spans[len(spans)-1]; at < c.to && last.from == last.to {
			*last = span{l, at, at, cell}
		} else if at < c.to {
			spans = append(spans, span{l, at, at, cell})
		}
	}
	stretch(c.to)
	return spans, cell
}

// firstRun returns the run that holds byte i of the prose.
func firstRun(l *briefing.Leaf, i int) int {
	lo, hi := 0, len(l.Runs)
	for lo < hi {
		if m := (lo + hi) / 2; l.Runs[m].To <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// faint is the style of what is drawn beside and between words.
func (k *Looks) faint() voice { return over(voice{}, k.Style.HorizontalRule) }
