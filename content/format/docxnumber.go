package format

import (
	"strconv"
	"strings"

	"readout/content/clean"
)

// Numbering: each level of an abstract numbering has a form, which prints the
// counters of the levels above it too. Lists that share one count on together,
// unless one says where it starts.

type numbering struct {
	abstract map[string]*abstractNum
	nums     map[string]*num
	counts   map[*abstractNum]*[9]int // what was printed last, 0 for nothing yet
	links    map[string]string        // of styles to abstract numberings
}

type abstractNum struct {
	levels [9]numLevel
	link   string
}

type num struct {
	abstract *abstractNum
	levels   [9]*numLevel // that it has of its own
	starts   [9]int       // -1 for none
	used     bool
}

type numLevel struct {
	start   int
	form    string
	text    string
	legal   bool
	restart int // the level after which it starts again, -1 for any above it
	style   string
	left    int
	set     bool
}

func readNumbering(x *xmlReader) *numbering {
	n := &numbering{map[string]*abstractNum{}, map[string]*num{}, map[*abstractNum]*[9]int{}, map[string]string{}}
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:abstractNum":
			a := &abstractNum{}
			id := x.attr("w:abstractNumId")
			x.children(func() {
				switch x.name {
				case "w:styleLink":
					n.links[x.attr("w:val")] = id
				case "w:numStyleLink":
					a.link = x.attr("w:val")
				case "w:lvl":
					i, l := readLevel(x)
					a.levels[i] = l
				}
			})
			n.abstract[id] = a
		case "w:num":
			m := &num{starts: [9]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}}
			id := x.attr("w:numId")
			x.children(func() {
				switch x.name {
				case "w:abstractNumId":
					m.abstract = n.abstract[x.attr("w:val")]
				case "w:lvlOverride":
					i := number(x.attr("w:ilvl"), 8)
					x.children(func() {
						switch x.name {
						case "w:startOverride":
							m.starts[i] = number(x.attr("w:val"), 1<<30)
						case "w:lvl":
							_, l := readLevel(x)
							m.levels[i] = &l
						}
					})
				}
			})
			n.nums[id] = m
		}
	}
	for _, m := range n.nums {
		if m.abstract != nil && m.abstract.link != "" {
			if a := n.abstract[n.links[m.abstract.link]]; a != nil {
				m.abstract = a
			}
		}
	}
	return n
}

func readLevel(x *xmlReader) (int, numLevel) {
	i := number(x.attr("w:ilvl"), 8)
	l := numLevel{start: 0, form: "decimal", restart: -1, set: true}
	x.children(func() {
		switch x.name {
		case "w:start":
			l.start = number(x.attr("w:val"), 1<<30)
		case "w:numFmt":
			l.form = x.attr("w:val")
		case "w:lvlText":
			l.text = clean.String(x.attr("w:val"))
		case "w:isLgl":
			l.legal = x.on()
		case "w:lvlRestart":
			l.restart = number(x.attr("w:val"), 9)
		case "w:pStyle":
			l.style = x.attr("w:val")
		case "w:pPr":
			x.children(func() {
				if x.name == "w:ind" {
					l.left = indent(x)
				}
			})
		}
	})
	return i, l
}

func (n *numbering) level(m *num, i int) *numLevel {
	if m.levels[i] != nil {
		return m.levels[i]
	}
	return &m.abstract.levels[i]
}

// ofStyle is the level that a numbering has for a style, -1 if none.
func (n *numbering) ofStyle(id, style string) int {
	m := n.nums[id]
	if m == nil || m.abstract == nil {
		return -1
	}
	for i := range 9 {
		if n.level(m, i).style == style {
			return i
		}
	}
	return -1
}

// A printed number is what stands before a paragraph.
type printed struct {
	text   string // "" for a bullet
	bullet bool
	plain  bool // an Arabic number and a stop or a parenthesis
	left   int
}

// next counts a paragraph and prints its number. It reports false for one that
// has no numbering after all.
func (n *numbering) next(id string, i int) (printed, bool) {
	m := n.nums[id]
	if m == nil || m.abstract == nil {
		return printed{}, false
	}
	a := m.abstract
	c := n.counts[a]
	if c == nil {
		c = new([9]int)
		for k := range c {
			c[k] = -1
		}
		n.counts[a] = c
	}
	if !m.used {
		m.used = true
		for k, s := range m.starts {
			if s >= 0 {
				c[k] = -1 // it starts again
			}
		}
	}
	l := n.level(m, i)
	if !l.set {
		return printed{bullet: true}, true
	}
	start := func(k int) int {
		if m.starts[k] >= 0 {
			return m.starts[k]
		}
		return n.level(m, k).start
	}
	for k := range i { // a level that was left out counts as one that was there
		if c[k] < 0 && n.level(m, k).set {
			c[k] = start(k)
		}
	}
	if c[i] < 0 {
		c[i] = start(i)
	} else {
		c[i]++
	}
	for k := i + 1; k < 9; k++ {
		if r := n.level(m, k).restart; r < 0 || r > 0 && i < r {
			c[k] = -1
		}
	}
	if l.form == "bullet" {
		return printed{bullet: true, left: l.left}, true
	}
	var b strings.Builder
	for k := 0; k < len(l.text); k++ {
		if l.text[k] == '%' && k+1 < len(l.text) && l.text[k+1] >= '1' && l.text[k+1] <= '9' {
			j := int(l.text[k+1] - '1')
			v := c[j]
			if v < 0 {
				v = start(j)
			}
			form := n.level(m, j).form
			if l.legal && form != "none" {
				form = "decimal"
			}
			b.WriteString(counted(v, form))
			k++
			continue
		}
		b.WriteByte(l.text[k])
	}
	text := strings.TrimSpace(b.String())
	if text == "" {
		return printed{left: l.left}, false
	}
	plain := (l.form == "decimal" || l.legal) && l.text == "%"+strconv.Itoa(i+1)+l.text[len(l.text)-1:] && strings.ContainsAny(l.text[2:], ".)")
	return printed{text: text, plain: plain, left: l.left}, true
}

// counted writes a number in one of the forms that Word has.
func counted(v int, form string) string {
	switch form {
	case "none", "bullet":
		return ""
	case "upperRoman":
		return strings.ToUpper(roman(v))
	case "lowerRoman":
		return roman(v)
	case "upperLetter":
		return strings.ToUpper(lettered(v))
	case "lowerLetter":
		return lettered(v)
	case "decimalZero":
		if v < 10 {
			return "0" + strconv.Itoa(v)
		}
	case "ordinal":
		return strconv.Itoa(v) + ordinalEnd(v)
	case "cardinalText", "ordinalText":
		if s := spelled(v, form == "ordinalText"); s != "" {
			return s
		}
	}
	return strconv.Itoa(v)
}

func roman(v int) string {
	if v <= 0 || v >= 4000 {
		return strconv.Itoa(v)
	}
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for v >= d.v {
			b.WriteString(d.s)
			v -= d.v
		}
	}
	return b.String()
}

// lettered counts a to z, then aa, bb.
func lettered(v int) string {
	if v <= 0 || v > 26*30 {
		return strconv.Itoa(v)
	}
	return strings.Repeat(string(rune('a'+(v-1)%26)), (v-1)/26+1)
}

func ordinalEnd(v int) string {
	if v/10%10 != 1 {
		switch v % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

func spelled(v int, ordinal bool) string {
	cardinals := [...]string{"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}
	ordinals := [...]string{"", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth"}
	switch {
	case v <= 0 || v >= len(cardinals):
		return ""
	case ordinal:
		return ordinals[v]
	}
	return cardinals[v]
}
