package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// TestPaintPaintsCells draws painted lines on a terminal and looks at each cell:
// those asked for are reversed and no others, and nothing else has changed.
func TestPaintPaintsCells(t *testing.T) {
	link := ansi.SetHyperlink("https://example.org", "id=a")
	for _, line := range []string{
		"plain words on a line",
		"some \x1b[1mbold\x1b[m and \x1b[38;2;200;10;10mred \x1b[4mlined\x1b[m words",
		"a " + link + "\x1b[4mlink\x1b[m" + ansi.ResetHyperlink() + " in it",
		"東京 and Zu\u0308rich \x1b[1m👩‍👩‍👧\x1b[m end",
	} {
		width := ansi.StringWidth(line)
		before := cells(line, width)
		for from := 0; from <= width; from++ {
			for to := from; to <= width+1; to += 1 + to%3 {
				painted := Paint(line, from, to, ansi.NewStyle().Reverse(true))
				if ansi.Strip(painted) != ansi.Strip(line) {
					t.Fatalf("%q becomes %q", line, painted)
				}
				if h := harmful(painted); h != "" {
					t.Fatalf("%q holds %s", painted, h)
				}
				after := cells(painted, width)
				for x := 0; x < width; x++ {
					a, b := before.CellAt(x, 0), after.CellAt(x, 0)
					if a == nil || b == nil || a.Width == 0 {
						continue
					}
					in := x < to && x+a.Width > from && from < to
					if reversed := b.Style.Attrs&reverse != 0; reversed != in {
						t.Fatalf("%q, %d to %d: cell %d is reversed: %v", line, from, to, x, reversed)
					}
					b.Style.Attrs &^= reverse
					if a.Content != b.Content || !a.Style.Equal(&b.Style) || a.Link != b.Link {
						t.Fatalf("%q, %d to %d: cell %d was %+v and is %+v", line, from, to, x, a, b)
					}
				}
			}
		}
	}
}

var reverse = func() uint8 {
	c := cells("\x1b[7mx", 1).CellAt(0, 0)
	return c.Style.Attrs
}()

func cells(line string, width int) *vt.Emulator {
	e := vt.NewEmulator(max(width, 1), 2)
	_, _ = e.WriteString(strings.ReplaceAll(line, "\n", ""))
	return e
}
