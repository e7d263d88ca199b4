package briefing

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// cases runs the cases of a txtar file: Markdown, a line ==, then what tell says of it.
func cases(t *testing.T, file string, tell func(md string) string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		t.Run(f.Name, func(t *testing.T) {
			md, want, _ := strings.Cut(string(f.Data), "==\n")
			if got := tell(md); got != want {
				t.Errorf("%s\ngot:\n%swant:\n%s", f.Name, got, want)
			}
		})
	}
}

// derived runs the cases of a txtar file by what tell says of their facts.
func derived(t *testing.T, file string, tell func(*Facts) string) {
	t.Helper()
	cases(t, file, func(md string) string {
		src := Source{Markdown: []byte(md)}
		if stated, ok := strings.CutPrefix(md, "numbers: "); ok { // value = about, in the front matter
			line, rest, _ := strings.Cut(stated, "\n")
			value, about, _ := strings.Cut(line, " = ")
			src.Markdown = []byte(rest)
			src.Meta.Stated.Numbers = []StatedNumber{{Value: value, About: about}}
		}
		if stated, ok := strings.CutPrefix(md, "issues: "); ok {
			line, rest, _ := strings.Cut(stated, "\n")
			label, about, _ := strings.Cut(line, " = ")
			src.Markdown = []byte(rest)
			src.Meta.Stated.Issues = []StatedIssue{{Label: label, About: about}}
		}
		return tell(Derive(NewText(src), nil))
	})
}

// The cases of testdata/numbers.txtar tell text | value | unit | about | mentions | basis.
func TestNumbers(t *testing.T) {
	derived(t, "testdata/numbers.txtar", func(f *Facts) string {
		var b strings.Builder
		for _, n := range f.Numbers {
			fmt.Fprintf(&b, "%s | %.6g | %s | %s | %d | %s\n", n.Text, n.Value, n.Unit, n.About, len(n.Evidence), n.Basis)
		}
		return b.String()
	})
}

// The cases of testdata/issues.txtar tell label | mentions | basis, and the sentence
// that explains it.
func TestIssues(t *testing.T) {
	derived(t, "testdata/issues.txtar", func(f *Facts) string {
		var b strings.Builder
		for _, i := range f.Issues {
			fmt.Fprintf(&b, "%s | %d | %s\n  %s\n", i.Label, i.Mentions, i.Basis, i.About)
		}
		return b.String()
	})
}
