package format

import (
	"cmp"
	"strconv"
	"strings"

	"readout/content/clean"
)

type odtStyle struct {
	name, parent string
	level        int
	left         int // indent in twips
	odtSpan
}

// odtSpan is how text looks, as far as a style says.
type odtSpan struct {
	look, off look
	font      string // that has pictures for letters, "-" for another
	hidden    bool
}

// odtList is a list style: what each level prints.
type odtList struct{ levels [10]odtLevel }

type odtLevel struct {
	bullet         bool
	form           string
	prefix, suffix string
	written        string // the whole of it, “Annex %1%.%2%”, where prefix and suffix do not tell
	start, show    int
	left           int
}

// readStyles reads the part with the styles, its headers and footers.
func (d *odt) readStyles() {
	x := d.x
	seen := map[string]bool{}
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "style:style", "text:list-style", "text:outline-style":
			d.style()
		case "style:header", "style:footer", "style:header-first", "style:footer-first", "style:header-left", "style:footer-left":
			d.header = true
			d.blocks(func(b block) { d.w.margin(b, seen) })
			d.header = false
		}
	}
}

// style reads the style that has begun.
func (d *odt) style() {
	x := d.x
	id := x.attr("style:name")
	if x.name != "style:style" {
		l := &odtList{}
		outline := x.name == "text:outline-style"
		x.children(func() {
			i := number(x.attr("text:level"), 10) - 1
			if x.kind != xmlStart || i < 0 {
				return
			}
			v := odtLevel{start: 1, show: 1, bullet: x.local == "list-level-style-bullet" || x.local == "list-level-style-image"}
			v.form, v.prefix, v.suffix = x.attr("style:num-format"), clean.String(x.attr("style:num-prefix")), clean.String(x.attr("style:num-suffix"))
			if s := x.attr("text:start-value"); s != "" {
				v.start = number(s, 1<<30)
			}
			if s := x.attr("text:display-levels"); s != "" {
				v.show = max(1, number(s, 10))
			}
			v.written = clean.String(x.attr("loext:num-list-format"))
			x.children(func() {
				if x.local != "list-level-properties" {
					return
				}
				v.left = twips(x.attr("text:space-before")) + twips(x.attr("text:min-label-width"))
				x.children(func() {
					if x.local == "list-level-label-alignment" {
						v.left = twips(x.attr("fo:margin-left"))
					}
				})
			})
			l.levels[i] = v
		})
		if outline {
			d.outline = l
		} else if len(d.lists) < 20_000 {
			d.lists[id] = l
		}
		return
	}
	s := &odtStyle{name: strings.ToLower(x.attr("style:display-name")), parent: x.attr("style:parent-style-name"), level: number(x.attr("style:default-outline-level"), 9)}
	if s.name == "" {
		s.name = strings.ToLower(strings.ReplaceAll(id, "_20_", " "))
	}
	x.children(func() {
		switch x.name {
		case "style:paragraph-properties":
			s.left = twips(x.attr("fo:margin-left"))
			return
		case "style:text-properties":
		default:
			return
		}
		s.hidden = x.attr("text:display") == "none"
		if s.font = cmp.Or(x.attr("style:font-name"), x.attr("fo:font-family")); s.font != "" && !hasPictures(s.font) {
			s.font = "-"
		}
		set := func(bit look, attr, yes string) {
			switch v := x.attr(attr); {
			case v == "":
			case v == yes || bit == bold && v >= "600" && v <= "900" && len(v) == 3 || bit == strike && v != "none" || bit == raised && strings.HasPrefix(v, "super"):
				s.look |= bit
			default:
				s.off |= bit
			}
		}
		set(bold, "fo:font-weight", "bold")
		set(italic, "fo:font-style", "italic")
		set(strike, "style:text-line-through-style", "solid")
		set(raised, "style:text-position", "super 58%")
	})
	if len(d.styles) < 20_000 {
		d.styles[id] = s
	}
}

// resolve follows the chain of styles of a paragraph.
func (d *odt) resolve(id string) (r struct {
	level, left  int
	title, quote bool
}) {
	for range longestStyleChain {
		s := d.styles[id]
		if s == nil {
			break
		}
		if r.level == 0 {
			r.level = s.level
		}
		if r.left == 0 {
			r.left = s.left
		}
		r.title = r.title || s.name == "title"
		r.quote = r.quote || isQuoteStyle(s.name)
		id = s.parent
	}
	return r
}

// lookOf is the look of a span, and of the paragraph where it has one of its own.
func (d *odt) lookOf(id string) (l odtSpan) {
	for range longestStyleChain {
		s := d.styles[id]
		if s == nil {
			break
		}
		if strings.HasPrefix(s.name, "heading") || s.name == "title" || s.name == "subtitle" {
			break // they are bold as headings are
		}
		l.look |= s.look &^ l.off
		l.off |= s.off &^ l.look
		l.font = cmp.Or(l.font, s.font)
		l.hidden = l.hidden || s.hidden
		id = s.parent
	}
	return l
}

// twips reads a length: 0.5in, 1.27cm, 36pt.
func twips(s string) int {
	for unit, n := range map[string]float64{"in": 1440, "cm": 566.9, "mm": 56.69, "pt": 20, "pc": 240} {
		if v, ok := strings.CutSuffix(s, unit); ok {
			if f, err := strconv.ParseFloat(v, 64); err == nil && f > 0 && f < 1000 {
				return int(f * n)
			}
		}
	}
	return 0
}

// print counts an item and gives its number, "" for a bullet or none.
func (d *odt) print(l *odtList, style string, depth, start int) (number string, plain bool) {
	if l == nil {
		return "", false
	}
	depth = min(depth, 9)
	c := d.counts[style]
	if c == nil {
		c = new([10]int)
		for k := range c {
			c[k] = -1
		}
		d.counts[style] = c
	}
	for k := range depth {
		if c[k] < 0 {
			c[k] = l.levels[k].start
		}
	}
	switch {
	case start >= 0:
		c[depth] = start
	case c[depth] < 0:
		c[depth] = l.levels[depth].start
	default:
		c[depth]++
	}
	for k := depth + 1; k < 10; k++ {
		c[k] = -1
	}
	v := &l.levels[depth]
	if v.bullet || v.form == "" && v.written == "" {
		return "", false
	}
	if v.written != "" {
		number = v.written
		for k := range depth + 1 {
			number = strings.ReplaceAll(number, "%"+strconv.Itoa(k+1)+"%", odtCounted(c[k], l.levels[k].form))
		}
		number = strings.TrimSpace(number)
		return number, v.form == "1" && isPlainNumber(number)
	}
	var b strings.Builder
	b.WriteString(v.prefix)
	for k := max(0, depth-v.show+1); k <= depth; k++ {
		if k > max(0, depth-v.show+1) {
			b.WriteByte('.')
		}
		b.WriteString(odtCounted(c[k], l.levels[k].form))
	}
	b.WriteString(v.suffix)
	number = strings.TrimSpace(b.String())
	return number, v.form == "1" && isPlainNumber(number)
}

func odtCounted(v int, form string) string {
	switch form {
	case "":
		return ""
	case "i":
		return roman(v)
	case "I":
		return strings.ToUpper(roman(v))
	case "a":
		return lettered(v)
	case "A":
		return strings.ToUpper(lettered(v))
	}
	return strconv.Itoa(v)
}
