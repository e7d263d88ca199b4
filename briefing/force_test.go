package briefing

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// A counted document has words “w0 w1 w2 …”, so that one that is lost, doubled or
// moved is told.
type counted struct {
	strings.Builder
	n int
}

// words writes k more of them.
func (c *counted) words(k int) string {
	var b strings.Builder
	for i := range k {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "w%d", c.n)
		c.n++
	}
	return b.String()
}

// containers are documents that are one block, or hardly more, written until
// they are as long as asked for.
var containers = map[string]func(c *counted, size int){
	"a tight list": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("- " + c.words(12) + "\n")
		}
	},
	"a loose list": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("* " + c.words(30) + "\n  " + c.words(8) + "\n\n")
		}
	},
	"numbered paragraphs": func(c *counted, size int) {
		for i := 1; c.Len() < size; i++ {
			n := fmt.Sprintf("%d. ", i)
			fmt.Fprintf(c, "%s%s\n\n%*s%s\n\n", n, c.words(80), len(n), "", c.words(40))
		}
	},
	"numbers aligned": func(c *counted, size int) {
		for i := 1; c.Len() < size; i++ {
			fmt.Fprintf(c, "%*d) %s\n", 1+min(i%3, 2), i, c.words(20))
		}
	},
	"a nested list": func(c *counted, size int) {
		c.WriteString("- " + c.words(5) + "\n")
		for c.Len() < size {
			c.WriteString("  1. " + c.words(5) + "\n     - " + c.words(9) + "\n\n       " + c.words(20) + "\n     - " + c.words(3) + "\n")
		}
	},
	"one item": func(c *counted, size int) {
		c.WriteString("12.  " + c.words(5) + "\n")
		for c.Len() < size {
			c.WriteString("\n     " + c.words(90) + "\n")
		}
	},
	"a list with fences": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("- " + c.words(9) + "\n\n  ```\n  " + c.words(5) + "\n\n  " + c.words(5) + "\n  ```\n\n")
		}
	},
	"a table": func(c *counted, size int) {
		c.WriteString("| " + c.words(1) + " | " + c.words(2) + " |\n|:--|--:|\n")
		for c.Len() < size {
			c.WriteString("| " + c.words(2) + " | **" + c.words(3) + "** |\n")
		}
	},
	"a table without bars at its sides": func(c *counted, size int) {
		c.WriteString(c.words(1) + " | " + c.words(2) + "\n---|---\n")
		for c.Len() < size {
			c.WriteString(c.words(2) + " | " + c.words(3) + "\n")
		}
	},
	"a quotation": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("> " + c.words(30) + "\n> " + c.words(30) + "\n>\n")
		}
	},
	"a quotation without a paragraph's end": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("> " + c.words(10) + "\n")
		}
	},
	"a lazy quotation": func(c *counted, size int) {
		c.WriteString("> " + c.words(10) + "\n")
		for c.Len() < size {
			c.WriteString(c.words(10) + "\n")
		}
	},
	"a quotation of everything": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("> - " + c.words(9) + "\n>   1. " + c.words(4) + "\n>\n>      > " + c.words(10) + "\n>\n> ```go\n> " + c.words(9) + "\n>\n> ```\n>\n> | a | b |\n> |---|---|\n> | " + c.words(1) + " | " + c.words(1) + " |\n>\n")
		}
	},
	"a table in a quotation": func(c *counted, size int) {
		c.WriteString("> | " + c.words(1) + " | " + c.words(2) + " |\n> |:--|--:|\n")
		for c.Len() < size {
			c.WriteString("> | " + c.words(2) + " | " + c.words(3) + " |\n")
		}
	},
	"a fence": func(c *counted, size int) {
		c.WriteString("~~~~ go\n")
		for c.Len() < size {
			c.WriteString("    " + c.words(6) + "\n\n# " + c.words(3) + "\n> " + c.words(2) + "\n- " + c.words(4) + "\n```\n")
		}
		c.WriteString("~~~~\n")
	},
	"a fence in an item": func(c *counted, size int) {
		c.WriteString("1.  " + c.words(2) + "\n\n    ```sh\n")
		for c.Len() < size {
			c.WriteString("    " + c.words(6) + "\n\n    # " + c.words(3) + "\n")
		}
		c.WriteString("    ```\n2.  " + c.words(3) + "\n")
	},
	"indented code": func(c *counted, size int) {
		for c.Len() < size {
			c.WriteString("    " + c.words(6) + "\n\n")
		}
	},
	"an HTML block": func(c *counted, size int) {
		c.WriteString("<div>\n")
		for c.Len() < size {
			c.WriteString("<p>" + c.words(6) + "</p>\n" + c.words(5) + "\n")
		}
		c.WriteString("</div>\n")
	},
	"a pre": func(c *counted, size int) {
		c.WriteString("<pre>\n")
		for c.Len() < size {
			c.WriteString(c.words(6) + "\n\n" + c.words(5) + "\n")
		}
		c.WriteString("</pre>\n")
	},
	"a footnote": func(c *counted, size int) {
		c.WriteString("[^n]: " + c.words(4) + "\n")
		for c.Len() < size {
			c.WriteString("\n    " + c.words(60) + "\n")
		}
	},
	"one line of an item": func(c *counted, size int) {
		c.WriteString("- " + c.words(3) + "\n- ")
		for c.Len() < size {
			c.WriteString(c.words(50) + " ")
		}
		c.WriteString("\n- " + c.words(3) + "\n\n  " + c.words(3) + "\n")
	},
	"one line of a quotation": func(c *counted, size int) {
		c.WriteString("> > ")
		for c.Len() < size {
			c.WriteString(c.words(50) + " ")
		}
		c.WriteString("\n> > " + c.words(3) + "\n")
	},
	"one line of code": func(c *counted, size int) {
		c.WriteString("```\n" + c.words(3) + "\n")
		for c.Len() < size {
			c.WriteString(c.words(50) + " ")
		}
		c.WriteString("\n" + c.words(3) + "\n```\n")
	},
	"one cell": func(c *counted, size int) {
		c.WriteString("| a | b |\n|---|---|\n| " + c.words(3) + " | ")
		for c.Len() < size {
			c.WriteString(c.words(50) + " ")
		}
		c.WriteString(" |\n| " + c.words(3) + " | " + c.words(3) + " |\n")
	},
	"one line of HTML": func(c *counted, size int) {
		c.WriteString("<div>")
		for c.Len() < size {
			c.WriteString("<b>" + c.words(50) + "</b> ")
		}
		c.WriteString("</div>\n")
	},
}

var countedWord = regexp.MustCompile(`\bw\d+\b`)

// TestForcedCutsLoseNothing: whatever one block is, it falls into pieces of a
// bounded size, each word of it is there, once and in its place, and leads back to
// the source.
func TestForcedCutsLoseNothing(t *testing.T) {
	size := 512 << 10
	if testing.Short() { // three pieces and more
		size = 192 << 10
	}
	for name, write := range containers {
		for _, before := range []string{"", "# Title\n\nBefore it.\n\n"} {
			c := &counted{}
			c.WriteString(before)
			write(c, size)
			c.WriteString("\n\n## After it\n\n" + c.words(3) + "\n")
			src := []byte(c.String())
			pieces, s := Cut(src, State{}, true)
			at, next, went := Pos(0), 0, 0
			for i, p := range pieces {
				if p.At.Start != at || p.At.End <= at {
					t.Fatalf("%s: piece %d is %v, want it to begin at %d", name, i, p.At, at)
				}
				at = p.At.End
				if n := p.At.End - p.At.Start; n > most+2*aim+1024 {
					t.Errorf("%s: piece %d has %d bytes", name, i, n)
				}
				blocks := Parse(src, p, s.Refs)
				if len(blocks) > 0 && blocks[0].Cont {
					went++
				}
				Leaves(blocks, func(b *Block) bool {
					for _, m := range countedWord.FindAllStringIndex(b.Leaf.Prose, -1) {
						w := b.Leaf.Prose[m[0]:m[1]]
						if w != fmt.Sprint("w", next) {
							t.Fatalf("%s: %s in piece %d of %d, want w%d", name, w, i, len(pieces), next)
						}
						next++
						if r := b.Leaf.Range(m[0], m[1]); string(r.Of(src)) != w || r.Start < p.At.Start || r.End > p.At.End {
							t.Fatalf("%s: %s stands at %v, which is %q", name, w, r, r.Of(src))
						}
					}
					return true
				})
			}
			if next != c.n {
				t.Errorf("%s: %d words, want %d", name, next, c.n)
			}
			if int(at) != len(src) {
				t.Errorf("%s: pieces end at %d of %d", name, at, len(src))
			}
			if went < size>>16 {
				t.Errorf("%s: %d of %d pieces go on from the one before", name, went, len(pieces))
			}
			if last := Parse(src, pieces[len(pieces)-1], s.Refs); len(last) < 2 || last[len(last)-2].Kind != Heading {
				t.Errorf("%s: no heading after it", name)
			}
		}
	}
}

// TestForcedCutsGoOn: read in portions, what is one block is cut as it is at once.
func TestForcedCutsGoOn(t *testing.T) {
	for name, write := range containers {
		c := &counted{}
		write(c, 300<<10)
		c.WriteString("\n\n## After it\n")
		src := []byte(c.String())
		want, _ := Cut(src, State{}, true)
		for _, portion := range []int{777, 64 << 10} {
			var got []Piece
			var s State
			for n := 0; n < len(src); {
				n = min(n+portion, len(src))
				var p []Piece
				p, s = Cut(src[:n:n], s, n == len(src))
				got = append(got, p...)
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s in portions of %d: %d pieces, want %d", name, portion, len(got), len(want))
			}
		}
	}
}

// TestForcedCutsKeepTheBlock: the pieces of one block say what it is.
func TestForcedCutsKeepTheBlock(t *testing.T) {
	read := func(name string) (all [][]Block) {
		c := &counted{}
		containers[name](c, 1<<20)
		src := []byte(c.String())
		pieces, s := Cut(src, State{}, true)
		for _, p := range pieces {
			all = append(all, Parse(src, p, s.Refs))
		}
		return all
	}
	for name, tight := range map[string]bool{"a tight list": true, "a loose list": false, "numbered paragraphs": false, "numbers aligned": true} {
		number := 0
		for i, blocks := range read(name) {
			if len(blocks) != 1 || blocks[0].Kind != List || blocks[0].Cont != (i > 0) || blocks[0].Tight != tight {
				t.Fatalf("%s: piece %d is %s", name, i, dump(blocks)[:200])
			}
			for _, item := range blocks[0].Blocks {
				if item.Cont {
					t.Errorf("%s: piece %d begins inside an item", name, i)
				}
				if number++; item.Ordered && item.Start != number {
					t.Fatalf("%s: item %d has the number %d", name, number, item.Start)
				}
			}
		}
	}
	for i, blocks := range read("a table") {
		b := blocks[0]
		if len(blocks) != 1 || b.Kind != Table || b.Cont != (i > 0) || b.Blocks[0].Cont != (i > 0) {
			t.Fatalf("piece %d of the table is %s", i, dump(blocks)[:200])
		}
		if h := b.Blocks[0].Blocks; h[0].Leaf.Prose != "w0" || h[1].Leaf.Prose != "w1 w2" || h[1].Leaf.At.Start != 7 {
			t.Errorf("piece %d of the table has the head %s", i, dump(h))
		}
		if b.Blocks[1].Blocks[1].Align != AlignRight {
			t.Errorf("piece %d of the table is not aligned", i)
		}
	}
	for i, blocks := range read("a fence") {
		if len(blocks) != 1 || blocks[0].Kind != Code || blocks[0].Cont != (i > 0) || blocks[0].Info != "go" {
			t.Fatalf("piece %d of the fence is %s", i, dump(blocks)[:200])
		}
	}
	for i, blocks := range read("a fence in an item") {
		b := blocks[0]
		if b.Kind != List || b.Blocks[0].Start != 1 || i > 0 && !b.Blocks[0].Cont {
			t.Fatalf("piece %d of the fence in an item is %s", i, dump(blocks)[:200])
		}
		if k := b.Blocks[0].Blocks; k[len(k)-1].Kind != Code || k[len(k)-1].Info != "sh" {
			t.Errorf("piece %d of the fence in an item holds no code", i)
		}
	}
	for i, blocks := range read("a quotation") {
		if len(blocks) != 1 || blocks[0].Kind != Quote || blocks[0].Cont != (i > 0) || blocks[0].Blocks[0].Cont {
			t.Fatalf("piece %d of the quotation is %s", i, dump(blocks)[:200])
		}
	}
	for i, blocks := range read("a nested list") {
		b := blocks[0]
		if len(blocks) != 1 || b.Kind != List || len(b.Blocks) != 1 || b.Blocks[0].Cont != (i > 0) {
			t.Fatalf("piece %d of the nested list is %s", i, dump(blocks)[:200])
		}
	}
}

func BenchmarkForcedCuts(b *testing.B) {
	for _, name := range []string{"a tight list", "numbered paragraphs", "a table", "a quotation", "a fence"} {
		c := &counted{}
		containers[name](c, 10<<20)
		src := []byte(c.String())
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Cut(src, State{}, true)
			}
		})
	}
}
