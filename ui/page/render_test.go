package page

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"readout/briefing"
)

func rendered(t *testing.T, src []byte, hide briefing.Range, width int, looks *Looks, links Links) string {
	t.Helper()
	pieces, s := briefing.Cut(src, briefing.State{}, true)
	var b strings.Builder
	if err := Render(&b, src, pieces, s.Refs, hide, width, looks, links, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestLooks shows every kind of block, at the full measure, on a narrow screen,
// and with the styles of each of the looks.
func TestLooks(t *testing.T) {
	src, err := os.ReadFile("testdata/looks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		width int
		looks *Looks
		links Links
	}{
		{"plain-72", 72, Mono(), LinksPrinted},
		{"plain-40", 40, Mono(), LinksPrinted},
		{"plain-20", 20, Mono(), LinksPrinted},
		{"dark", 72, Dark(), LinksHidden},
		{"light", 72, Light(), LinksHidden},
		{"mono", 72, Mono(), LinksHidden},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden.RequireEqual(t, rendered(t, src, briefing.Range{}, c.width, c.looks, c.links))
		})
	}
}

// TestRenderIsThePage: what is written out is what the page shows, where nothing
// is scrolled sideways.
func TestRenderIsThePage(t *testing.T) {
	defer func(usual time.Duration) { patience = usual }(patience)
	patience = time.Minute
	for _, src := range [][]byte{sheet(40 << 10), generated(7, 20000)} {
		pieces, s := briefing.Cut(src, briefing.State{}, true)
		p := New(Dark(), 72)
		p.lay.sides = nil
		p.Feed(src, pieces, s.Refs)
		if got, want := rendered(t, src, briefing.Range{}, 72, Dark(), LinksHidden), texts(all(p)); got != want {
			t.Errorf("written out %d bytes, shown %d", len(got), len(want))
		}
	}
}

func TestAddressesArePrinted(t *testing.T) {
	src := []byte("See [the *report*](https://example.org/r), <https://example.org>, <a@b.org>, [a page](other.md) and [above](#top)[^1].\n\n[^1]: Note.\n")
	got := strings.Join(strings.Fields(rendered(t, src, briefing.Range{}, 200, Dark(), LinksPrinted)), " ")
	want := "See the report (https://example.org/r), https://example.org, a@b.org, a page (other.md) and above[1]. [1] Note."
	if got != want {
		t.Errorf("%q, not %q", got, want)
	}
}

// TestWordsAreNotRead: Glamour reads no escape, reference or template out of
// words that have been read already.
func TestWordsAreNotRead(t *testing.T) {
	for _, md := range []string{`\\* and \\[ stay`, "`\\*` stays", "&amp;lt; stays", "{{.text}} stays", `a\\.b`, "`&amp;`"} {
		b := parse([]byte(md))[0]
		if got := ansi.Strip(Layout(&b, 72, Dark())[0].Text); got != b.Leaf.Prose {
			t.Errorf("%q is shown as %q", b.Leaf.Prose, got)
		}
	}
}

// TestSlowCodeIsShownPlain: code that keeps the highlighter busy is given up.
func TestSlowCodeIsShownPlain(t *testing.T) {
	b := parse([]byte("```autoit\nx" + strings.Repeat(" ", 7000) + "y\n```\n"))[0]
	l := newLayouter(Dark(), 72)
	begun := time.Now()
	if l.highlight(&b) == nil && !l.slow["autoit"] {
		t.Error("neither colours nor a reason")
	}
	if d := time.Since(begun); d > 5*time.Second {
		t.Errorf("given up after %v", d)
	}
	b = parse([]byte("```go\nfunc main() {}\n```\n"))[0]
	if len(l.highlight(&b)) < 3 {
		t.Error("code in Go has no colours")
	}
	for _, info := range []string{"", "nothing-like-it", "*.go"} {
		b.Info = info
		if l.highlight(&b) != nil {
			t.Errorf("code in %q has colours", info)
		}
	}
}
