package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

const linked = `@date: 2021-11-08
# Links

## First part

A footnote[^why] stands here.

A [heading](#second-part), and nothing else.

Another [briefing](c.md).

A [trap](javascript:alert(1)), a [root](/etc/passwd), a [climb](../../secret.md).

Out to [there](https://example.com/a?b=1).

## Second part

The end of it, far below the first part.

[^why]: Because it is so.
`

// TestFollow: Enter on a paragraph follows what it points at, and Ctrl-O returns.
func TestFollow(t *testing.T) {
	b := book{"a.md": linked, "c.md": shelf["c.md"]}
	opened := ""
	begin := func() *driver {
		d := start(t, b, []string{"a.md"}, 90, 14)
		d.m.opt.Browse = func(to string) error { opened = to; return nil }
		return d
	}
	d := begin().press("enter")
	if n := d.m.doc.focus.Block; n == nil || !strings.Contains(n.Leaf.Prose, "Because it is so") {
		t.Errorf("the footnote is not in focus:\n%s", d.screen())
	}
	d.press("ctrl+o")
	if n := d.m.doc.focus.Block; n == nil || !strings.Contains(n.Leaf.Prose, "A footnote") {
		t.Errorf("ctrl+o did not return:\n%s", d.screen())
	}
	begin().press("} enter").sees("The end of it")
	begin().press("} } enter").sees("A third")
	for i, want := range []string{"no link that readout follows", "no link that readout follows", "no link that readout follows"} {
		d := begin().press("} } } enter").sees("Links and footnotes")
		d.press(strings.Repeat("j ", i) + "enter").sees(want)
	}
	d = begin().press("} } } } enter").sees("https://example.com/a?b=1", "Enter opens it")
	d.press("esc")
	if opened != "" {
		t.Errorf("esc opened %s", opened)
	}
	d.press("enter enter")
	if opened != "https://example.com/a?b=1" {
		t.Errorf("opened %q", opened)
	}
	d.m.opt.Browse = nil // --restricted
	d.press("enter").sees("is not opened here")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.press("o").sees("Links and footnotes")
}
