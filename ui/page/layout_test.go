package page

import (
	"encoding/json"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

var widths = []int{20, 40, 72, 100, 200}

func parse(src []byte) []briefing.Block {
	pieces, s := briefing.Cut(src, briefing.State{}, true)
	var out []briefing.Block
	for _, p := range pieces {
		out = append(out, briefing.Parse(src, p, s.Refs)...)
	}
	return out
}

func commonMark(t testing.TB) []string {
	t.Helper()
	p, err := build.Import("github.com/yuin/goldmark", ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(p.Dir, "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct{ Markdown string }
	if err := json.Unmarshal(b, &examples); err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(examples))
	for i, e := range examples {
		out[i] = e.Markdown
	}
	if len(out) < 600 {
		t.Fatalf("%d examples", len(out))
	}
	return out
}

// promises checks what every layout promises, on each block at one width.
func promises(t testing.TB, name string, blocks []briefing.Block, measure int) {
	t.Helper()
	fail := func(format string, a ...any) {
		t.Helper()
		t.Errorf("%s at %d: %s", name, measure, fmt.Sprintf(format, a...))
	}
	looks := Dark()
	for i := range blocks {
		b := &blocks[i]
		lines := Layout(b, measure, looks)
		wellFormed(fail, lines, measure)
		sameWords(t, fail, b, lines)
		identity(fail, lines)
		sideways(t, fail, b, measure, looks)
	}
}

// wellFormed: no line is wider than it may be, none ends in a blank, each stands
// behind the one before and is found by its place.
func wellFormed(fail func(string, ...any), lines []Line, measure int) {
	for n, l := range lines {
		if w := ansi.StringWidth(l.Text); w > measure || w != l.Width {
			fail("line %d is %d cells wide and says %d: %q", n, w, l.Width, l.Text)
		}
		if v := Vet(l.Text); v != l.Text {
			fail("line %d is not vetted: %q", n, l.Text)
		}
		if s := ansi.Strip(l.Text); strings.HasSuffix(s, " ") {
			fail("line %d ends in a blank: %q", n, s)
		}
		if n > 0 && !lines[n-1].Place.Before(l.Place) {
			fail("line %d stands at %v, the one before at %v", n, l.Place, lines[n-1].Place)
		}
		if l.Place.Above == 0 && (len(lines) < 100 || n%7 == 0) {
			if k, _ := Find(lines, l.Place.Pos); k != n {
				fail("line %d begins at %d, which is found on line %d", n, l.Place.Pos, k)
			}
		}
	}
}

// sameWords: leaf by leaf, the characters of the lines that the map calls prose
// are those of the prose, white space and what is unseen aside.
func sameWords(t testing.TB, fail func(string, ...any), b *briefing.Block, lines []Line) {
	t.Helper()
	shown := map[*briefing.Leaf]*strings.Builder{}
	for _, l := range lines {
		plain := ansi.Strip(l.Text)
		for _, s := range l.spans {
			if s.leaf == nil || s.from >= s.to {
				continue
			}
			if shown[s.leaf] == nil {
				shown[s.leaf] = &strings.Builder{}
			}
			_, end := s.cellOf(s.to)
			shown[s.leaf].WriteString(ansi.Cut(plain, s.cell, end))
		}
	}
	briefing.Leaves([]briefing.Block{*b}, func(k *briefing.Block) bool {
		got := ""
		if shown[k.Leaf] != nil {
			got = shown[k.Leaf].String()
		}
		if squeeze(got) != squeeze(k.Leaf.Prose) {
			fail("the words\n  %q\nare shown as\n  %q", k.Leaf.Prose, got)
		}
		return true
	})
}

func squeeze(s string) string {
	var b strings.Builder
	for i, r := range s {
		if _, n := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 || hollow(r) || unicode.IsSpace(r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			continue // a mark that stands alone takes no cell to be found by
		}
		b.WriteRune(r)
	}
	return b.String()
}

// identity: for the first byte of each visible character, its place leads to a
// line and a cell, and these lead back to the place.
func identity(fail func(string, ...any), lines []Line) {
	every, c := 1+len(lines)/40, 0 // of a long block, some
	for n := range lines {
		for _, s := range lines[n].spans {
			for i := s.from; i < s.to; {
				k, w := s.step(i)
				if c++; c%every == 0 && w > 0 && s.leaf.Prose[i] != ' ' {
					p := s.leaf.Pos(i)
					line, cell := Find(lines, p)
					if q := lines[line].At(cell); q != p {
						fail("%d, the %q of line %d, is found in cell %d of line %d, which is %d", p, s.leaf.Prose[i:i+k], n, cell, line, q)
						return
					}
				}
				i += k
			}
		}
	}
}

func TestCommonMark(t *testing.T) {
	for i, md := range commonMark(t) {
		for _, w := range widths {
			promises(t, fmt.Sprint("example ", i+1), parse([]byte(md)), w)
		}
	}
}

func TestSamples(t *testing.T) {
	var files []string
	for _, dir := range []string{"news/*.txt", "markdown/*.md", "nasty/*.md"} {
		f, _ := filepath.Glob("../../../shared/samples/" + dir)
		files = append(files, f...)
	}
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	for i, f := range files {
		if testing.Short() && i%6 > 0 {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		blocks := parse(src)
		for j, w := range widths {
			if (i+j)%2 > 0 {
				continue // each file at every other width
			}
			promises(t, filepath.Base(f), blocks, w)
		}
	}
}

func TestMarksStayOnTheirLetters(t *testing.T) {
	b := parse([]byte("e\u0301tat et *e\u0301*tat"))[0]
	if got := ansi.Strip(Layout(&b, 20, Dark())[0].Text); got != b.Leaf.Prose {
		t.Errorf("%q becomes %q", b.Leaf.Prose, got)
	}
}

// TestTabsAtTheEdge: a tab that does not fit is measured anew on its new line.
func TestTabsAtTheEdge(t *testing.T) {
	for pad := range 12 {
		md := "```\n" + strings.Repeat("x", pad) + "\tyyyyyyyyyyyyyyy\t\tz\n```\n"
		for _, w := range []int{4, 5, 9, 10, 11, 12, 20} {
			promises(t, fmt.Sprint("tab behind ", pad), parse([]byte(md)), w)
		}
	}
}

func FuzzLayout(f *testing.F) {
	for i, md := range commonMark(f) {
		if i%7 == 0 {
			f.Add(md, 20+i%80)
		}
	}
	for i, place := range places {
		f.Add(strings.ReplaceAll(place, "%s", attacks[i%len(attacks)]), 20)
	}
	for i := range 30 {
		f.Add(string(generated(int64(i), 400)), 20+i*3)
	}
	f.Fuzz(func(t *testing.T, md string, measure int) {
		if measure < narrowest || measure > 300 || len(md) > 10000 {
			return
		}
		for _, b := range parse([]byte(md)) { // what was not cleaned is safe all the same
			for _, l := range Layout(&b, measure, Dark()) {
				if h := harmful(l.Text); h != "" || ansi.StringWidth(l.Text) > measure {
					t.Errorf("%q: %s", l.Text, h)
				}
			}
		}
		// A character that begins with one of these takes no cell, as x/ansi
		// measures it, and so cannot be found by its cells.
		md = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Prepended_Concatenation_Mark, r) || r != '\n' && r != '\t' && !visible(r) {
				return '?' // controls do not pass the first gate
			}
			return r
		}, strings.ToValidUTF8(md, "?"))
		promises(t, "fuzz", parse([]byte(md)), measure)
	})
}
