package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func (d *driver) clickOn(words string) *driver {
	d.t.Helper()
	for y, l := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(l, words); i >= 0 {
			d.send(tea.MouseClickMsg{X: len([]rune(l[:i])), Y: y, Button: tea.MouseLeft})
			d.send(tea.MouseReleaseMsg{Button: tea.MouseLeft})
			return d
		}
	}
	d.t.Fatalf("no %q to click on:\n%s", words, d.screen())
	return d
}

func TestMouse(t *testing.T) {
	for _, w := range []int{160, 80} {
		d := start(t, shelf, []string{"a.md"}, w, 40)
		was := top(d)
		d.send(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
		if top(d) <= was {
			t.Error("the wheel did not scroll")
		}
		d.press("F").clickOn("Issues").sees("[Issues ")
		d.press("I tab").press("t").clickOn("Next steps")
		if it, _ := d.m.side().current(); it.text != "Next steps" {
			t.Errorf("the click chose %q", it.text)
		}
		d.clickOn("Next steps ").sees("A read-out will follow")
		d = start(t, shelf, []string{"a.md"}, w, 40)
		d.press("' T").clickOn("Paris Conference").sees("https://example.com/libya")
		d.press("esc").clickOn("Elections in")
		if !strings.Contains(d.m.doc.focus.Block.Leaf.Prose, "Elections") {
			t.Errorf("the focus is on %q", d.m.doc.focus.Block.Leaf.Prose)
		}
	}
	d := start(t, shelf, []string{"a.md"}, 160, 40)
	d.press("T")
	x := d.m.lay.pane.x - 1
	d.send(tea.MouseClickMsg{X: x, Y: 9, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: x + 20, Y: 9, Button: tea.MouseLeft})
	d.send(tea.MouseReleaseMsg{})
	if d.m.lay.pane.x-1 != x+20 {
		t.Errorf("the divider stands at %d, want %d", d.m.lay.pane.x-1, x+20)
	}
	d = start(t, shelf, nil, 160, 40)
	d.clickOn(" 9 Nov 2021").clickOn(" 9 Nov 2021").sees("Short.")
}

func TestPalette(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 100, 30)
	d.press(": 'timel'").sees("timeline", "T").press("enter").sees("[Timeline ")
	d.press(": 'zzz' enter esc").seesNot(":zzz")
	d.press(": 'wider' enter")
	if d.m.measure == usual {
		t.Error("the palette did not act")
	}
}
