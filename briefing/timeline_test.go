package briefing

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is derived into the timeline's case file; read the difference")

// The cases of testdata/timeline.txtar: Markdown, a line ==, then the timeline: when |
// date and until | precision and qualifier | basis | gist | why. The anchor is Monday,
// 8 November 2021; a first line “anchor: …” gives another or none, and lines
// “timeline: date = event” are the front matter's.
func TestTimeline(t *testing.T) {
	const file = "testdata/timeline.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Files {
		f := &a.Files[i]
		t.Run(f.Name, func(t *testing.T) {
			md, want, _ := strings.Cut(string(f.Data), "==\n")
			got := timelineOf(md)
			if *update {
				f.Data = []byte(md + "==\n" + got)
			} else if got != want {
				t.Errorf("%s\ngot:\n%swant:\n%s", md, got, want)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func timelineOf(md string) string {
	src := Source{}
	src.Meta.Date, _ = ParseDate("2021-11-08")
	for {
		line, rest, _ := strings.Cut(md, "\n")
		if d, ok := strings.CutPrefix(line, "anchor: "); ok {
			src.Meta.Date, _ = ParseDate(d)
		} else if e, ok := strings.CutPrefix(line, "timeline: "); ok {
			date, event, _ := strings.Cut(e, " = ")
			src.Meta.Stated.Timeline = append(src.Meta.Stated.Timeline, StatedEvent{Date: date, Event: event})
		} else {
			break
		}
		md = rest
	}
	src.Markdown = []byte(md)
	var b strings.Builder
	for _, e := range Derive(NewText(src), nil).Timeline {
		date := e.Date
		if e.Until != "" {
			date += " to " + e.Until
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s", e.When, date, strings.TrimSpace(e.Precision+" "+e.Qualifier), e.Basis, strings.ReplaceAll(e.Gist, "\n", " "))
		if e.Why != "" {
			fmt.Fprintf(&b, " | %s", e.Why)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A gist is one contiguous part of its sentence, and stands where it says.
func TestGistsAreQuotations(t *testing.T) {
	a, err := txtar.ParseFile("testdata/timeline.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		md, _, _ := strings.Cut(string(f.Data), "==\n")
		src := Source{Markdown: []byte(md)}
		src.Meta.Date, _ = ParseDate("2021-11-08")
		for _, e := range Derive(NewText(src), nil).Timeline {
			if len(e.Evidence) > 0 && !strings.Contains(e.Text, e.Gist) {
				t.Errorf("%q is no part of %q", e.Gist, e.Text)
			}
		}
	}
}
