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

// TestWorkIsBounded: a key, a page, End, Home and a resize parse at most three
// pieces and lay out at most three screens, however long the document is.
func TestWorkIsBounded(t *testing.T) {
	const h, measure = 48, 72
	for _, size := range []int{100 << 10, 10 << 20} {
		p := open(sheet(size), measure)
		top := p.First()
		for _, act := range []struct {
			name string
			do   func()
		}{
			{"the first frame", func() {}},
			{"a line", func() { top = p.Scroll(top, 1, h) }},
			{"a page", func() { top = p.Scroll(top, h, h) }},
			{"half way", func() { top = p.Percent(50) }},
			{"a page", func() { top = p.Scroll(top, h, h) }},
			{"a page up", func() { top = p.Scroll(top, -h, h) }},
			{"a resize", func() { p.Resize(60) }},
			{"End", func() { top = p.Last(h) }},
			{"a paragraph", func() { q, _ := p.PrevParagraph(top.Pos); top = Place{Pos: q.At.Start} }},
			{"Home", func() { top = p.First() }},
		} {
			before := p.Work()
			act.do()
			if n := len(p.Window(top, h)); n != h {
				t.Errorf("%d: %s: %d lines", size, act.name, n)
			}
			w := p.Work()
			if n := w.Pieces - before.Pieces; n > 3 {
				t.Errorf("%d: %s parses %d pieces", size, act.name, n)
			}
			if n := w.Parsed - before.Parsed; n > 3*(16<<10)*5/4 {
				t.Errorf("%d: %s parses %d bytes", size, act.name, n)
			}
			if n := w.Lines - before.Lines; n > 3*h {
				t.Errorf("%d: %s lays out %d lines", size, act.name, n)
			}
			if n := w.Laid - before.Laid; n > 3*h*measure {
				t.Errorf("%d: %s lays out %d bytes", size, act.name, n)
			}
		}
	}
}

// TestOneLongLine: a paragraph that Cut had to cut goes on without a blank line
// and as one paragraph.
func TestOneLongLine(t *testing.T) {
	src := []byte("First.\n\n" + strings.Repeat("word after word ", 20000) + "\n\nLast.\n")
	p := open(src, 72)
	p.Head = nil
	lines := p.Window(Place{Pos: 8}, 200)
	for i, l := range lines {
		if l.Text == "" || l.Begins != (i == 0) {
			t.Fatalf("line %d begins a paragraph: %v, %q", i, l.Begins, l.Text)
		}
	}
	if w := p.Work(); w.Parsed > 40<<10 || w.Laid > 40<<10 {
		t.Errorf("200 lines of one paragraph take %+v", w)
	}
	at, _ := p.Paragraph(200000)
	total := at.Number
	for i := range at.Piece {
		total += p.Paragraphs(i)
	}
	if total != 2 {
		t.Errorf("the middle of the long line is paragraph %d, not 2", total)
	}
}

// TestPlaceSurvivesResizeAndHead: the words at the top stay there.
func TestPlaceSurvivesResizeAndHead(t *testing.T) {
	p := open(sheet(60<<10), 72)
	for _, percent := range []int{0, 3, 37, 50, 99} {
		top := p.Percent(percent)
		word := p.Window(top, 1)[0].Words.Start
		for _, w := range []int{20, 200, 33, 72} {
			p.Resize(w)
			if l := p.Window(top, 1)[0]; !l.Words.Has(word) {
				t.Errorf("%d%%: at %d the top line shows %v, not %d", percent, w, l.Words, word)
			}
		}
		if got := p.Snap(top); got != top {
			t.Errorf("%d%%: back at 72 the top is %v, not %v", percent, got, top)
		}
		before := texts(p.Window(top, 30))
		p.Head = append([]string{"another line of the card"}, p.Head...)
		if got := texts(p.Window(top, 30)); got != before {
			t.Errorf("%d%%: a line of the head moves the text", percent)
		}
	}
}

// TestHeadScrolls: the head stands over the first words and is left line by line.
func TestHeadScrolls(t *testing.T) {
	p := open(sheet(4<<10), 72)
	top := p.First()
	for _, want := range []string{"card one", "card two", ""} {
		if got := p.Window(top, 1)[0]; got.Text != want || got.Piece != -1 {
			t.Fatalf("%q, not %q", got.Text, want)
		}
		top = p.Move(top, 1)
	}
	if got := p.Window(top, 2); !strings.Contains(got[1].Text, "Section 1") {
		t.Errorf("under the head: %q, %q", got[0].Text, got[1].Text)
	}
	if got := p.Move(top, -100); got != p.First() {
		t.Errorf("up goes to %v, not %v", got, p.First())
	}
	empty := New(Dark(), 72)
	empty.Head = []string{"only a card"}
	if got := empty.Window(empty.First(), 10); len(got) != 1 || got[0].Text != "only a card" {
		t.Errorf("an empty page with a head shows %v", got)
	}
}

// TestParagraphs: by number, forwards and backwards, each once.
func TestParagraphs(t *testing.T) {
	src := []byte("# The title\n\nOne.\n\n## Head\n\n- two\n- three\n\n> Four.\n\n| a | b |\n|---|---|\n| five | 5 |\n| six | 6 |\n\n```\nseven\n```\n\nTerm\n: Eight\n\n9. nine\n10. ten\n")
	p := open(src, 72)
	var starts []briefing.Pos
	for q, ok := p.Paragraph(0); ok; q, ok = p.NextParagraph(q.At.Start) {
		if q.Number != len(starts)+1 {
			t.Errorf("paragraph %d has number %d", len(starts)+1, q.Number)
		}
		if want := map[int]int{9: 9, 10: 10}[q.Number]; want != 0 && q.Item != want || want == 0 && q.Item != -1 {
			t.Errorf("paragraph %d is item %d", q.Number, q.Item)
		}
		starts = append(starts, q.At.Start)
	}
	if len(starts) != 10 || p.Paragraphs(0) != 10 {
		t.Fatalf("%d paragraphs", len(starts))
	}
	for i := len(starts) - 1; i > 0; i-- {
		if q, ok := p.PrevParagraph(starts[i]); !ok || q.At.Start != starts[i-1] {
			t.Errorf("before paragraph %d stands %v", i+1, q)
		}
	}
	begins := 0
	for _, l := range all(p) {
		if l.Begins {
			begins++
		}
	}
	if begins != 10 {
		t.Errorf("%d lines begin a paragraph", begins)
	}
}

// TestNewDefinitionIsTaken: a link that is defined further down becomes one when
// the definition has been read.
func TestNewDefinitionIsTaken(t *testing.T) {
	src := []byte(strings.Repeat("See the [report][r] of the office for more.\n\n", 800) + "[r]: https://example.org/report\n")
	pieces, s := briefing.Cut(src[:20<<10], briefing.State{}, false)
	p := New(Dark(), 72)
	p.Feed(src[:20<<10], pieces, s.Refs)
	if got := p.Window(Place{}, 1)[0].Text; strings.Contains(got, "example.org") {
		t.Fatal(got)
	}
	more, s := briefing.Cut(src, s, true)
	p.Feed(src, append(pieces, more...), s.Refs)
	if got := p.Window(Place{}, 1)[0].Text; !strings.Contains(got, "https://example.org/report") {
		t.Error(got)
	}
}
