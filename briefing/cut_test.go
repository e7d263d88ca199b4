package briefing

import (
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
