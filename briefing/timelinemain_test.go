package briefing

import (
	"fmt"
	"strings"
	"testing"
)

// A long timeline keeps what lies ahead, what the title speaks of and what the text
// opens with; a short one keeps all.
func TestMainEvents(t *testing.T) {
	var b strings.Builder
	b.WriteString("# The harbour of Lund\n\nThe council agreed on 2 May 2003 to build it.\n")
	for i := range 60 {
		fmt.Fprintf(&b, "\nThe board met in %d and again spoke of the weather of that sort, part %d.\n", 1950+i, i)
	}
	b.WriteString("\nThe harbour was blessed on 3 June 2019 by the bishop.\n\nThe ferry sails on 12 November.\n")
	src := Source{Markdown: []byte(b.String()), Meta: Meta{Title: "The harbour of Lund"}}
	src.Meta.Date, _ = ParseDate("2021-11-08")
	f := Derive(NewText(src), nil)
	main := MainEvents(f, src.Meta)
	n := 0
	for i, e := range f.Timeline {
		if main[i] {
			n++
		}
		if !main[i] && e.Precision == "day" {
			t.Errorf("%s is left out: %q", e.Date, e.Gist)
		}
	}
	if n != longTimeline || len(f.Timeline) < 60 {
		t.Errorf("%d of %d events, want %d", n, len(f.Timeline), longTimeline)
	}
	f.Timeline = f.Timeline[:longTimeline]
	for i, ok := range MainEvents(f, src.Meta) {
		if !ok {
			t.Errorf("event %d of a short timeline is left out", i)
		}
	}
}
