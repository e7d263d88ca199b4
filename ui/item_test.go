package ui

import (
	"maps"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// What dates an event can be read, however little room its quotation has.
func TestKeyWordsAreRead(t *testing.T) {
	const gist = "The minister attacked the decree of the president of the neighbouring country, which was signed on Monday evening."
	for w := 20; w < 140; w++ {
		for n := 1; n < 5; n++ {
			lines := wrapKeeping(gist, "Monday", w, n)
			if len(lines) > n {
				t.Fatalf("%d cells: %d lines of %d", w, len(lines), n)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > w {
					t.Errorf("%d cells: %q", w, l)
				}
			}
			if n > 1 && !strings.Contains(strings.Join(lines, " "), "Monday") {
				t.Errorf("%d cells, %d lines: %q", w, n, lines)
			}
			if !strings.HasPrefix(lines[0], "The minister") {
				t.Errorf("%d cells, %d lines: begins %q", w, n, lines[0])
			}
		}
	}
}

// A pane with room to spare cuts nothing, and going through it moves no item.
func TestShortListsAreWhole(t *testing.T) {
	long := strings.Repeat("a word and another ", 9) + "the end"
	p := pane{kind: issuesPane}
	for _, label := range []string{"first matter", "second matter", "third matter"} {
		p.items = append(p.items, item{group: "ISSUES", text: label, more: long, words: briefing.Range{Start: 1, End: 2}, box: strings.Repeat("why ", 10*len(p.items))})
	}
	var at map[int]int
	for i := range p.items {
		p.cursor = i
		text := strings.Join(p.draw(60, 40, true, [len(panes)]int{}, briefing.Range{}, newStyles(page.Mono())), "\n")
		if n := strings.Count(ansi.Strip(text), "the end"); n != 3 {
			t.Fatalf("%d of 3 quotations are whole:\n%s", n, text)
		}
		if at != nil && !maps.Equal(at, p.rowsAt) {
			t.Errorf("at item %d the lines are %v, before %v", i, p.rowsAt, at)
		}
		at = p.rowsAt
	}
	text := ansi.Strip(strings.Join(p.draw(60, 14, true, [len(panes)]int{}, briefing.Range{}, newStyles(page.Mono())), "\n"))
	if strings.Count(text, "the end") != 0 || !strings.Contains(text, "third matter") {
		t.Errorf("in 14 lines each has two:\n%s", text)
	}
}
