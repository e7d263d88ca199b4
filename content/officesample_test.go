package content

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing"
)

// structure is what is compared of two readings of a document.
type structure struct {
	words, heads, cells, rows, links, notes []string
	title, date                             string
}

func structureOf(src briefing.Source) (s structure) {
	s.title, s.date = src.Meta.Title, src.Meta.Date.String()
	pieces, state := briefing.Cut(src.Markdown, briefing.State{}, true)
	key := func(t string) string { return strings.Join(wordsIn(t), " ") }
	var walk func([]briefing.Block, bool)
	walk = func(blocks []briefing.Block, note bool) {
		for _, b := range blocks {
			switch {
			case b.Kind == briefing.Note:
				var t []string
				briefing.Leaves(b.Blocks, func(l *briefing.Block) bool { t = append(t, key(l.Leaf.Prose)); return true })
				s.notes = append(s.notes, strings.Join(t, " "))
				walk(b.Blocks, true)
				continue
			case b.Kind == briefing.Row:
				last := ""
				for i, c := range b.Blocks {
					now := ""
					if c.Leaf != nil {
						now = key(c.Leaf.Prose)
					}
					s.cells = append(s.cells, now)
					if i > 0 {
						s.rows = append(s.rows, last+"|"+now)
					}
					last = now
				}
			}
			if l := b.Leaf; l != nil {
				if !note {
					s.words = append(s.words, wordsIn(l.Prose)...)
				}
				if b.Kind == briefing.Heading {
					s.heads = append(s.heads, fmt.Sprint(b.Level, " ", key(l.Prose)))
				}
				for i := 0; i < len(l.Runs); {
					j := i
					for j < len(l.Runs) && l.Runs[j].Link == l.Runs[i].Link {
						j++
					}
					if to := l.Runs[i].Link; to != "" {
						s.links = append(s.links, key(l.Prose[l.Runs[i].From:l.Runs[j-1].To])+" → "+to)
					}
					i = j
				}
			}
			walk(b.Blocks, note)
		}
	}
	for _, p := range pieces {
		walk(briefing.Parse(src.Markdown, p, state.Refs), false)
	}
	return s
}

// What LibreOffice makes of the Word documents reads as they do. It has to have
// made them before, in the folder that OFFICE names:
//
//	soffice --headless --convert-to odt --outdir $OFFICE/odt *.docx
func TestOfficeSamples(t *testing.T) {
	dir := os.Getenv("OFFICE")
	files, _ := filepath.Glob(docxSamples + "/*.docx")
	if dir == "" || len(files) == 0 {
		t.Skip("nothing that LibreOffice made")
	}
	read := func(path string) (briefing.Source, error) {
		d, err := Open(path, Options{})
		if err != nil {
			return briefing.Source{}, err
		}
		return d.Read(context.Background())
	}
	for _, kind := range []string{"odt", "rtf"} {
		names := [...]string{"order", "headings", "cells", "rows", "links", "notes"}
		var scores [len(names)][]float64
		titles, dates, n := 0, 0, 0
		for _, path := range files {
			name := strings.TrimSuffix(filepath.Base(path), ".docx")
			want, err := read(path)
			if err != nil {
				continue
			}
			got, err := read(filepath.Join(dir, kind, name+"."+kind))
			if err != nil {
				t.Logf("%-40s %v", name, err)
				continue
			}
			w, g := structureOf(want), structureOf(got)
			line := fmt.Sprintf("%-40s", name)
			n++
			if w.title == g.title {
				titles++
			} else {
				line += fmt.Sprintf(" title %q, not %q", g.title, w.title)
			}
			if w.date == g.date {
				dates++
			}
			for i, p := range [len(names)][2][]string{{triples(g.words), triples(w.words)}, {g.heads, w.heads}, {g.cells, w.cells}, {g.rows, w.rows}, {g.links, w.links}, {g.notes, w.notes}} {
				if len(p[0])+len(p[1]) > 0 {
					scores[i] = append(scores[i], f1(p[0], p[1]))
					line += fmt.Sprintf(" %s %.3f", names[i], f1(p[0], p[1]))
				}
			}
			t.Log(line)
		}
		line := fmt.Sprintf("%s: %d documents, titles %d, dates %d", kind, n, titles, dates)
		for i, s := range scores {
			line += fmt.Sprintf(", %s %.3f", names[i], mean(s))
			if len(s) > 0 && mean(s) < .88 {
				t.Errorf("%s: %s less than it was", kind, names[i])
			}
		}
		t.Log(line)
	}
}

func wordsIn(s string) []string { return strings.FieldsFunc(s, notWord) }
