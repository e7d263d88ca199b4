package lang

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the engine finds into the case files; read the difference")

// The cases of testdata/time.txtar: a text, then a line for each expression that the
// engine finds in it: words | type value modifier | basis, and where they are given
// the range, the event it hangs on, and that it puts nothing into a timeline. The
// anchor is Monday, 8 November 2021, unless the text begins with another in brackets.
func TestTimes(t *testing.T) {
	const file = "testdata/time.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Files {
		f := &a.Files[i]
		t.Run(f.Name, func(t *testing.T) {
			s, want, _ := strings.Cut(string(f.Data), "\n")
			got := timesOf(s)
			if *update {
				f.Data = []byte(s + "\n" + got)
			} else if got != want {
				t.Errorf("%s\ngot:\n%swant:\n%s", s, got, want)
			}
		})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func timesOf(s string) string {
	anchor := Date{2021, 11, 8}
	if strings.HasPrefix(s, "[") {
		var d string
		d, s, _ = strings.Cut(s[1:], "] ")
		anchor, _ = ParseDate(d)
	}
	units := []Unit{{S: strings.ReplaceAll(s, `\n`, "\n")}} // a line break in a case is written as in Go
	r, _ := Read(units, anchor, Carry{})
	var b strings.Builder
	for _, x := range r.Times {
		fmt.Fprintf(&b, "%s | %s | %s", x.Of(units), strings.TrimSpace(x.Type.String()+" "+x.Value+" "+x.Mod), x.Basis)
		if x.Until != "" {
			fmt.Fprintf(&b, " | until %s", x.Until)
		}
		if x.Calendar != "" && x.Calendar != x.Value && !strings.Contains(x.Value, "T") && x.Until == "" {
			fmt.Fprintf(&b, " | at %s", x.Calendar)
		}
		if x.Event {
			b.WriteString(" | event")
		}
		if x.NoEvent {
			b.WriteString(" | no event")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The same text gives the same reading, spans lie in their unit, in order and apart,
// and what is called a date is one.
func FuzzTimes(f *testing.F) {
	a, err := txtar.ParseFile("testdata/time.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range a.Files {
		s, _, _ := strings.Cut(string(c.Data), "\n")
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		units := []Unit{{S: s}}
		x := scan(units)
		one, _ := readTimes(x, Date{2021, 11, 8}, timeCarry{})
		two, _ := readTimes(x, Date{2021, 11, 8}, timeCarry{})
		readTimes(x, Date{}, timeCarry{})
		if len(one) != len(two) {
			t.Fatalf("%d and %d expressions", len(one), len(two))
		}
		at := 0
		for i, y := range one {
			if y != two[i] {
				t.Fatalf("%+v and %+v", y, two[i])
			}
			if y.Start < at || y.End <= y.Start || y.End > len(s) {
				t.Fatalf("%+v after %d in %q", y, at, s)
			}
			at = y.End
			if y.Calendar != "" {
				if _, _, ok := Stretch(y.Calendar); !ok {
					t.Fatalf("%q is no date: %+v in %q", y.Calendar, y, s)
				}
				if !y.From.Valid() || !y.To.Valid() || y.To.Before(y.From) {
					t.Fatalf("from %v to %v in %q", y.From, y.To, s)
				}
			}
		}
	})
}
