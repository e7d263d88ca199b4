package ui

import (
	"fmt"
	"strings"
	"testing"
)

// wideTable has a first column of names and so many of numbers that they do not
// fit on a page.
func wideTable(columns, rows int) string {
	var b strings.Builder
	b.WriteString("| Department ")
	for c := range columns {
		fmt.Fprintf(&b, "| Week %d ", c+1)
	}
	b.WriteString("|\n" + strings.Repeat("|---", columns+1) + "|\n")
	names := []string{"Artibonite", "Centre", "Grand’Anse", "Nippes", "Nord", "Nord-Est", "Nord-Ouest", "Ouest", "Sud", "Sud-Est"}
	for r := range rows {
		fmt.Fprintf(&b, "| %s %d ", names[r%len(names)], r+1)
		for c := range columns {
			fmt.Fprintf(&b, "| %d ", (r+1)*(c+3)*37%9000)
		}
		b.WriteString("|\n")
	}
	return b.String()
}

var wideBook = book{"wide.md": "@date: 2021-11-09\n# Cases by week\n\nThe table is wide.\n\n## Cases\n\n" + wideTable(24, 60) +
	"\nCode is wide too:\n\n```\nshort\n" + strings.Repeat("0123456789 ", 18) + "needle\n```\n\nThe end.\n"}

// TestWideTable: a table that is wider than the page scrolls sideways under its
// head and its first column; what is found beside the page comes onto it.
func TestWideTable(t *testing.T) {
	for _, w := range []int{160, 80, 60} {
		d := start(t, wideBook, []string{"wide.md"}, w, 24)
		d.press("] space space").sees("Department", "Week 1", "›").seesNot("‹", "Week 24")
		d.press("right").sees("Department", "Week 2", "‹").seesNot("Week 1 ")
		d.press("9 9 right").sees("Week 24", "Department").seesNot("›\n", "› ·", "›·")
		d.press("right").sees("this is its right end")
		d.press("9 9 left").sees("Week 1 ", "›").seesNot("‹")
		d.press("left").sees("this is its left end")
		d.press("/ '8418' enter").sees("8418", "Department", "1 of ")
		d.press("/ 'needle' enter").sees("needle", "‹").seesNot("short")
		d.press("9 left").sees("short", "›")
	}
	d := start(t, wideBook, []string{"wide.md"}, 80, 12)
	d.press("right").sees("nothing here is wider than the page")
}

// TestPagesUnderAHead: a page down in a table shows every row, although the head
// covers some lines.
func TestPagesUnderAHead(t *testing.T) {
	for _, keys := range []string{"space", "b"} {
		d := start(t, wideBook, []string{"wide.md"}, 100, 20)
		if keys == "b" {
			d.press("G")
		}
		seen := d.screen()
		for range 12 {
			d.press(keys)
			seen += d.screen()
		}
		for r := 1; r <= 60; r++ {
			if !strings.Contains(seen, fmt.Sprintf(" %d ", r)) {
				t.Errorf("%s: row %d was on no screen", keys, r)
			}
		}
	}
}

// TestFocusUnderAHead: a step to a row that the head covers uncovers it.
func TestFocusUnderAHead(t *testing.T) {
	d := start(t, wideBook, []string{"wide.md"}, 100, 20)
	d.press("] space space")
	for range 25 {
		d.press("{")
		lines := d.m.doc.page.Window(d.m.doc.top, d.m.textHeight())
		if !visible(lines, d.m.doc.focus.At) {
			t.Fatalf("the focus is not on the screen:\n%s", d.screen())
		}
	}
}

// TestCopyTable: a wide table is copied whole, its cells apart by tabs.
func TestCopyTable(t *testing.T) {
	d := start(t, wideBook, []string{"wide.md"}, 100, 24)
	d.press("] } y").sees("copied the table, tab-separated")
	lines := strings.Split(d.clip, "\n")
	if len(lines) != 61 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, l := range lines {
		if strings.Count(l, "\t") != 24 {
			t.Errorf("%q", l)
		}
	}
}

// TestCopyPartOfTable: of a table that is too long to stand in one piece, the part
// with the focus is copied under its head, and that is said.
func TestCopyPartOfTable(t *testing.T) {
	d := start(t, book{"t.md": "# T\n\n" + wideTable(24, 3000)}, []string{"t.md"}, 100, 24)
	d.press("5 0 % y").sees("copied this part of the table")
	if lines := strings.Split(d.clip, "\n"); !strings.HasPrefix(lines[0], "Department\tWeek 1") || len(lines) < 10 || len(lines) > 2000 {
		t.Errorf("%d lines, the first %q", len(lines), lines[0])
	}
}
