package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"readout/briefing"
)

// TestScreens holds what a person sees against screens that were looked at.
func TestScreens(t *testing.T) {
	for _, s := range []struct{ name, files, keys string }{
		{"reader", "memo", ""},
		{"timeline", "memo", "T G"},
		{"figures", "memo", "F j"},
		{"issues", "memo", "I j"},
		{"contents", "memo", "t j j"},
		{"search", "memo", "/ 'libya' enter n"},
		{"help", "memo", "?"},
		{"library", "library", "j"},
		{"wide", "wide", "] space right"},
		{"links", "memo", "o"},
		{"folded", "memo", "z M"},
		{"only", "memo", "& 'libya' enter"},
		{"palette", "memo", ": 'next' down"},
		{"lights", "memo", "F j enter"},
		{"address", "memo", "] ] ] ] ] ] } enter"},
	} {
		sizes := [][2]int{{160, 48}, {80, 24}}
		switch s.name {
		case "reader", "timeline", "library", "wide", "address":
			sizes = append(sizes, [][2]int{{40, 12}, {20, 5}}...)
		}
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				var d *driver
				if s.files == "library" {
					d = start(t, shelf, nil, size[0], size[1])
				} else if s.files == "wide" {
					d = start(t, wideBook, []string{"wide.md"}, size[0], size[1])
					f := d.m.doc.facts // of which the engine may come to think otherwise
					d.m.doc.facts = &briefing.Facts{Words: f.Words, Sections: f.Sections, Paragraphs: f.Paragraphs, Upto: f.Upto}
					d.m.fillCard()
				} else {
					d = start(t, shelf, []string{"a.md"}, size[0], size[1])
					tell(d.m)
				}
				golden.RequireEqual(t, []byte(d.press(s.keys).screen()))
			})
		}
	}
}

// tell gives the memo facts that do not change when the engine learns, so that
// the screens are the business of this package alone.
func tell(m *Model) {
	d := m.doc
	src := string(d.text.Markdown)
	f := *d.facts
	at := func(words, sentence string) []briefing.Evidence {
		s := strings.Index(src, sentence)
		w := s + strings.Index(sentence, words)
		e := briefing.Evidence{Words: words}
		e.At = briefing.Range{Start: briefing.Pos(w), End: briefing.Pos(w + len(words))}
		e.Sentence = briefing.Range{Start: briefing.Pos(s), End: briefing.Pos(s + len(sentence))}
		e.Paragraph = f.Paragraph(e.At.Start)
		return []briefing.Evidence{e}
	}
	day := func(n int) briefing.Date { return briefing.Date{Year: 2021, Month: 11, Day: n} }
	event := func(from, to int, words, sentence string, basis briefing.Basis, why string, when briefing.When) briefing.Event {
		e := briefing.Event{Date: day(from).String(), From: day(from), To: day(to), Precision: "day", When: when,
			Text: sentence, Gist: strings.TrimSuffix(sentence, "."), Expression: words, Basis: basis, Why: why, Evidence: at(words, sentence)}
		if from != to {
			e.Until = day(to).String()
		}
		return e
	}
	recalled := "President Joe Biden spoke with Macron last week and called the handling of the AUKUS submarine deal “clumsy”."
	f.Timeline = []briefing.Event{
		event(1, 7, "last week", recalled, briefing.Computed, "the week before the anchor's", briefing.Earlier),
		event(8, 8, "Monday", "A read-out will follow on Monday.", briefing.Chosen, "the anchor is a Monday", briefing.SameDay),
		event(10, 10, "Wednesday", "To prepare the meeting with French President Emmanuel Macron on Wednesday.", briefing.Chosen, "the first Wednesday after the anchor", briefing.Ahead),
		event(12, 12, "Conference on Libya", "Conference on Libya", briefing.StatedAs, "", briefing.Ahead),
		{When: briefing.Undated, Text: "talks", Gist: "talks on compensation will go on until spring", Expression: "until spring",
			Evidence: at("until spring", "According to a senior French official, talks on compensation will go on until spring.")},
	}
	f.People = []briefing.Person{
		{Name: "Kamala Harris", Role: "Vice President", Mentions: 2, Evidence: at("Kamala Harris", "Vice President Kamala Harris goes to Paris to mend ties with France.")},
		{Name: "Emmanuel Macron", Role: "President of France", Aliases: []string{"Macron"}, Mentions: 4, Basis: briefing.StatedAs, Evidence: at("Emmanuel Macron", "To prepare the meeting with French President Emmanuel Macron on Wednesday.")},
	}
	f.Organisations = []briefing.Body{{Name: "AUKUS", Mentions: 3, Evidence: at("AUKUS", "The visit follows the quarrel over the AUKUS submarine deal.")}}
	f.Numbers = []briefing.Number{{Text: "$60 billion", Value: 60e9, Low: 60e9, High: 60e9, Unit: "USD", Kind: "money", About: "contract for French submarines",
		Evidence: at("$60 billion", "Australia cancelled a $60 billion contract for French submarines in September.")}}
	f.Sources = []briefing.Mentioned{{Text: "a senior French official", Mentions: 1, Evidence: at("a senior French official", "According to a senior French official, talks on compensation will go on until spring.")}}
	f.Issues = []briefing.Issue{{Label: "AUKUS submarine deal", About: recalled, Mentions: 3, Evidence: at("AUKUS submarine deal", recalled)}}
	f.Unexplained = []briefing.Mentioned{{Text: "AUKUS", Mentions: 3, Evidence: f.Organisations[0].Evidence}}
	d.facts = &f
	m.fillCard()
	m.fillPane()
}
