package briefing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// dump writes blocks as an indented list, with every place in the source.
func dump(blocks []Block) string {
	var b strings.Builder
	var walk func([]Block, int)
	walk = func(blocks []Block, depth int) {
		for _, k := range blocks {
			fmt.Fprintf(&b, "%*s%d [%d,%d) %d %v %d %q %v %q %q %q %d", 2*depth, "", k.Kind, k.At.Start, k.At.End, k.Level, k.Ordered, k.Start, k.Marker, k.Tight, k.Task, k.Info, k.Label, k.Align)
			if k.Leaf != nil {
				fmt.Fprintf(&b, " %q %v %v %v", k.Leaf.Prose, k.Leaf.Runs, k.Leaf.Marks, k.Leaf.segments)
			}
			b.WriteByte('\n')
			walk(k.Blocks, depth+1)
		}
	}
	walk(blocks, 0)
	return b.String()
}

// inPieces parses src cut wherever Cut may cut.
func inPieces(src []byte, aim int) (string, int) {
	pieces, s := Cut(src, State{aim: aim}, true)
	var all []Block
	for _, p := range pieces {
		all = append(all, Parse(src, p, s.Refs)...)
	}
	return dump(all), len(pieces)
}

func whole(src []byte) string {
	_, s := Cut(src, State{aim: 1 << 30}, true)
	return dump(Parse(src, Piece{At: Range{0, Pos(len(src))}}, s.Refs))
}

func same(t *testing.T, name string, src []byte) (pieces int, ok bool) {
	t.Helper()
	got, n := inPieces(src, 1)
	want := whole(src)
	if got == want {
		return n, true
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			have := "nothing"
			if i < len(g) {
				have = g[i]
			}
			t.Logf("%s: in pieces\n  %s\nas a whole\n  %s", name, have, w[i])
			break
		}
	}
	return n, false
}

// goldmarkDir is the folder of the library, for its own test data.
func goldmarkDir(t *testing.T) string {
	t.Helper()
	p, err := build.Import("github.com/yuin/goldmark", ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	return p.Dir
}

type example struct{ Markdown string }

func commonMark(t *testing.T) []example {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(goldmarkDir(t), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var e []example
	if err := json.Unmarshal(b, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// TestPiecesParseAlikeCommonMark: cut wherever it may be, each example of CommonMark, and
// all of them one after the other, gives the tree of the whole.
func TestPiecesParseAlikeCommonMark(t *testing.T) {
	examples := commonMark(t)
	if len(examples) < 600 {
		t.Fatalf("%d examples", len(examples))
	}
	var joined strings.Builder
	for i, e := range examples {
		if _, ok := same(t, fmt.Sprint("example ", i+1), []byte(e.Markdown)); !ok {
			t.Errorf("example %d differs: %q", i+1, e.Markdown)
		}
		joined.WriteString(e.Markdown + "\n")
	}
	n, ok := same(t, "joined", []byte(joined.String()))
	if !ok {
		t.Error("the joined examples differ")
	}
	t.Logf("%d examples, %d pieces joined", len(examples), n)
}

func TestPiecesParseAlikeExtensions(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(goldmarkDir(t), "extension", "_test", "*.txt"))
	if len(files) < 4 {
		t.Fatal("no extension tests")
	}
	bar := regexp.MustCompile(`(?m)^//- - - - - - - - -//\n`)
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		parts := bar.Split(string(b), -1)
		for i := 1; i < len(parts); i += 2 {
			if _, ok := same(t, filepath.Base(f), []byte(parts[i])); !ok {
				t.Errorf("%s: %q differs", filepath.Base(f), parts[i])
			}
		}
		if _, ok := same(t, filepath.Base(f), b); !ok {
			t.Errorf("%s differs as a whole", filepath.Base(f))
		}
	}
}

func TestPiecesParseAlikeSamples(t *testing.T) {
	dir := "../../shared/samples/markdown"
	files, _ := filepath.Glob(dir + "/*.md")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	fence := regexp.MustCompile("(?s)````* example[^\n]*\n(.*?)\n\\.\n")
	pieces := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		n, ok := same(t, filepath.Base(f), b)
		pieces += n
		if !ok {
			t.Errorf("%s differs", filepath.Base(f))
		}
		if filepath.Base(f) == "gfm-spec.md" {
			examples := fence.FindAllSubmatch(b, -1)
			for i, m := range examples {
				md := []byte(strings.ReplaceAll(string(m[1])+"\n", "→", "\t"))
				if _, ok := same(t, fmt.Sprint("GFM example ", i+1), md); !ok {
					t.Errorf("GFM example %d differs: %q", i+1, md)
				}
			}
			t.Logf("%d GFM examples", len(examples))
		}
	}
	t.Logf("%d files, %d pieces", len(files), pieces)
}

// TestCutGoesOn: read in portions, a source is cut as it is cut at once.
func TestCutGoesOn(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "## Heading %d\n\nA paragraph with [a link][ref-%d] and a note[^n%d].\n\n```go\ncode\n\n# not a heading\n```\n\n- item\n\n  ```\n  in it\n\nout of it\n\n[ref-%d]: https://example.com/%d\n[^n%d]: Note.\n\n", i, i, i, i, i, i)
	}
	src := []byte(b.String())
	want, ws := Cut(src, State{}, true)
	for _, portion := range []int{1, 7, 1000, 5000, 64 << 10} {
		var got []Piece
		var s State
		for n := 0; n < len(src); {
			n = min(n+portion, len(src))
			var p []Piece
			p, s = Cut(src[:n:n], s, n == len(src))
			got = append(got, p...)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("in portions of %d: %d pieces, want %d", portion, len(got), len(want))
		}
		if s.Refs.Len() != ws.Refs.Len() || s.Refs.Len() != 800 {
			t.Errorf("in portions of %d: %d definitions, want %d", portion, s.Refs.Len(), ws.Refs.Len())
		}
	}
}

// TestForcedCut: a paragraph of any length falls into slices; no word is lost,
// none is cut where there is a space.
func TestForcedCut(t *testing.T) {
	line := strings.Repeat("words of a paragraph without an end ", 40_000)
	for name, src := range map[string]string{
		"one line":           line,
		"one line of a text": "# Title\n\nBefore it.\n\n" + line + "\n\nAfter it.\n\n## Heading\n",
		"hard-wrapped":       strings.ReplaceAll(line, "end ", "end\n"),
		"no space":           strings.Repeat("ü", 300_000),
	} {
		pieces, s := Cut([]byte(src), State{}, true)
		if len(pieces) < 10 {
			t.Errorf("%s: %d pieces", name, len(pieces))
		}
		var prose []string
		at := Pos(0)
		for i, p := range pieces {
			if p.At.Start != at || p.At.End <= at {
				t.Fatalf("%s: piece %d is %v, want it to begin at %d", name, i, p.At, at)
			}
			at = p.At.End
			if n := p.At.End - p.At.Start; n > most {
				t.Errorf("%s: piece %d has %d bytes", name, i, n)
			}
			Leaves(Parse([]byte(src), p, s.Refs), func(b *Block) bool {
				prose = append(prose, b.Leaf.Prose)
				return true
			})
		}
		if int(at) != len(src) {
			t.Errorf("%s: pieces end at %d of %d", name, at, len(src))
		}
		sep := " "
		if name == "no space" {
			sep = ""
		}
		got := strings.Fields(strings.Join(prose, sep))
		want := strings.Fields(strings.NewReplacer("# ", "", "## ", "").Replace(src))
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %d words, want %d", name, len(got), len(want))
		}
	}
}

// TestForcedCutIsLinear: what is one block for whatever reason does not make the
// scan slower than its length.
func TestForcedCutIsLinear(t *testing.T) {
	for name, src := range map[string]string{
		"a list":      strings.Repeat("- an item of a long list\n", 200_000),
		"a quotation": strings.Repeat("> quoted words\n", 200_000),
		"a table":     "| a | b |\n|---|---|\n" + strings.Repeat("| 1 | 2 |\n", 200_000),
		"a fence":     "```\n" + strings.Repeat("code\n\n", 400_000),
		"brackets":    strings.Repeat("[", 1_000_000),
	} {
		pieces, s := Cut([]byte(src), State{}, true)
		if len(pieces) == 0 || int(s.Pos()) < len(src)-1 {
			t.Errorf("%s: %d pieces, scanned to %d of %d", name, len(pieces), s.Pos(), len(src))
		}
	}
}

// TestLeafMap: the source of each byte of prose leads back to it, and the prose
// of a range is its words.
func TestLeafMap(t *testing.T) {
	var docs [][]byte
	for _, e := range commonMark(t) {
		docs = append(docs, []byte(e.Markdown))
	}
	docs = append(docs, []byte("Esc\\*apes, &amp; &#228; references, *emph **strong** x*, `code  a`, [link](/u \"t\"), ![alt](/i), <b>raw</b> a<br>b  \nhard\\\nbreaks, <https://example.com/>, ~~gone~~\nand soft ones."))
	for _, src := range docs {
		checkLeaves(t, src)
	}
}

func checkLeaves(t *testing.T, src []byte) {
	t.Helper()
	pieces, s := Cut(src, State{}, true)
	for _, p := range pieces {
		Leaves(Parse(src, p, s.Refs), func(b *Block) bool {
			l := b.Leaf
			if len(l.Runs) > 0 && (l.Runs[0].From != 0 || l.Runs[len(l.Runs)-1].To != len(l.Prose)) {
				t.Errorf("%q: runs %v do not cover %q", src, l.Runs, l.Prose)
			}
			for i := range l.Prose {
				pos := l.Pos(i)
				if pos < p.At.Start || pos > p.At.End {
					t.Errorf("%q: byte %d of %q stands at %d", src, i, l.Prose, pos)
				}
				if b.Kind == Code {
					continue
				}
				_, n := decode(l.Prose[i:])
				r := l.Range(i, i+n)
				// several runes may come from one token
				if w := l.Words(r); !strings.Contains(w, l.Prose[i:i+n]) {
					t.Errorf("%q: the words of %v are %q, want %q", src, r, w, l.Prose[i:i+n])
				}
			}
			return true
		})
	}
}

func decode(s string) (rune, int) {
	for i, r := range s {
		if i == 0 {
			return r, len(string(r))
		}
	}
	return 0, 0
}

func FuzzParse(f *testing.F) {
	f.Add("# T\n\nText *a* `b` &amp; [x][y].\n\n[y]: /u\n\n- a\n  ```\n  b\n\nc\n")
	f.Add("<div>\n```\n</div>\n\n<!-- a\n\nb -->\n\n| a |\n|--|\n| b \\| c |\n")
	f.Add("T\n: d\n\n[^a]: n\n\nb[^a]\n\n> - > q\n")
	f.Add("~~~\n\n\x00\ufffd\n")
	f.Fuzz(func(t *testing.T, s string) {
		src := []byte(strings.ToValidUTF8(s, ""))
		if len(src) > 1<<16 {
			return
		}
		pieces, st := Cut(src, State{aim: 1}, true)
		at := Pos(0)
		for _, p := range pieces {
			if p.At.Start != at {
				t.Fatalf("gap at %d", at)
			}
			at = p.At.End
			Leaves(Parse(src, p, st.Refs), func(b *Block) bool {
				for i := range b.Leaf.Prose {
					b.Leaf.Pos(i)
				}
				for _, s := range b.Leaf.Sentences() {
					b.Leaf.Words(s)
				}
				return true
			})
		}
		if int(at) != len(src) {
			t.Fatalf("pieces end at %d of %d", at, len(src))
		}
	})
}

// TestCutEnds: what is no text, and was not cleaned, is cut as well.
func TestCutEnds(t *testing.T) {
	src := bytes.Repeat([]byte{0x9b}, 200000)
	pieces, _ := Cut(src, State{}, true)
	if n := len(pieces); n == 0 || pieces[n-1].At.End != Pos(len(src)) {
		t.Errorf("%d pieces", n)
	}
}
