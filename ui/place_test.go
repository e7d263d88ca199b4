package ui

import (
	"testing"

	"readout/ui/page"
)

// TestStart: a briefing opens at a section, a paragraph or a pattern, and says
// so where there is none.
func TestStart(t *testing.T) {
	for _, c := range []struct {
		start Start
		want  string
	}{
		{Start{Section: "next-steps"}, "A read-out will follow"},
		{Start{Section: "Sequence of events"}, "Élysée Palace"},
		{Start{Section: "nowhere"}, "there is no section nowhere"},
		{Start{Paragraph: 14}, "¶14 of 16"},
		{Start{Paragraph: 99}, "there is no such ¶"},
		{Start{Pattern: "24 dec.mber"}, "Elections in Libya"},
		{Start{Pattern: "dec("}, "missing closing )"},
		{Start{Pattern: "absent"}, "not found"},
	} {
		m := shelf.model(t, Options{Files: []string{"a.md"}, Looks: page.Mono(), Start: c.start})
		drive(t, m, nil, 100, 12).sees(c.want)
	}
}

// TestPattern: // looks for a regular expression; a broken one is told while
// typing, and the hits of the last good one stay.
func TestPattern(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 100, 30)
	d.press("/ '/1[0-2]' space 'nov'").sees("1 of 3")
	d.press("'('").sees("missing closing )")
	if len(d.m.finding.hits) != 3 {
		t.Errorf("%d hits of the last good pattern", len(d.m.finding.hits))
	}
	d.press("backspace enter n").sees("2 of 3")
}
