package lang

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// The cases of testdata/quantity.txtar: a sentence, then a line for each quantity
// that the engine finds in it: words | kind | value | unit | what it measures. A
// range or change has low–high behind its value.
func TestQuantities(t *testing.T) {
	sentences(t, "testdata/quantity.txtar", func(units []Unit, r Reading) string {
		var b strings.Builder
		for _, q := range r.Quantities {
			value := fmt.Sprintf("%.6g", q.Value)
			if q.Low != q.High {
				value += fmt.Sprintf(" (%.6g–%.6g)", q.Low, q.High)
			}
			fmt.Fprintf(&b, "%s | %s | %s | %s | %s\n", q.Span.Of(units), q.Kind, value, q.Unit, q.About.Of(units))
		}
		return b.String()
	})
}

// The cases of testdata/phrase.txtar: a sentence, then its noun phrases, one a line.
func TestPhrases(t *testing.T) {
	sentences(t, "testdata/phrase.txtar", func(units []Unit, r Reading) string {
		var b strings.Builder
		for _, p := range r.Phrases {
			fmt.Fprintln(&b, p.Span.Of(units))
		}
		return b.String()
	})
}

// sentences holds what tell says of the first line of each case against the others.
func sentences(t *testing.T, file string, tell func([]Unit, Reading) string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		t.Run(f.Name, func(t *testing.T) {
			s, want, _ := strings.Cut(string(f.Data), "\n")
			units := []Unit{{S: s}}
			r, _ := Read(units, Date{2021, 11, 8}, Carry{})
			if got := tell(units, r); got != want {
				t.Errorf("%s\ngot:\n%swant:\n%s", s, got, want)
			}
		})
	}
}

// FuzzQuantities holds that spans lie in their unit and in order, do not overlap, and
// that reading ends, whatever the text.
func FuzzQuantities(f *testing.F) {
	for _, n := range []string{"testdata/quantity.txtar", "testdata/phrase.txtar"} {
		a, err := txtar.ParseFile(n)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range a.Files {
			f.Add(string(x.Data))
		}
	}
	f.Add("1 and 2 and 3 or 4-5 to six million and a half of a - 1/2 % $")
	f.Fuzz(func(t *testing.T, s string) {
		units := []Unit{{S: s}, {S: s, Kind: Cell}}
		text := scan(units)
		times, _ := readTimes(text, Date{2021, 11, 8}, timeCarry{})
		quantities := readQuantities(text, times)
		at := Span{}
		for _, q := range quantities {
			inside(t, s, q.Span)
			if q.About != (Span{}) {
				inside(t, s, q.About)
			}
			if q.Low > q.High {
				t.Errorf("%q: low %v above high %v", q.Span.Of(units), q.Low, q.High)
			}
			after(t, s, &at, q.Span)
		}
		at = Span{}
		for _, p := range readPhrases(text, times, nil, quantities) {
			inside(t, s, p.Span)
			after(t, s, &at, p.Span)
		}
	})
}

func inside(t *testing.T, s string, p Span) {
	t.Helper()
	if p.Unit < 0 || p.Unit > 1 || p.Start < 0 || p.Start >= p.End || p.End > len(s) {
		t.Fatalf("%q: span %v out of bounds", s, p)
	}
}

func after(t *testing.T, s string, last *Span, p Span) {
	t.Helper()
	if p.Unit < last.Unit || p.Unit == last.Unit && p.Start < last.End {
		t.Fatalf("%q: span %v overlaps %v", s, p, *last)
	}
	*last = p
}
