package format

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/briefing"
)

var update = flag.Bool("update", false, "write what the converters make into testdata")

// Each file of testdata is a document and what is made of it: the metadata, then
// the Markdown, each line with the line of the file that it came from.
func TestConvert(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			in := a.Files[0]
			text := strings.NewReplacer("<ESC>", "\x1b", "<NBSP>", "\u00a0", "<TAB>", "\t", "<BEL>", "\a").Replace(string(in.Data))
			src := convert(in.Name, text, Options{}, 4096)
			if src.Meta.Format == "text" {
				checkWords(t, text, src)
			}
			got := dump(src)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func dump(src briefing.Source) string {
	var b strings.Builder
	m := src.Meta
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("format", m.Format)
	if m.TitleMade {
		field("made title", m.Title)
	} else {
		field("title", m.Title)
	}
	if !m.Date.IsZero() {
		field("date", m.Date.String()+", "+m.DateFrom)
	}
	field("from", m.From)
	field("to", m.To)
	field("subject", m.Subject)
	field("source", m.Source)
	field("tags", strings.Join(m.Tags, ", "))
	field("marking", m.Marking)
	field("summary", m.Summary)
	for _, s := range m.Stated.Timeline {
		field("event", s.Date+" to "+s.Until+": "+s.Event)
	}
	for _, s := range m.Stated.People {
		field("person", s.Name+", "+s.Role+", "+strings.Join(s.Aka, "/"))
	}
	for _, s := range m.Stated.Numbers {
		field("number", s.Value+", "+s.About)
	}
	for _, s := range m.Stated.Issues {
		field("issue", s.Label+", "+s.About)
	}
	for _, f := range m.More {
		field("more", f.Name+" = "+f.Value)
	}
	for _, f := range m.Furniture {
		field("furniture", f)
	}
	for _, p := range m.Portions {
		field("portion", fmt.Sprintf("%s of line %d", p.Mark, src.Origin.Line(src.Markdown, p.At)))
	}
	for _, s := range m.Silent {
		field("silent", fmt.Sprintf("%q", s.Of(src.Markdown)))
	}
	for _, d := range m.Others {
		field("of another day", fmt.Sprintf("%s %q", d.Date, d.At.Of(src.Markdown)))
	}
	for _, w := range m.Warnings {
		field("warning", w)
	}
	b.WriteByte('\n')
	at := 0
	for line := range bytes.Lines(src.Markdown) {
		fmt.Fprintf(&b, "%3d|%s\n", src.Origin.Line(src.Markdown, briefing.Pos(at)), bytes.TrimRight(line, "\n"))
		at += len(line)
	}
	return b.String()
}
