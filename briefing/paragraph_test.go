package briefing

import (
	"bytes"
	"testing"
)

// TestParagraphsCount: what a reader would point at counts, what announces it
// does not, and a paragraph that was cut by force is one.
func TestParagraphsCount(t *testing.T) {
	for _, c := range []struct {
		md   string
		want int
	}{
		{"# Head\n\nOne.\n\nTwo.\n", 2},
		{"- one\n- two\n  - three\n", 3},
		{"> One.\n>\n> Two.\n", 2},
		{"| a | b |\n|---|---|\n| one | 1 |\n| | |\n| two | 2 |\n", 2},
		{"```\none\n```\n\n```\n```\n", 1},
		{"<div>one</div>\n\n<!-- none -->\n", 1},
		{"Term\n: One\n", 1},
		{"***\n\n[r]: https://example.org\n", 0},
		{string(bytes.Repeat([]byte("a long paragraph "), 20000)), 1},
	} {
		pieces, s := Cut([]byte(c.md), State{}, true)
		n := 0
		for _, p := range pieces {
			n += CountParagraphs(Parse([]byte(c.md), p, s.Refs))
		}
		if n != c.want {
			t.Errorf("%.40q: %d paragraphs, not %d", c.md, n, c.want)
		}
	}
}
