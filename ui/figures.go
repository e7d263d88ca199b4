package ui

import (
	"fmt"
	"strings"

	"readout/briefing"
)

// figuresItems are people with the role that the text gives them, organisations,
// numbers with what they measure, and unnamed sources. Numbers come first where
// the author's key figures are numbers.
func figuresItems(f *briefing.Facts) []item {
	var people, bodies, numbers, sources []item
	for _, p := range f.People {
		it := item{group: "PEOPLE", text: p.Name, more: p.Role}
		it.number, it.words, it.sentence = standing(p.Evidence)
		it.lights = p.Evidence
		it.box = mentioned(p.Mentions, p.Aliases, p.Basis)
		people = append(people, it)
	}
	for _, o := range f.Organisations {
		it := item{group: "ORGANISATIONS", text: o.Name}
		it.number, it.words, it.sentence = standing(o.Evidence)
		it.lights = o.Evidence
		it.box = mentioned(o.Mentions, o.Aliases, o.Basis)
		bodies = append(bodies, it)
	}
	for _, n := range f.Numbers {
		it := item{group: "NUMBERS", text: n.Text, more: n.About}
		it.number, it.words, it.sentence = standing(n.Evidence)
		it.box = whyNumber(n)
		numbers = append(numbers, it)
	}
	for _, s := range f.Sources {
		it := item{group: "UNNAMED SOURCES", text: "“" + s.Text + "”"}
		it.number, it.words, it.sentence = standing(s.Evidence)
		it.lights = s.Evidence
		it.box = count(s.Mentions, "mention") + "."
		sources = append(sources, it)
	}
	out := append(people, bodies...)
	if f.NumbersFirst() {
		out = append(numbers, out...)
	} else {
		out = append(out, numbers...)
	}
	return append(out, sources...)
}

func mentioned(n int, aliases []string, basis briefing.Basis) string {
	var parts []string
	if n > 0 {
		parts = append(parts, count(n, "mention"))
	}
	if len(aliases) > 0 {
		parts = append(parts, "also “"+strings.Join(aliases, "”, “")+"”")
	}
	s := strings.Join(parts, ", ")
	if s != "" {
		s += ". "
	}
	switch basis {
	case briefing.StatedAs:
		s += "Stated by the author."
	case briefing.Chosen:
		s += "Some mentions could be another's of the same surname: chosen."
	}
	return strings.TrimSpace(s)
}

func whyNumber(n briefing.Number) string {
	s := "“" + n.Text + "”"
	if n.About != "" {
		s += ": " + n.About
	}
	switch {
	case n.Low != n.High:
		s += fmt.Sprintf(" (%s to %s)", plain(n.Low), plain(n.High))
	case n.Qualifier != "":
		s += " (" + n.Qualifier + ")"
	}
	if n.Basis == briefing.StatedAs {
		s += ". Stated by the author"
	}
	return s + "."
}

// plain writes a value with thousands apart.
func plain(v float64) string {
	s := fmt.Sprintf("%.10g", v)
	if strings.ContainsAny(s, ".e") {
		return s
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
