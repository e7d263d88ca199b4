package ui

import (
	"fmt"
	"strings"
	"testing"
)

var dated = book{
	"a.md": "@date: 2021-11-08\n# The eighth of the month\n\nWords.\n",
	"b.md": "@date: 2021-11-12\n@marking: SECRET\n# The twelfth, which has a long title that no narrow screen holds\n\nWords of the twelfth.\n",
	"c.md": "# No date at all\n\nWords.\n",
	"d.md": "@date: 2021-11-10\n# The tenth\n\nWords.\n",
}

func order(d *driver, titles ...string) bool {
	at := -1
	for _, t := range titles {
		i := strings.Index(d.screen(), t)
		if i <= at {
			return false
		}
		at = i
	}
	return true
}

// TestNewestFirst: a library opens with what is new; what has no date comes last;
// the cursor stays on its briefing whatever the order, and J walks it.
func TestNewestFirst(t *testing.T) {
	d := start(t, dated, nil, 80, 24)
	if !order(d, "The twelfth", "The tenth", "The eighth", "No date") {
		t.Errorf("the order is\n%s", d.screen())
	}
	d.press("j o").sees("in the order of their titles")
	if e, _ := d.m.pile.current(); e.Path != "d.md" {
		t.Errorf("the cursor is on %s", e.Path)
	}
	if !order(d, "No date", "The eighth", "The tenth", "The twelfth") {
		t.Errorf("by title the order is\n%s", d.screen())
	}
	d.press("o g enter").sees("The twelfth").press("J").sees("The tenth").press("q")
	if e, _ := d.m.pile.current(); e.Path != "d.md" {
		t.Errorf("after reading the cursor is on %s", e.Path)
	}
	d.press("T").sees("T is a key of the text: timeline")
}

// TestFilteredLibrary: the screen shows all that the filter leaves, and that it is on.
func TestFilteredLibrary(t *testing.T) {
	many := book{}
	for i := range 60 {
		kind := "Report"
		if i%10 == 0 {
			kind = "Memo"
		}
		many[fmt.Sprintf("%02d.md", i)] = fmt.Sprintf("@date: 2021-11-08\n# %s %02d\n\nWords.\n", kind, i)
	}
	d := start(t, many, nil, 80, 24)
	d.press("G / 'memo' enter").sees("Memo 00", "Memo 50", "/memo  6 of 60 briefings")
	d.press("esc").seesNot("/memo")
}

// TestNothingFound: a filter without a hit leaves no preview, and no marking of one.
func TestNothingFound(t *testing.T) {
	d := start(t, dated, nil, 160, 30)
	d.sees("Words of the twelfth", "SECRET")
	d.press("/ 'zzz'").sees("No briefing has “zzz” in its title").seesNot("Words of the twelfth", "SECRET")
	d.press("enter enter").sees("No briefing has")
	d.press("esc").sees("The twelfth")
}

// TestNarrowLibrary: the title is what a narrow list shows, cut with a sign.
func TestNarrowLibrary(t *testing.T) {
	for w, want := range map[int]string{40: "12 Nov 2021  The twelfth, which has a…", 20: "▌ The twelfth, whic…"} {
		d := start(t, dated, nil, w, 12)
		d.sees(want)
		if strings.Contains(d.screen(), "preview") {
			t.Errorf("at %d columns the preview is offered, which needs %d", w, wideFrom)
		}
	}
}

// TestHelpIsOffered: on every screen that has room for one hint, help is it.
func TestHelpIsOffered(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {80, 24}, {40, 12}} {
		for _, keys := range []string{"", "T", "t"} {
			d := start(t, shelf, []string{"a.md"}, size[0], size[1])
			d.press(keys).sees("? help")
		}
		start(t, shelf, nil, size[0], size[1]).sees("? help")
	}
}

// TestWholeAddress: before a link is opened its address is shown whole, and can be
// copied.
func TestWholeAddress(t *testing.T) {
	address := "https://example.com/" + strings.Repeat("0123456789/", 9) + "end"
	b := book{"a.md": fmt.Sprintf("# A\n\nSee [the report](%s).\n", address)}
	for _, w := range []int{160, 80, 40} {
		d := start(t, b, []string{"a.md"}, w, 14)
		d.press("enter").sees("Enter opens it")
		whole := ""
		for l := range strings.Lines(d.screen()) {
			if l = strings.TrimSpace(l); strings.HasPrefix(l, "https") || whole != "" && !strings.Contains(l, " ") {
				whole += l
			}
		}
		if whole != address {
			t.Errorf("at %d columns it is shown as %q", w, whole)
		}
		if d.press("y").sees("copied the address"); d.clip != address {
			t.Errorf("copied %q", d.clip)
		}
	}
}
