package briefing

import (
	"strings"
	"testing"
)

// TestFoldIndex holds the fast scan against the plain one.
func TestFoldIndex(t *testing.T) {
	texts := []string{"", "a", "The Quick brown fox", "zzzZz", "needle at the END", strings.Repeat("hay ", 100) + "NeeDle", "aaaaaab", "2021-11-08"}
	for _, s := range texts {
		for _, w := range []string{"needle", "quick", "zz", "end", "aab", "a", "11", "missing", "ox"} {
			want := strings.Index(strings.ToLower(s), w)
			if got := foldIndex([]byte(s), w, true); got != want {
				t.Errorf("%q in %q: %d, want %d", w, s, got, want)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		query, text string
		want        string
	}{
		{"macron", "President Macron said", "Macron"},
		{"Macron", "macron, Macron", "Macron"},
		{"don't", "they don’t know", "don’t"},
		{"one two", "one\ntwo", "one\ntwo"},
		{"élysée", "the Élysée Palace", "Élysée"},
		{"straße", "STRASSE", ""},
	} {
		from, to := NewQuery(c.query).Find(c.text)
		got := ""
		if from >= 0 {
			got = c.text[from:to]
		}
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.query, c.text, got, c.want)
		}
	}
	if _, err := NewPattern("a("); err == nil {
		t.Error("a broken pattern, and no error")
	}
	q, _ := NewPattern("x*")
	if from, to := q.Find("abxxc"); from != 2 || to != 4 {
		t.Errorf("x* stands at %d to %d", from, to)
	}
}

func BenchmarkScan(b *testing.B) {
	src := []byte(strings.Repeat("It goes on for a while so that lines break, and nothing is found. ", 16_000))
	q := NewQuery("needlexyz")
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		q.may(src)
	}
}
