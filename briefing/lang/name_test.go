package lang

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// The cases of testdata/name.txtar: a text, a line ==, then a line for each name:
// words | type | role | phrase behind it | abbreviation.
func TestNames(t *testing.T) {
	told(t, "testdata/name.txtar", func(units []Unit) string {
		r, _ := Read(units, Date{2021, 11, 8}, Carry{})
		var b strings.Builder
		for _, n := range r.Names {
			line := fmt.Sprintf("%s | %s | %s | %s | %s", n.Span.Of(units), n.Type, n.Role.Of(units), n.Of.Of(units), n.Short.Of(units))
			if n.Also.Start < n.Also.End {
				line += " | also " + n.Also.Of(units)
			}
			fmt.Fprintln(&b, strings.ReplaceAll(strings.TrimRight(line, " |"), "\n", " "))
		}
		return b.String()
	})
}

// The cases of testdata/source.txtar: a text, a line ==, then each unnamed source.
func TestSources(t *testing.T) {
	told(t, "testdata/source.txtar", func(units []Unit) string {
		r, _ := Read(units, Date{2021, 11, 8}, Carry{})
		var b strings.Builder
		for _, s := range r.Sources {
			fmt.Fprintln(&b, s.Of(units))
		}
		return b.String()
	})
}

// told holds what tell says of each text against the case. A text is one unit.
func told(t *testing.T, file string, tell func([]Unit) string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		t.Run(f.Name, func(t *testing.T) {
			text, want, ok := strings.Cut(string(f.Data), "\n==\n")
			if !ok {
				t.Fatal("no line ==")
			}
			if got := tell([]Unit{{S: text}}); got != want {
				t.Errorf("%s\ngot:\n%swant:\n%s", text, got, want)
			}
		})
	}
}

// FuzzNames holds that names and sources lie in their unit and in order, do not
// overlap, begin and end on tokens, and that roles lie in the same unit outside the
// person's own span.
func FuzzNames(f *testing.F) {
	for _, n := range []string{"testdata/name.txtar", "testdata/source.txtar"} {
		a, err := txtar.ParseFile(n)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range a.Files {
			f.Add(string(x.Data))
		}
	}
	f.Add("A-B- al- (AB) Jr. of The X. ’s the Lady, Sen. Gen. (D-VT) who is the")
	f.Fuzz(func(t *testing.T, s string) {
		units := []Unit{{S: s}, {S: s, Kind: Heading}}
		text := scan(units)
		names, c := readNames(text, nil, nil, nameCarry{})
		inOrder := func(what string, at *Span, s Span) {
			if s.Start >= s.End || s.End > len(units[s.Unit].S) || s.Unit < at.Unit || s.Unit == at.Unit && s.Start < at.End {
				t.Fatalf("%s %v after %v", what, s, *at)
			}
			*at = s
		}
		var at Span
		for _, n := range names {
			inOrder("name", &at, n.Span)
			for _, s := range []Span{n.Role, n.Of, n.Also, n.Short} {
				if s.Start < s.End && (s.Unit != n.Unit || s.Start < n.End && n.Start < s.End) {
					t.Fatalf("name %v has %v with it", n.Span, s)
				}
			}
		}
		at = Span{}
		for _, s := range readSources(text, names) {
			inOrder("source", &at, s)
		}
		again, _ := readNames(scan(units), nil, nil, c)
		for _, n := range again {
			if n.End > len(units[n.Unit].S) {
				t.Fatalf("%v after a carry", n.Span)
			}
		}
	})
}

// A text with many persons, written for the purpose.
func manyNames(n int) []Unit {
	s := "Norwegian Prime Minister Jonas Berg met Clara Jansen, chief executive of the Northern Bank, in Oslo. Berg said the African Union (AU) had agreed. "
	return []Unit{{S: strings.Repeat(s, n/len(s)+1)}}
}

func BenchmarkNames(b *testing.B) {
	for _, n := range []int{1 << 10, 100 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", n>>10), func(b *testing.B) {
			text := scan(manyNames(n))
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				readNames(text, nil, nil, nameCarry{})
			}
		})
	}
	b.Run("capitals", func(b *testing.B) {
		text := scan([]Unit{{S: strings.Repeat("Ab ", 1<<17)}})
		b.SetBytes(3 << 17)
		for b.Loop() {
			readNames(text, nil, nil, nameCarry{})
		}
	})
}
