package ui

import (
	"strings"

	"readout/briefing"
)

// contentsItems are the headings, the section that the reader is in marked.
func contentsItems(d *document) []item {
	var out []item
	top := 6
	for _, s := range d.facts.Sections {
		if !d.isTitle(s.At.Start) {
			top = min(top, s.Level)
		}
	}
	current := -1
	for _, s := range d.facts.Sections {
		if d.isTitle(s.At.Start) {
			continue
		}
		it := item{text: strings.Repeat("  ", s.Level-top) + s.Title, number: s.Paragraph,
			words: s.Head, sentence: s.Head}
		if s.Level <= top { // the top headings are what ] and [ go by
			it.group = s.Title
		} else if n := len(out); n > 0 {
			it.group = out[n-1].group
		}
		if s.Role != briefing.Other {
			it.more = string(s.Role)
			if strings.EqualFold(it.more, s.Title) {
				it.more = ""
			}
		}
		if d.folded[s.At.Start] {
			it.text += " ⋯"
		}
		if s.At.Start <= d.focus.At.Start {
			current = len(out)
		}
		out = append(out, it)
	}
	if current >= 0 {
		out[current].own = true
	}
	return out
}
