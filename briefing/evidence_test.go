package briefing_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing"
	"readout/content"
)

// checkFacts holds the promise of every fact: its words stand where its evidence
// says, inside its sentence, and a quotation is one stretch of its text.
func checkFacts(t *testing.T, name string, txt briefing.Text, f *briefing.Facts) (facts int) {
	t.Helper()
	var leaves []*briefing.Leaf
	for _, p := range txt.Pieces {
		briefing.Leaves(briefing.Parse(txt.Markdown, p, txt.Refs), func(b *briefing.Block) bool {
			if len(b.Leaf.Prose) > 0 && b.Kind != briefing.Code {
				leaves = append(leaves, b.Leaf)
			}
			return true
		})
	}
	prose := func(r briefing.Range) (string, bool) {
		for _, l := range leaves {
			if l.At.Start <= r.Start && r.End <= l.At.End {
				return l.Words(r), true
			}
		}
		return "", false
	}
	at := func(what, words string, r briefing.Range) {
		t.Helper()
		facts++
		got, ok := prose(r)
		if !ok {
			t.Errorf("%s: %s: %v lies in no leaf", name, what, r)
		} else if got != words {
			t.Errorf("%s: %s: %q stands at %v, which reads %q", name, what, words, r, got)
		}
	}
	evidence := func(what string, all []briefing.Evidence, basis briefing.Basis) {
		t.Helper()
		if len(all) == 0 && basis != briefing.StatedAs {
			t.Errorf("%s: %s has no evidence", name, what)
		}
		for _, e := range all {
			at(what, e.Words, e.At)
			if e.At.Start < e.Sentence.Start || e.Sentence.End < e.At.End {
				t.Errorf("%s: %s: %v lies outside its sentence %v", name, what, e.At, e.Sentence)
			}
			if n := len(f.Paragraphs); e.Paragraph < 0 || n == 0 && e.Paragraph > 1 { // a heading counts with what follows it
				t.Errorf("%s: %s: paragraph %d of %d", name, what, e.Paragraph, n)
			}
		}
	}
	for _, e := range f.Timeline {
		evidence("event "+e.Date, e.Evidence, e.Basis)
		if e.Basis != briefing.StatedAs && !strings.Contains(e.Text, e.Gist) {
			t.Errorf("%s: the gist %q is no part of %q", name, e.Gist, e.Text)
		}
		if e.Basis == briefing.Chosen || e.Basis == briefing.Computed {
			if e.Why == "" && e.Date != "" {
				t.Errorf("%s: %s date %s for %q without a reason", name, e.Basis, e.Date, e.Expression)
			}
		}
	}
	for _, p := range f.People {
		evidence("person "+p.Name, p.Evidence, p.Basis)
	}
	for _, b := range append(append([]briefing.Body{}, f.Organisations...), f.Places...) {
		evidence("body "+b.Name, b.Evidence, b.Basis)
	}
	for _, n := range f.Numbers {
		evidence("number "+n.Text, n.Evidence, n.Basis)
	}
	for _, i := range f.Issues {
		evidence("issue "+i.Label, i.Evidence, i.Basis)
		if i.Told < len(i.Evidence) && i.Basis != briefing.StatedAs {
			told, _ := prose(i.Evidence[i.Told].Sentence)
			if strings.Join(strings.Fields(told), " ") != i.About {
				t.Errorf("%s: issue %s: leads to %q and quotes %q", name, i.Label, told, i.About)
			}
		}
	}
	for _, m := range append(append([]briefing.Mentioned{}, f.Sources...), f.Unexplained...) {
		evidence("mention "+m.Text, m.Evidence, briefing.Written)
	}
	for _, e := range f.Expressions {
		at("expression", e.Text, e.At)
	}
	for _, n := range f.Names {
		at("name", n.Text, n.At)
	}
	for _, q := range f.Quantities {
		at("quantity", q.Text, q.At)
	}
	return facts
}

func TestFactsStandInTheText(t *testing.T) {
	var files []string
	for _, dir := range []string{"../content/samples", "../../shared/samples/news", "../../shared/samples/markdown"} {
		more, _ := filepath.Glob(dir + "/*.*")
		files = append(files, more...)
	}
	n, facts := 0, 0
	for _, f := range files {
		if x := filepath.Ext(f); x != ".md" && x != ".txt" {
			continue
		}
		d, err := content.Open(f, content.Options{})
		if err != nil {
			t.Fatal(err)
		}
		src, err := d.Read(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		txt := briefing.NewText(src)
		facts += checkFacts(t, filepath.Base(f), txt, briefing.Derive(txt, nil))
		n++
	}
	if n == 0 || facts == 0 {
		t.Fatal("nothing was read")
	}
	t.Logf("%d facts in %d texts", facts, n)
}

// FuzzFacts: whatever the Markdown, no fact is without its words, and the same
// source gives the same facts.
func FuzzFacts(f *testing.F) {
	f.Add("# Vice President Harris in Paris\n\nOn **Wednesday**, [Harris](/h) will meet with *French President* Emmanuel Macron about a $60&nbsp;billion deal.\n")
	f.Add("## Background\n\n| Date | Event |\n|---|---|\n| 9 November | Visit to `x` \\| y |\n\n- 10:45 a.m. arrival of Sen. Tim Johnson (D-SD)\n")
	f.Add("## Background\n\n| Date | Event |\n|---|---|\n| 9 November | Visit to `xSen. Ti` \\| y |\n\n")
	f.Add("> “According to a senior official, talks on the African Union (AU)\\\n> will go on until spring.”[^1]\n\n[^1]: About 12,700 people, or 5&#37;, since <b>last</b> week.\n")
	if files, _ := filepath.Glob("../content/samples/*"); len(files) > 0 {
		for _, x := range files {
			if b, err := os.ReadFile(x); err == nil {
				f.Add(string(b))
			}
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<15 {
			return
		}
		src := briefing.Source{Markdown: content.Clean([]byte(s))}
		src.Meta.Date = briefing.Date{Year: 2021, Month: 11, Day: 8}
		txt := briefing.NewText(src)
		facts := briefing.Derive(txt, nil)
		checkFacts(t, "fuzzed", txt, facts)
		if again := briefing.Derive(txt, nil); fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", facts) {
			t.Error("the same source gives other facts")
		}
	})
}
