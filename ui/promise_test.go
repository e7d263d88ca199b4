package ui

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
	"readout/ui/page"
)

// The promise of the page, held by counting what is done for an action: bytes
// read, cut, parsed and laid out. No clock is asked.

// generated is about n bytes of ordinary Markdown.
func generated(n int) []byte {
	var b bytes.Buffer
	b.Grow(n + 4096)
	b.WriteString("# A generated briefing\n\n")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "## Section %d\n\n", i)
		for j := range 6 {
			fmt.Fprintf(&b, "Paragraph %d of it says *something* about [a link](https://example.com/%d) and goes on for a while, so that it takes more than one line of the page on which it stands.\n\n", j, i)
		}
		b.WriteString("- an item\n- another item, which is a bit longer than the first one\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n> A quotation of a sentence that somebody said.\n\n```go\nfunc code() {}\n```\n\n")
	}
	return b.Bytes()
}

// oneLine is a single line of n bytes.
func oneLine(n int) []byte {
	return bytes.Repeat([]byte("words without an end "), n/21+1)[:n]
}

// oneBlock is n bytes of lines like line, behind first: one block.
func oneBlock(n int, first, line string) []byte {
	return append([]byte(first), bytes.Repeat([]byte(line), n/len(line)+1)...)
}

type done struct {
	read, cut int
	page.Work
}

func (a done) since(b done) done {
	return done{a.read - b.read, a.cut - b.cut, page.Work{Pieces: a.Pieces - b.Pieces, Parsed: a.Parsed - b.Parsed, Laid: a.Laid - b.Laid, Lines: a.Lines - b.Lines}}
}

type counter struct {
	*driver
	feed *memory
}

func (c *counter) work() done {
	return done{c.feed.upto, int(c.m.doc.state.Pos()), c.m.doc.page.Work()}
}

// reads runs the commands that read, and leaves the facts aside.
func (c *counter) reads() {
	for len(c.kept) > 0 {
		msg := c.kept[0]
		c.kept = c.kept[1:]
		if s, ok := msg.(scanned); ok && s.done {
			_, _ = c.m.Update(msg)
			c.m.View()
			continue
		}
		c.send(msg)
	}
}

func TestPromise(t *testing.T) {
	sizes := map[string]func() []byte{
		"100 KB":          func() []byte { return generated(100 << 10) },
		"a line of 10 MB": func() []byte { return oneLine(10 << 20) },
		"a list of 10 MB": func() []byte {
			return oneBlock(10<<20, "", "- an item with some words, as long as they come\n")
		},
		"numbered paragraphs, 10 MB": func() []byte {
			var b bytes.Buffer
			for i := 1; b.Len() < 10<<20; i++ {
				fmt.Fprintf(&b, "%d. %s\n\n", i, oneLine(400))
			}
			return b.Bytes()
		},
		"one item of 10 MB": func() []byte {
			return oneBlock(10<<20, "1. It begins.\n", "\n   A paragraph of the item, which has many of them.\n")
		},
		"a table of 10 MB": func() []byte {
			return oneBlock(10<<20, "| name | number |\n|---|--:|\n", "| some name or other | 12 |\n")
		},
		"a wide table of 10 MB": func() []byte {
			return oneBlock(10<<20, wideTable(30, 1), strings.Repeat("| a cell of words ", 30)+"|\n")
		},
		"a fence of wide lines, 10 MB": func() []byte {
			return oneBlock(10<<20, "```\n", strings.Repeat("wide code ", 30)+"\n")
		},
		"a quotation of 10 MB": func() []byte {
			return oneBlock(10<<20, "", "> Somebody said this sentence,\n> and then another.\n>\n")
		},
		"a fence of 10 MB": func() []byte {
			return oneBlock(10<<20, "```go\n", "\tcode()\n\n// and what it does\n")
		},
		"a fence of one line of 10 MB": func() []byte {
			return append(append([]byte("```\n"), oneLine(10<<20)...), "\n```\n"...)
		},
	}
	if !testing.Short() {
		sizes["10 MB"] = func() []byte { return generated(10 << 20) }
		sizes["10 MB, hard-wrapped"] = func() []byte { return bytes.ReplaceAll(oneLine(10<<20), []byte("end w"), []byte("end\nw")) }
		sizes["100 MB"] = func() []byte { return generated(100 << 20) }
	}
	const w, h = 100, 40
	for name, make := range sizes {
		t.Run(name, func(t *testing.T) {
			src := make()
			c := &counter{feed: &memory{src: briefing.Source{Markdown: src}}}
			m, err := New(Options{Open: func(string) (Document, error) { return c.feed, nil }, Files: []string{"x"}, Looks: page.Dark()})
			if err != nil {
				t.Fatal(err)
			}
			c.driver = &driver{t: t, m: m, hold: true}
			within := func(what string, d done, read int) {
				t.Helper()
				if d.read > read || d.cut > read || d.Pieces > 3 || d.Parsed > 3*(64<<10) || d.Lines > 3*h || d.Laid > 3*h*w {
					t.Errorf("%s: read %d, cut %d, parsed %d pieces of %d bytes, laid out %d lines of %d bytes", what, d.read, d.cut, d.Pieces, d.Parsed, d.Lines, d.Laid)
				}
			}
			if c.feed.upto > head {
				t.Errorf("read %d bytes before the first frame", c.feed.upto)
			}
			m.Init()
			c.send(tea.WindowSizeMsg{Width: w, Height: h})
			within("first frame", c.work(), head)
			c.run(m.doc.next())
			c.reads()
			if !m.doc.done || int(m.doc.state.Pos()) != len(src) {
				t.Fatalf("scanned to %d of %d", m.doc.state.Pos(), len(src))
			}
			for _, k := range strings.Fields("j k space space b d u } } { ) ( ] [ G k b space g 50% j { 90% right right left space 10% right ] G { { {") {
				was := c.work()
				for _, r := range k {
					if len(k) == 3 {
						c.send(letter(r))
					}
				}
				if len(k) == 1 || k == "space" || k == "right" || k == "left" {
					c.press(k)
				}
				within(k, c.work().since(was), 0)
			}
			for _, s := range [][2]int{{80, 40}, {160, 40}, {40, 40}, {100, 40}} {
				was := c.work()
				c.send(tea.WindowSizeMsg{Width: s[0], Height: s[1]})
				d := c.work().since(was)
				if d.Laid > 3*h*max(s[0], 72) {
					t.Errorf("resize to %d columns: laid out %d bytes", s[0], d.Laid)
				}
				d.Laid = 0
				within(fmt.Sprint("resize to ", s), d, 0)
			}
		})
	}
}

// TestEndWaits: End on a file that is still being read waits for it, and keys
// work meanwhile.
func TestEndWaits(t *testing.T) {
	src := generated(12 << 20)
	feed := &memory{src: briefing.Source{Markdown: src}}
	m, err := New(Options{Open: func(string) (Document, error) { return feed, nil }, Files: []string{"x"}, Looks: page.Dark()})
	if err != nil {
		t.Fatal(err)
	}
	m.doc.facts = &briefing.Facts{} // not asked for here
	d := &driver{t: t, m: m, hold: true}
	d.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	d.press("G").sees("reading to the end")
	d.run(m.doc.next())
	for len(d.kept) > 0 && !m.doc.done {
		msg := d.kept[0]
		d.kept = d.kept[1:]
		d.send(msg)
	}
	d.sees(lastWords(src))
}

func lastWords(src []byte) string {
	i := bytes.LastIndex(src, []byte("Paragraph"))
	return string(src[i : i+20])
}

func BenchmarkFirstFrame(b *testing.B) {
	for _, n := range []int{5 << 10, 1 << 20, 50 << 20} {
		src := generated(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m, _ := New(Options{Open: func(string) (Document, error) { return &memory{src: briefing.Source{Markdown: src}}, nil }, Files: []string{"x"}, Looks: page.Dark()})
				m.Update(tea.WindowSizeMsg{Width: 160, Height: 48})
				m.View()
			}
		})
	}
}

func BenchmarkPage(b *testing.B) {
	src := generated(1 << 20)
	m, _ := New(Options{Open: func(string) (Document, error) { return &memory{src: briefing.Source{Markdown: src}}, nil }, Files: []string{"x"}, Looks: page.Dark()})
	m.Update(tea.WindowSizeMsg{Width: 160, Height: 48})
	d := &driver{t: b, m: m, hold: true}
	d.run(m.doc.next())
	d.m.Update(d.kept[0])
	keys := strings.Fields("space space space space space space space space b b b b b b b b")
	i := 0
	for b.Loop() {
		m.Update(keyMsg(keys[i%len(keys)]))
		m.View()
		i++
	}
}
