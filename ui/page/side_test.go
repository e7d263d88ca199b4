package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// sideways checks what a block promises however far it is scrolled: all that a
// layout promises of what is shown; a sign on each line that more lies beside;
// and every word is shown somewhere.
func sideways(t testing.TB, fail func(string, ...any), b *briefing.Block, measure int, looks *Looks) {
	t.Helper()
	l := newLayouter(looks, measure)
	l.sides = sides{}
	shown := map[*briefing.Leaf]map[int]bool{}
	step := 1
	for side, more := 0, true; more; side += step {
		l.sides[0] = side
		lines := l.block(b)
		if side > 0 && !wideLines(lines) {
			break
		}
		wellFormed(fail, lines, measure)
		identity(fail, lines)
		more = false
		if step = 11; side < 2 {
			step = 1
		}
		for _, k := range lines {
			plain := ansi.Strip(k.Text)
			first := k.Block != nil && k.Block.Kind == briefing.Code || len(k.spans) > 0 && k.Words.Start < k.Words.End
			if k.Right > 0 {
				more = true
				if k.Block.Kind == briefing.Row {
					step = 1
				}
				if first && !strings.HasSuffix(plain, "›") {
					fail("%d more lie to the right of %q", k.Right, plain)
				}
			}
			if k.Left > 0 && k.Block.Kind == briefing.Code && !strings.Contains(plain, "‹") {
				fail("%d more lie to the left of %q", k.Left, plain)
			}
			for _, s := range k.spans {
				for i := s.from; s.leaf != nil && i < s.to; i++ {
					if shown[s.leaf] == nil {
						shown[s.leaf] = map[int]bool{}
					}
					shown[s.leaf][i] = true
				}
			}
		}
	}
	briefing.Leaves([]briefing.Block{*b}, func(k *briefing.Block) bool {
		for i, r := range k.Leaf.Prose {
			if !shown[k.Leaf][i] && squeeze(string(r)) != "" {
				fail("however far it is scrolled, byte %d of %q is not shown", i, k.Leaf.Prose)
				break
			}
		}
		return true
	})
}

func wideLines(lines []Line) bool {
	for i := range lines {
		if lines[i].Left+lines[i].Right > 0 {
			return true
		}
	}
	return false
}

// wideTable has so many columns and rows that neither fits.
func wideTable(columns, rows int) string {
	var b strings.Builder
	for i := range rows + 1 {
		fmt.Fprintf(&b, "| Department %d ", i)
		for c := range columns {
			fmt.Fprintf(&b, "| %d,%03d ", 100+c, i)
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", columns+1) + "|\n")
		}
	}
	return b.String()
}

// find returns the index of the first line that shows words.
func find(t *testing.T, lines []Line, words string) int {
	t.Helper()
	for i := range lines {
		if strings.Contains(ansi.Strip(lines[i].Text), words) {
			return i
		}
	}
	t.Fatalf("%q is not on the page:\n%s", words, ansi.Strip(texts(lines)))
	return -1
}

// TestSlide: a wide table goes column by column under its first one and stops at
// the last; its neighbours stay.
func TestSlide(t *testing.T) {
	src := wideTable(20, 3) + "\n" + wideTable(22, 2)
	p := New(Mono(), 72)
	pieces, s := briefing.Cut([]byte(src), briefing.State{}, true)
	p.Feed([]byte(src), pieces, s.Refs)
	lines := func() []Line { return p.Window(Place{}, 30) }
	row := find(t, lines(), "Department 1")
	before := ansi.Strip(lines()[row].Text)
	if !strings.Contains(before, "100,001") || !strings.HasSuffix(before, "›") || strings.Contains(before, "‹") {
		t.Fatalf("%q", before)
	}
	if p.Slide(lines(), row, -1) {
		t.Error("it goes to the left of its left end")
	}
	if !p.Slide(lines(), row, 1) {
		t.Fatal("it does not go to the right")
	}
	if got := ansi.Strip(lines()[row].Text); !strings.HasPrefix(got, "Department 1") || strings.Contains(got, "100,001") || !strings.Contains(got, "‹ 101,001") {
		t.Errorf("%q", got)
	}
	if got := find(t, lines(), "100,002"); got < row+3 {
		t.Error("the other table went along")
	}
	if !p.Slide(lines(), row, 100) || p.Slide(lines(), row, 1) {
		t.Error("it does not stop at its right end")
	}
	if got := ansi.Strip(lines()[row].Text); !strings.HasSuffix(got, "119,001") {
		t.Errorf("%q", got)
	}
	if !p.Slide(lines(), row, -100) || ansi.Strip(lines()[row].Text) != before {
		t.Errorf("back on the left it is %q", ansi.Strip(lines()[row].Text))
	}
}

// TestSlideCode: lines of code go by half a page, as far as the longest on the
// screen, and what no one would scroll to wraps.
func TestSlideCode(t *testing.T) {
	long := strings.Repeat("0123456789", 20) + "END"
	src := "```\nshort\n" + long + "\n" + strings.Repeat("wrapped ", 100) + "\n```\n"
	p := New(Mono(), 72)
	pieces, s := briefing.Cut([]byte(src), briefing.State{}, true)
	p.Feed([]byte(src), pieces, s.Refs)
	lines := func() []Line { return p.Window(Place{}, 30) }
	if n := len(lines()); n < 10 || n > 16 {
		t.Errorf("%d lines", n)
	}
	if got := ansi.Strip(lines()[1].Text); !strings.HasSuffix(got, "›") {
		t.Errorf("%q", got)
	}
	for range 20 {
		if !p.Slide(lines(), 1, 1) {
			break
		}
	}
	if got := ansi.Strip(lines()[1].Text); !strings.HasSuffix(got, "END") || !strings.Contains(got, "‹") {
		t.Errorf("%q", got)
	}
	if got := ansi.Strip(lines()[0].Text); strings.Contains(got, "short") || !strings.Contains(got, "‹") {
		t.Errorf("%q", got)
	}
}

// TestReveal: what stands beside the page comes onto it.
func TestReveal(t *testing.T) {
	src := wideTable(20, 40) + "\n```\n" + strings.Repeat("0123456789", 30) + "END\n```\n"
	p := New(Mono(), 72)
	pieces, s := briefing.Cut([]byte(src), briefing.State{}, true)
	p.Feed([]byte(src), pieces, s.Refs)
	for _, words := range []string{"107,020", "119,033", "111,003", "100,007", "END"} {
		at := briefing.Pos(strings.Index(src, words))
		r := briefing.Range{Start: at, End: at + briefing.Pos(len(words))}
		p.Reveal(r)
		l := p.Window(Place{Pos: at}, 1)[0]
		if got := ansi.Strip(l.Text); !strings.Contains(got, words) {
			t.Errorf("%q is not on %q", words, got)
		}
		if c := l.Cells(r); len(c) != 1 || ansi.Cut(ansi.Strip(l.Text), c[0].From, c[0].To) != words {
			t.Errorf("%q has the cells %v", words, c)
		}
		if p.Reveal(r) {
			t.Errorf("%q is shown, and the page moves", words)
		}
	}
}

// TestPinnedHead: inside a long table its head stays at the top, with the columns
// that are shown; the rows scroll under it, and it leaves with the table.
func TestPinnedHead(t *testing.T) {
	src := "Words.\n\n" + wideTable(20, 200) + "\nMore words.\n"
	p := New(Mono(), 72)
	pieces, s := briefing.Cut([]byte(src), briefing.State{}, true)
	p.Feed([]byte(src), pieces, s.Refs)
	top := p.First()
	if Pinned(p.Window(top, 24)) != 0 {
		t.Error("a head is pinned before the table begins")
	}
	at := briefing.Pos(strings.Index(src, "Department 90"))
	lines := p.Window(Place{Pos: at}, 24)
	if n := Pinned(lines); n != 2 || !strings.HasPrefix(ansi.Strip(lines[0].Text), "Department 0") || !strings.HasPrefix(ansi.Strip(lines[2].Text), "Department 92") {
		t.Errorf("%d lines are pinned:\n%s", n, ansi.Strip(texts(lines)))
	}
	if lines[0].Words.Start != lines[0].Words.End {
		t.Error("a pinned line shows words of its own")
	}
	p.Slide(lines, 5, 3)
	if got := ansi.Strip(p.Window(Place{Pos: at}, 24)[0].Text); !strings.Contains(got, "‹ 103,000") {
		t.Errorf("the head did not go along: %q", got)
	}
	if Pinned(p.Window(p.Last(24), 24)) != 2 || Pinned(p.Window(p.Move(p.Last(24), 19), 24)) != 0 {
		t.Error("the head does not leave with the table")
	}
	if Pinned(p.Window(Place{Pos: at}, 6)) != 0 {
		t.Error("six lines have no room for a pinned head")
	}
}

// TestShortTablesFit: what the measure can hold is not scrolled.
func TestShortTablesFit(t *testing.T) {
	b := parse([]byte("| Head | Another | Number |\n|---|---|---|\n| some words that wrap in their cell, as they are long | and more words of the kind | 12 |\n"))[0]
	l := newLayouter(Mono(), 60)
	l.sides = sides{}
	if wideLines(l.block(&b)) {
		t.Error("it scrolls")
	}
}
