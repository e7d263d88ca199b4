package briefing

import (
	"slices"
	"strings"
)

// longTimeline is how many events a reader takes in; of a longer timeline MainEvents
// keeps as many.
const longTimeline = 30

// MainEvents tells of each event of a timeline whether it is one of its main ones. Up
// to longTimeline events they all are.
//
// An event weighs more where the author states it or says it twice, where it lies ahead
// or on the briefing's own day, where the text opens with it or its sentence has words
// of the title or names of those whom the briefing speaks of most, and where its date
// is a day and not a year; less where nothing happens in it (“So, today, a quick word”).
// Of each group the weightiest is kept.
func MainEvents(f *Facts, m Meta) []bool {
	main := make([]bool, len(f.Timeline))
	if len(f.Timeline) <= longTimeline {
		for i := range main {
			main[i] = true
		}
		return main
	}
	title := content(m.Title)
	var known []string
	for _, p := range f.People[:min(len(f.People), 5)] {
		words := strings.Fields(p.Name)
		known = append(known, words[len(words)-1])
	}
	for _, o := range f.Organisations[:min(len(f.Organisations), 3)] {
		known = append(known, o.Name)
	}
	order := make([]int, len(main))
	weight := make([]int, len(main))
	for i := range main {
		order[i], weight[i] = i, weigh(&f.Timeline[i], title, known)
	}
	slices.SortStableFunc(order, func(a, b int) int { return weight[b] - weight[a] })
	kept := map[When]bool{}
	n := 0
	for _, i := range order {
		if w := f.Timeline[i].When; !kept[w] {
			kept[w], main[i] = true, true
			n++
		}
	}
	for _, i := range order {
		if n < longTimeline && !main[i] {
			main[i] = true
			n++
		}
	}
	return main
}

func weigh(e *Event, title map[string]bool, known []string) int {
	n := 0
	if e.Basis == StatedAs {
		n += 4
	}
	if e.When == SameDay || e.When == Ahead {
		n += 3
	}
	if e.When == Undated {
		n -= 2
	}
	if e.idle {
		n -= 6
	}
	switch e.Precision {
	case "minute", "day":
		n += 2
	case "year", "decade", "season", "half":
		n--
	}
	n += min(len(e.Evidence)-1, 2)
	if len(e.Evidence) > 0 && e.Evidence[0].Paragraph <= 3 {
		n += 2
	}
	shared := 0
	for w := range content(e.Text) {
		if title[w] {
			shared++
		}
	}
	n += min(shared, 3)
	spoken := 0
	for _, w := range known {
		if strings.Contains(e.Text, w) {
			spoken++
		}
	}
	n += min(spoken, 2)
	if strings.Count(e.Gist, " ") < 4 && e.Basis != StatedAs {
		n -= 2
	}
	return n
}
