package ui

import (
	"fmt"
	"strings"

	"readout/briefing"
)

// issuesItems are the author's background sections, the matters that the text
// assumes known, and what it does not explain.
func issuesItems(f *briefing.Facts, m briefing.Meta) []item {
	var out []item
	for _, s := range f.Sections {
		if s.Role == briefing.Background {
			out = append(out, item{group: "THE AUTHOR'S BACKGROUND", text: s.Title, number: s.Paragraph, words: s.Head, sentence: s.Head, box: "A section of the briefing: Enter goes there."})
		}
	}
	for _, i := range f.Issues {
		it := item{group: "ISSUES", text: i.Label, more: i.About}
		it.number, it.words, it.sentence = standing(i.Evidence[min(i.Told, len(i.Evidence)):])
		it.lights = i.Evidence
		if with := standsWith(f, i, m); with != "" {
			it.box = with + "."
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

// standsWith tells where an issue is spoken of, who stands with it and when.
func standsWith(f *briefing.Facts, i briefing.Issue, m briefing.Meta) string {
	const mostPeople, mostDates = 4, 3
	people, events := f.With(i)
	var parts []string
	if p := numbered(i.Evidence); p != "" {
		parts = append(parts, p)
	}
	var names, dates []string
	for _, p := range people[:min(len(people), mostPeople)] {
		names = append(names, p.Name)
	}
	if len(people) > mostPeople {
		names = append(names, "…")
	}
	seen := map[string]bool{}
	for _, e := range events {
		if d := mark(e) + e.Calendar(m.Date); !seen[d] && len(dates) < mostDates {
			seen[d] = true
			dates = append(dates, d)
		}
	}
	for _, list := range [][]string{names, dates} {
		if len(list) > 0 {
			parts = append(parts, strings.Join(list, ", "))
		}
	}
	return strings.Join(parts, " · ")
}

// numbered names the paragraphs of evidence, some at most.
func numbered(evidence []briefing.Evidence) string {
	const most = 5
	var out []string
	last := 0
	for _, e := range evidence {
		if e.Paragraph == 0 || e.Paragraph == last {
			continue
		}
		if last = e.Paragraph; len(out) == most {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("¶%d", e.Paragraph))
	}
	return strings.Join(out, " ")
}
