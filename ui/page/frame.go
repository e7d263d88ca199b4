package page

import (
	"strconv"
	"strings"

	"readout/briefing"
)

// A frame is what a container puts beside everything in it: an item's bullet or
// number and the indent under it, a quotation's bar, a note's label.
type frame struct {
	outer *frame
	depth int
	kind  briefing.Kind
	label string // stands on the first line, in place of the indent
	hang  int    // cells of the indent
}

// in puts a frame into outer.
func (outer *frame) in(kind briefing.Kind, label string, hang int) *frame {
	f := &frame{outer: outer, kind: kind, label: label, hang: hang, depth: 1}
	if outer != nil {
		f.depth = outer.depth + 1
	}
	return f
}

func (f *frame) level() int {
	if f == nil {
		return 0
	}
	return f.depth
}

// up returns the frame at a depth on the way out from f; nil for 0.
func (f *frame) up(depth int) *frame {
	for f != nil && f.depth > depth {
		f = f.outer
	}
	return f
}

// common is the depth of the innermost frame that a and b both stand in.
func common(a, b *frame) int {
	d := min(a.level(), b.level())
	a, b = a.up(d), b.up(d)
	for a != b {
		a, b = a.outer, b.outer
	}
	return a.level()
}

// least is how many cells text keeps, however deep it stands.
const least = 10

// side is what stands beside the lines of a part: the frames that it has room
// for, from the outermost in.
type side struct {
	frames      []*frame
	first, rest int // cells beside the first line and beside each after it
	opens       int // labels of frames deeper than this stand on the first line
}

// beside works out what stands beside a part in a measure of width cells.
// Indents are given up from the outermost in until text keeps its least.
func beside(f *frame, opens, width int) side {
	s := side{opens: opens}
	room := max(width-least, 0)
	var kept []*frame
	for ; f != nil; f = f.outer {
		g := *f
		if len(kept) == 0 { // the innermost is always there
			g.hang = min(g.hang, max(room, width/3))
			g.label = clip(g.label, max(room, width/3))
		}
		hang, first := g.hang, g.hang
		if g.depth > opens && g.label != "" {
			first = max(first, labelWidth(g.label))
		}
		if len(kept) > 0 && s.first+first > room {
			break
		}
		s.first, s.rest = s.first+first, s.rest+hang
		kept = append(kept, &g)
	}
	for i := len(kept) - 1; i >= 0; i-- {
		s.frames = append(s.frames, kept[i])
	}
	return s
}

func labelWidth(s string) int { return width(s) }

// draw writes what stands beside one line, the first or a later one, and returns
// how many cells it took.
func (s *side) draw(p *pen, k *Looks, first bool) int {
	cells := 0
	for _, f := range s.frames {
		switch {
		case f.kind == briefing.Quote && k.Linear:
			p.b.WriteString("> "[:min(f.hang, 2)])
			cells += f.hang
		case f.kind == briefing.Quote:
			p.write("▎", over(voice{}, k.Style.BlockQuote.StylePrimitive))
			p.b.WriteString(strings.Repeat(" ", max(f.hang-1, 0)))
			cells += f.hang
		case first && f.depth > s.opens && f.label != "":
			v := over(over(voice{}, k.Style.Document.StylePrimitive), k.Style.Enumeration)
			if f.kind == briefing.Note || strings.HasPrefix(f.label, bullet) {
				v = over(voice{}, k.Style.Item)
			}
			p.write(strings.TrimRight(f.label, " "), v)
			w := width(f.label)
			p.b.WriteString(strings.Repeat(" ", len(f.label)-len(strings.TrimRight(f.label, " "))))
			if w < f.hang {
				p.b.WriteString(strings.Repeat(" ", f.hang-w))
				w = f.hang
			}
			cells += w
		default:
			p.b.WriteString(strings.Repeat(" ", f.hang))
			cells += f.hang
		}
	}
	return cells
}

const bullet = "•"

// itemLabel is what stands before an item: the author's number, right-aligned
// with the others of its list, or a bullet, or a box. Digits is the length of
// the longest number.
func itemLabel(b *briefing.Block, digits int) string {
	label := ""
	if b.Ordered {
		n := strconv.Itoa(b.Start)
		label = strings.Repeat(" ", max(digits-len(n), 0)) + n + string(rune(b.Marker)) + " "
	}
	switch b.Task {
	case ' ':
		return label + "☐ "
	case 'x':
		return label + "☑ "
	}
	if label == "" {
		return bullet + " "
	}
	return label
}
