package briefing

import (
	"fmt"
	"strings"
	"testing"
)

// The cases of testdata/people.txtar tell name | role | aliases | mentions | basis of
// persons, then organisations and places as name | aliases | mentions.
func TestPeople(t *testing.T) {
	derived(t, "testdata/people.txtar", func(f *Facts) string {
		var b strings.Builder
		for _, p := range f.People {
			fmt.Fprintf(&b, "%s | %s | %s | %d | %s\n", p.Name, p.Role, strings.Join(p.Aliases, ", "), p.Mentions, p.Basis)
		}
		for _, o := range append(f.Organisations, f.Places...) {
			fmt.Fprintf(&b, "%s | %s | %d\n", o.Name, strings.Join(o.Aliases, ", "), o.Mentions)
		}
		return b.String()
	})
}

// The cases of testdata/unexplained.txtar tell the unnamed sources and what is never
// explained, with how often each is mentioned.
func TestUnexplained(t *testing.T) {
	derived(t, "testdata/unexplained.txtar", func(f *Facts) string {
		var b strings.Builder
		for _, s := range f.Sources {
			fmt.Fprintf(&b, "source %s | %d\n", s.Text, s.Mentions)
		}
		for _, u := range f.Unexplained {
			fmt.Fprintf(&b, "%s | %d\n", u.Text, u.Mentions)
		}
		return b.String()
	})
}

// A person whom the front matter states stands once, with the stated name and role;
// one whom the text never names has no evidence.
func TestStatedPeople(t *testing.T) {
	src := Source{Markdown: []byte("French President Jean Leroux met Mr. Osei. Leroux smiled.\n")}
	src.Meta.Stated.People = []StatedPerson{
		{Name: "Jean Leroux", Role: "President of France", Aka: []string{"Leroux"}},
		{Name: "Ada Okafor", Role: "Note taker"},
	}
	var b strings.Builder
	for _, p := range Derive(NewText(src), nil).People {
		fmt.Fprintf(&b, "%s | %s | %d | %d | %s\n", p.Name, p.Role, p.Mentions, len(p.Evidence), p.Basis)
	}
	want := "Jean Leroux | President of France | 2 | 2 | stated\nAda Okafor | Note taker | 0 | 0 | stated\nOsei |  | 1 | 1 | written\n"
	if b.String() != want {
		t.Errorf("got:\n%swant:\n%s", b.String(), want)
	}
}
