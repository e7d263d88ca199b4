package page

import (
	"fmt"
	"strings"
	"testing"

	"readout/briefing"
)

// sheet makes Markdown of many kinds of blocks, about size bytes of it.
func sheet(size int) []byte {
	var b strings.Builder
	b.WriteString("# The title\n\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "## Section %d\n\nParagraph %d of the section, with **bold words**, a [link](https://example.org/%d) and enough of them to need more than one line on any screen that it meets.\n\n", i, i, i)
		fmt.Fprintf(&b, "- item one\n- item two, which is longer than the first and wraps in a narrow measure\n\n> A quotation of %d words.\n\n", i)
		fmt.Fprintf(&b, "| Head | Number |\n|---|---|\n| row %d | %d |\n| other | 7 |\n\n```go\nfunc f%d() int { return %d }\n```\n\n", i, i*i, i, i)
	}
	return []byte(b.String())
}

func open(src []byte, width int) *Page {
	pieces, s := briefing.Cut(src, briefing.State{}, true)
	p := New(Dark(), width)
	p.Feed(src, pieces, s.Refs)
	p.Hide(briefing.Range{Start: 0, End: 12})
	p.Head = []string{"card one", "card two", ""}
	return p
}

// all walks the page line by line.
func all(p *Page) []Line {
	var out []Line
	for top := p.First(); ; {
		w := p.Window(top, 50)
		out = append(out, w...)
		if len(w) < 50 {
			return out
		}
		top = p.Move(top, 50)
	}
}

func texts(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func TestWindowsFollowEachOther(t *testing.T) {
	p := open(sheet(60<<10), 72)
	lines := all(p)
	if len(lines) < 1000 || lines[0].Text != "card one" {
		t.Fatalf("%d lines, the first %q", len(lines), lines[0].Text)
	}
	for i := range lines {
		if i > 0 && !lines[i-1].Place.Before(lines[i].Place) {
			t.Fatalf("line %d stands at %v, the one before at %v", i, lines[i].Place, lines[i-1].Place)
		}
	}
	for i := 0; i < len(lines); i += 37 {
		if got := p.Window(lines[i].Place, 1)[0].Text; got != lines[i].Text {
			t.Fatalf("line %d is %q, at its place stands %q", i, lines[i].Text, got)
		}
		n := min(len(lines)-i-1, 30)
		if got := p.Move(lines[i].Place, n); got != lines[i+n].Place {
			t.Fatalf("%d lines down from %d: %v, not %v", n, i, got, lines[i+n].Place)
		}
		if got := p.Move(lines[i+n].Place, -n); got != lines[i].Place {
			t.Fatalf("%d lines up to %d: %v, not %v", n, i, got, lines[i].Place)
		}
	}
	last := p.Last(48)
	if got := p.Window(last, 48); len(got) != 48 || got[47].Place != lines[len(lines)-1].Place {
		t.Fatalf("the last screen has %d lines", len(got))
	}
	if got := p.Scroll(p.Move(last, -10), 48, 48); got != last {
		t.Fatalf("a page down near the end goes to %v, not %v", got, last)
	}
}
