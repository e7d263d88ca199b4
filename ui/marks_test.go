package ui

import (
	"strings"
	"testing"

	"readout/briefing"
)

// TestCopy: what is copied is the words, with their source where asked for, and
// the marking always.
func TestCopy(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 120, 40)
	d.press(") y")
	if want := "Vice President Kamala Harris goes to Paris to mend ties with France.\n[TLP:CLEAR]"; d.clip != want {
		t.Errorf("y copied %q, want %q", d.clip, want)
	}
	d.press("Y")
	if want := "“Vice President Kamala Harris goes to Paris to mend ties with France.”\n— Harris in Paris, ¶1, Mon 8 Nov 2021\n[TLP:CLEAR]"; d.clip != want {
		t.Errorf("Y copied %q, want %q", d.clip, want)
	}
	d.press("' S y")
	if want := "Date\tEvent\tPlace\n9 November\tVisit to the Institut Pasteur\tParis\n"; len(d.clip) < len(want) || d.clip[:len(want)] != want {
		t.Errorf("y on a table copied %q", d.clip)
	}
	d.press("Y")
	if !strings.HasPrefix(d.clip, "Date\tEvent") || !strings.Contains(d.clip, "\n— Harris in Paris, ¶8") {
		t.Errorf("Y on a table copied %q", d.clip)
	}
}

// TestRoleMarks: a capital goes to a section by what it is for.
func TestRoleMarks(t *testing.T) {
	for key, want := range map[string]string{"P": "Purpose", "B": "Background", "W": "Participants", "S": "Sequence of events", "T": "Talking points", "N": "Next steps"} {
		d := start(t, shelf, []string{"a.md"}, 80, 12)
		d.press("' " + key).sees(want)
		was := top(d)
		d.press("' ' ' '")
		if top(d) != was {
			t.Errorf("'%s, then '' twice: the top is %d, was %d", key, top(d), was)
		}
	}
	start(t, shelf, []string{"c.md"}, 80, 12).press("' Q").sees("no section here is for questions and answers")
}

// TestLights: Enter on a person lights every mention, and n walks them.
func TestLights(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 120, 40)
	tell(d.m)
	f := *d.m.doc.facts
	f.People[0].Evidence = append(f.People[0].Evidence, f.People[1].Evidence...)
	d.m.doc.facts = &f
	d.press("F enter").sees("all of Kamala Harris", "1 of 2")
	d.press("n").sees("2 of 2")
	d.press("/ 'libya' enter n").sees("2 of 3")
	d.press("esc").seesNot("of 3")
}

// TestPortionMarks stand in the margin, beside the number.
func TestPortionMarks(t *testing.T) {
	s := source("# T\n\nOne.\n\nTwo.\n\nThree.\n")
	s.Meta.Portions = []briefing.Portion{{At: 5, Mark: "(U)"}, {At: 11, Mark: "(SBU)"}}
	m, err := New(Options{Open: func(string) (Document, error) { return &memory{src: s}, nil }, Files: []string{"x"}})
	if err != nil {
		t.Fatal(err)
	}
	drive(t, m, nil, 100, 20).sees("1 U One.", "2 SBU Two.", "3  Three.")
}
