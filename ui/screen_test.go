package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// screens are the states whose every size is tried.
var screens = []struct{ name, files, keys string }{
	{"text", "memo", ""},
	{"further down", "long", "space space"},
	{"end", "long", "G"},
	{"timeline", "memo", "T j"},
	{"figures", "memo", "F G"},
	{"issues", "memo", "I"},
	{"pane open, text held", "memo", "F tab } }"},
	{"contents", "memo", "t j"},
	{"search", "long", "/ 'needle'"},
	{"search done", "long", "/ 'needle' enter n n"},
	{"help", "memo", "?"},
	{"library", "library", "j"},
	{"filtered", "memo", "F / 'zzz' enter"},
}

// TestTiles: at every size the screen has as many lines as the terminal, none
// wider than it, and where there is text the focus is on it.
func TestTiles(t *testing.T) {
	widths := []int{0, 1, 5, 19, 20, 21, 39, 40, 41, 60, 69, 70, 80, 100, 109, 110, 111, 120, 160, 200, 500}
	heights := []int{0, 1, 4, 5, 6, 9, 12, 24, 30, 48, 200}
	if testing.Short() {
		widths, heights = []int{0, 20, 40, 70, 80, 110, 160}, []int{0, 5, 12, 24, 48}
	}
	for _, s := range screens {
		d := shelfOpen(t, s.files)
		d.press(s.keys)
		for _, w := range widths {
			for _, h := range heights {
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
				lines := strings.Split(d.m.View().Content, "\n")
				name := fmt.Sprintf("%s at %d×%d", s.name, w, h)
				if w >= leastWidth && h >= leastHeight && len(lines) != h {
					t.Fatalf("%s: %d lines\n%s", name, len(lines), d.screen())
				}
				for i, l := range lines {
					if n := ansi.StringWidth(l); n > w {
						t.Fatalf("%s: line %d has %d cells: %q", name, i, n, l)
					}
				}
				if d.m.doc == nil || d.m.mode == inPile || d.m.lay.text.h == 0 || d.m.held || d.m.help || d.m.finding != nil || d.m.lay.tier == tiny {
					continue
				}
				l := d.m.lay
				if l.pane.h > 0 && l.tier == wide && l.text.w+1+l.pane.w != w || l.tier == medium && l.pane.h > 0 && l.text.h+1+l.pane.h != h-2 {
					t.Fatalf("%s: the rectangles %v do not tile the screen", name, l)
				}
			}
		}
	}
}

// TestCardOpensThePage: whatever the text begins with, and whenever the size is
// told, the card is the first that is seen.
func TestCardOpensThePage(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {80, 24}, {40, 12}} {
		for name, text := range map[string]string{
			"a paragraph": "@date: 2021-11-09\n# A title that the card shows\n\n" + strings.Repeat("Words of a paragraph that goes on.\n\n", 60),
			"a heading":   "@date: 2021-11-09\n# A title that the card shows\n\n## Heading\n\n" + strings.Repeat("Words of a paragraph that goes on.\n\n", 60),
			"a list":      "@date: 2021-11-09\n# A title that the card shows\n\n" + strings.Repeat("- Words of an item.\n", 60),
			"much":        "@date: 2021-11-09\n# A title that the card shows\n\n" + strings.Repeat("Words of a paragraph that goes on.\n\n", 3000),
		} {
			d := start(t, book{"x": text}, []string{"x"}, size[0], size[1])
			if !strings.Contains(strings.Split(d.screen(), "\n")[1], "A title") {
				t.Errorf("%s at %v: the card is not on the screen:\n%s", name, size, d.screen())
			}
		}
	}
}

// TestFocusIsVisible: wherever the reader scrolls, the focus is on the screen.
func TestFocusIsVisible(t *testing.T) {
	for _, h := range []int{5, 8, 24, 48} {
		d := start(t, shelf, []string{"b.md"}, 80, h)
		for _, k := range strings.Fields("space space j j j k b d u G b b k g } } } } } } ) ) ) { { ] ] [ space") {
			d.press(k)
			lines := d.m.doc.page.Window(d.m.doc.top, d.m.textHeight())
			some := false
			for _, l := range lines {
				some = some || l.Paragraph >= 0 && l.Words.Start < l.Words.End
			}
			if some && !visible(lines, d.m.doc.focus.At) {
				t.Fatalf("80×%d: after %s the focus is off the screen:\n%s", h, k, d.screen())
			}
		}
	}
}

// TestResizeKeepsThePlace: what stands on the top line is still on the screen
// after any resize, and the same line is back when the size is.
func TestResizeKeepsThePlace(t *testing.T) {
	d := start(t, shelf, []string{"b.md"}, 100, 30)
	d.press("space space space j j j j")
	was := d.m.doc.top
	for _, w := range []int{40, 160, 20, 71, 200} {
		d.send(tea.WindowSizeMsg{Width: w, Height: 30})
		if got := d.m.doc.top; got.Pos > was.Pos+200 || got.Pos+200 < was.Pos {
			t.Errorf("at %d columns the top is %v, was %v", w, got, was)
		}
	}
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	if got := d.m.doc.top; got.Pos > was.Pos || was.Pos-got.Pos > 120 {
		t.Errorf("back at 100 columns the top is %v, was %v", got, was)
	}
}

// TestStaleAnswers: answers for a briefing that is no longer open are dropped.
func TestStaleAnswers(t *testing.T) {
	d := start(t, shelf, []string{"a.md", "b.md"}, 120, 40)
	d.press("J")
	d.send(derived{id: d.m.doc.id - 1, facts: &briefing.Facts{Words: 1}})
	d.send(scanned{id: d.m.doc.id - 1, text: briefing.NewText(briefing.Source{Markdown: []byte("stale")}), done: true})
	d.seesNot("stale").sees("A long one")
	if d.m.doc.facts.Words == 1 {
		t.Error("facts of another briefing were taken")
	}
	d.press("/ 'needle'")
	d.send(found{id: d.m.doc.id, seq: d.m.finding.seq - 1, hits: []briefing.Range{{Start: 1, End: 2}}})
	if d.m.finding.hits[0].Start == 1 {
		t.Error("hits of an older search were taken")
	}
	d.send(opened{id: d.m.ids - 1, path: "a.md"})
	d.sees("/needle")
}

// TestFactsDoNotMoveTheLine: the line being read stays where it is when facts
// and more of the file arrive.
func TestFactsDoNotMoveTheLine(t *testing.T) {
	big := book{"big.md": long(2000)}
	m, err := New(Options{Open: big.open, Files: []string{"big.md"}, Today: thatDay})
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: m, hold: true}
	d.run(m.Init())
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	for _, keys := range []string{"", "j j j", "space space"} {
		d.press(keys)
		was := strings.Split(d.screen(), "\n")
		for len(d.kept) > 0 {
			msg := d.kept[0]
			d.kept = d.kept[1:]
			d.send(msg)
			now := strings.Split(d.screen(), "\n")
			for i := 1; i < len(was)-2; i++ {
				if words := strings.TrimSpace(strings.TrimLeft(was[i], " ▎0123456789")); words != "" && !strings.Contains(now[i], words) {
					t.Fatalf("line %d was %q and is %q after %T", i, was[i], now[i], msg)
				}
			}
			if len(d.kept) == 0 && keys == "" {
				break
			}
		}
	}
}

// TestPreview: moving in a pane shows the sentence; Tab and Esc lead back to the
// place, Enter stays, and Ctrl-O comes back from there.
func TestPreview(t *testing.T) {
	for _, out := range []string{"tab", "esc"} {
		d := start(t, shelf, []string{"a.md"}, 120, 16)
		d.press("j j")
		was := top(d)
		d.press("F G").press("j")
		if top(d) == was {
			t.Fatalf("the text did not move:\n%s", d.screen())
		}
		d.press(out)
		if top(d) != was {
			t.Errorf("after %s the top is %d, was %d", out, top(d), was)
		}
		d.press("tab G enter")
		if top(d) == was || d.m.where() != inText {
			t.Errorf("enter did not stay: top %d", top(d))
		}
		d.press("ctrl+o")
		if top(d) != was {
			t.Errorf("after ctrl+o the top is %d, was %d", top(d), was)
		}
	}
}

// TestThePageFillsTheScreen: what leads to the end of a text leaves no blank lines
// under it.
func TestThePageFillsTheScreen(t *testing.T) {
	for _, keys := range []string{"G", "1 0 0 %", "/ 'next' space 'steps' enter N", "F G", "F G enter"} {
		d := start(t, shelf, []string{"a.md"}, 120, 16)
		d.press(keys)
		h := d.m.textHeight()
		if lines := d.m.doc.page.Window(d.m.doc.top, h); len(lines) < h {
			t.Errorf("after %s the text takes %d lines of %d:\n%s", keys, len(lines), h, d.screen())
		}
	}
}

// TestFocusBehindTheHead: where the head of the page fills the screen, the first
// paragraph is the one in focus.
func TestFocusBehindTheHead(t *testing.T) {
	start(t, shelf, []string{"a.md"}, 60, 5).press("G").seesNot("¶1 of").press("g").sees("¶1 of")
}

// TestSearch: hits light up while typing, case matters only where a capital is
// typed, the count goes round, Esc leads back.
func TestSearch(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 100, 30)
	d.press("/ 'aukus'").sees("1 of 3", "quarrel over the AUKUS")
	d.press("esc").seesNot("1 of 3")
	if d.m.doc.top != d.m.doc.page.First() {
		t.Errorf("esc did not lead back: %v, want %v", d.m.doc.top, d.m.doc.page.First())
	}
	d.press("/ 'Aukus' enter").sees("not found")
	d.press("/ 'libya' enter n n n n n n n").sees("of 3")
	d.press("/ 'president' space 'emmanuel' enter").sees("1 of 1", "prepare the meeting")
}

// TestNotFound: a search without a hit ends where it began, and says so until the
// next key.
func TestNotFound(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 100, 20)
	was := top(d)
	d.press("/ 'libya'").press("'x'")
	if top(d) != was {
		t.Errorf("the text went on to what was typed before: %d, was %d", top(d), was)
	}
	d.press("enter").sees("not found: libyax").press("j").seesNot("not found")
	d.press("8 ~").sees("~ does nothing here")
	d.press(": 'zzz'").sees("No action has that")
}

// TestPanesOpenAtTheFocus: a pane opens at what the paragraph in focus says.
func TestPanesOpenAtTheFocus(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 160, 40)
	d.press("1 1 G T")
	if it, ok := d.m.pane.current(); !ok || !strings.Contains(it.text, "Conference on Libya") {
		t.Errorf("at ¶11 the timeline is at %q", it.text)
	}
}

// TestSearchAnswersKeys: keys are answered between the steps of a search.
func TestSearchAnswersKeys(t *testing.T) {
	sections := 290_000 // 100 MB
	if testing.Short() {
		sections = 8_000
	}
	text := long(sections)
	big := book{"big.md": text}
	d := start(t, big, []string{"big.md"}, 100, 30)
	d.press("/")
	d.hold = true
	d.press("'1999' enter")
	d.kept = nil
	d.press("n")
	d.press("j")
	if d.m.doc.top == d.m.doc.page.First() {
		t.Error("a key was not answered during the search")
	}
	d.hold = false
	d.run(d.m.doc.find(d.m.finding))
	all := fmt.Sprintf("of %d", strings.Count(text, "1999"))
	d.sees(all)
	d.press("N").sees(all)
}
