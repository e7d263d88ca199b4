package briefing

import (
	"fmt"
	"strings"
	"testing"
)

func checked(s string) []Finding {
	anchor, _ := ParseDate("2021-11-08")
	src := Source{Markdown: []byte(s), Origin: LineMap{{At: 0, Line: 1}}, Meta: Meta{Date: anchor}}
	return Check(src, Derive(NewText(src), nil))
}

// The cases of testdata/check.txtar hold one thing that does not fit, a date, a number
// or a person, or nothing.
func TestCheck(t *testing.T) {
	cases(t, "testdata/check.txtar", func(md string) string {
		var b strings.Builder
		for _, f := range checked(md) {
			fmt.Fprintf(&b, "%s: %s\n", f.Words, f.Question)
		}
		return b.String()
	})
}

func TestCheckSaysWhere(t *testing.T) {
	got := checked("# Title\n\nOne.\n\nShe arrives on 31 November.\n")
	if len(got) != 1 || got[0].Line != 5 || got[0].Paragraph != 2 {
		t.Errorf("got %+v", got)
	}
}
