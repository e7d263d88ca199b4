package ui

import (
	"readout/briefing"
)

// issuesItems are the author's background sections, the matters that the text
// assumes known, and what it does not explain.
func issuesItems(f *briefing.Facts) []item {
	var out []item
	for _, s := range f.Sections {
		if s.Role == briefing.Background {
			out = append(out, item{group: "THE AUTHOR'S BACKGROUND", text: s.Title, number: s.Paragraph, words: s.Head, sentence: s.Head, box: "A section of the briefing: Enter goes there."})
		}
	}
	for _, i := range f.Issues {
		it := item{group: "ISSUES", text: i.Label, more: i.About}
		it.number, it.words, it.sentence = standing(i.Evidence)
		it.lights = i.Evidence
		it.box = i.About
		if i.Mentions > 1 {
			it.box += " (" + count(i.Mentions, "passage") + ")"
		}
		out = append(out, it)
	}
	for _, u := range f.Unexplained {
		it := item{group: "NOT EXPLAINED HERE", text: u.Text}
		it.number, it.words, it.sentence = standing(u.Evidence)
		it.lights = u.Evidence
		it.box = "“" + u.Text + "” is used and never explained: " + count(u.Mentions, "mention") + "."
		out = append(out, it)
	}
	return out
}
