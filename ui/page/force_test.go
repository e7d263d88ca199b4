package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"readout/briefing"
)

// TestForcedCutsDoNotShow: a block that was cut by force reads, line by line, as
// one that was not.
func TestForcedCutsDoNotShow(t *testing.T) {
	rows := func(first, line string, n int) string {
		var b strings.Builder
		b.WriteString(first)
		for i := range n {
			fmt.Fprintf(&b, line, 10000+i)
		}
		return b.String()
	}
	for name, src := range map[string]string{
		"a tight list":        rows("", "- item %d has some words\n", 4000),
		"numbered paragraphs": rows("", "%d. A paragraph, which is longer than a line of the page is, so that it takes more than one of them.\n\n       And another.\n\n", 1000),
		"one item":            rows("- It begins.\n", "\n  Paragraph %d of it.\n", 5000),
		"a table":             rows("| name | n |\n|---|---|\n| the longest name of all stands in the first row | 1 |\n", "| name | %d |\n", 6000),
		"a quotation":         rows("", "> Sentence %d is said.\n>\n> - And listed.\n>\n", 3000),
		"a fence":             rows("```\n", "code %d\n    more\n", 6000),
	} {
		source := []byte(src)
		pieces, s := briefing.Cut(source, briefing.State{}, true)
		if len(pieces) < 3 {
			t.Fatalf("%s: %d pieces", name, len(pieces))
		}
		var cut, whole bytes.Buffer
		one := []briefing.Piece{{At: briefing.Range{End: briefing.Pos(len(source))}}}
		for w, p := range map[*bytes.Buffer][]briefing.Piece{&cut: pieces, &whole: one} {
			if err := Render(w, source, p, s.Refs, briefing.Range{}, 60, Mono(), LinksPrinted, nil); err != nil {
				t.Fatal(err)
			}
		}
		g, w := strings.Split(cut.String(), "\n"), strings.Split(whole.String(), "\n")
		for i := range w {
			if i >= len(g) || g[i] != w[i] {
				t.Errorf("%s: line %d of %d is %q, want %q", name, i, len(w), g[min(i, len(g)-1)], w[i])
				break
			}
		}
	}
}
