package page

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// generated makes Markdown of every kind of block, nested in each other, about
// size bytes of it; the same of the same seed.
func generated(seed int64, size int) []byte {
	g := generator{rand.New(rand.NewSource(seed))}
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(g.block(0) + "\n\n")
	}
	b.WriteString("[ref]: https://example.org/reference\n\n[^note]: A note of some words.\n")
	return []byte(b.String())
}

type generator struct{ *rand.Rand }

func (g generator) one(of ...string) string { return of[g.Intn(len(of))] }

func (g generator) word() string {
	return g.one("the", "a", "of", "minister", "US-French", "Zürich", "e\u0301tat", "$60", "2021-11-08", "—", "–", "well-known", "x", "東京で会う", "한국어", "👩‍👩‍👧", "🇫🇷", "❤️",
		"soft\u00adhyphen", "zero\u200bwidth", "100\u00a0km", "https://example.org/a/very/long/path/that/does/not/fit", "donaudampfschifffahrtsgesellschaft", "&amp;", "&nbsp;", "&copy;", `\*`, `\\`, "<br>", "a.b,c;d", "(in", "it)", "“quote”", "नमस्ते", "سلام", "1.", "#")
}

func (g generator) words(n int) string {
	var w []string
	for range 1 + g.Intn(n) {
		s := g.word()
		switch g.Intn(14) {
		case 0:
			s = "**" + s + " " + g.word() + "**"
		case 1:
			s = "*" + s + "*"
		case 2:
			s = "`" + s + "`"
		case 3:
			s = "[" + s + " " + g.word() + "](https://example.org/" + fmt.Sprint(g.Intn(9)) + ")"
		case 4:
			s += "[^note]"
		case 5:
			s = "~~" + s + "~~"
		case 6:
			s = "[" + s + "][ref]"
		case 7:
			s = "![" + s + "](picture.png)"
		case 8:
			s = "<https://example.org/" + fmt.Sprint(g.Intn(9)) + ">"
		}
		w = append(w, s)
	}
	return strings.Join(w, " ")
}

func indented(s, first, rest string) string {
	return first + strings.ReplaceAll(s, "\n", "\n"+rest)
}

func (g generator) block(depth int) string {
	kind := g.Intn(13)
	if depth > 5 {
		kind = g.Intn(3)
	}
	switch kind {
	case 0, 1, 2:
		return g.words(60)
	case 3:
		return strings.Repeat("#", 1+g.Intn(6)) + " " + g.words(12)
	case 4:
		return indented(g.block(depth+1)+g.one("\n", "\n\n")+g.block(depth+1), "> ", "> ")
	case 5, 6:
		var b strings.Builder
		gap := g.one("\n", "\n\n")
		for range 1 + g.Intn(4) {
			b.WriteString(indented(g.one("", "[ ] ", "[x] ")+g.words(20)+g.one("", "\n\n"+g.block(depth+1)), "- ", "  ") + gap)
		}
		return b.String()
	case 7:
		var b strings.Builder
		start := g.one("1", "8", "98", "123456789")
		for range 1 + g.Intn(4) {
			b.WriteString(indented(g.words(20)+g.one("", "\n\n"+g.block(depth+1)), start+". ", strings.Repeat(" ", len(start)+2)) + "\n")
		}
		return b.String()
	case 8:
		columns := 1 + g.Intn(6)
		var b strings.Builder
		for row := range 2 + g.Intn(4) {
			for range columns {
				cell := g.one(fmt.Sprint(g.Intn(100000)), g.words(6), "", strings.ReplaceAll(g.word(), "\n", ""))
				b.WriteString("| " + strings.ReplaceAll(cell, "<br>", "") + " ")
			}
			b.WriteString("|\n")
			if row == 0 {
				for range columns {
					b.WriteString("|" + g.one("---", ":--", "--:", ":-:"))
				}
				b.WriteString("|\n")
			}
		}
		return b.String()
	case 9:
		return "```" + g.one("", "go", "python", "nothing") + "\nif x:\n\treturn \"" + g.word() + "\"\n\n    " + g.words(20) + "\n```"
	case 10:
		return g.word() + "\n: " + indented(g.words(20), "", "  ")
	case 11:
		return g.one("***", "<div>"+g.word()+"</div>", "<p>\n"+g.word()+" &amp; "+g.word()+"\n</p>")
	default:
		return "**" + g.one("Q", "Secretary Blinken", "東京") + ":** " + g.words(30)
	}
}

func TestGenerated(t *testing.T) {
	seeds := int64(80) // FuzzLayout goes on from there
	if testing.Short() {
		seeds = 16
	}
	for seed := range seeds {
		blocks := parse(generated(seed, 2000))
		for _, w := range append([]int{4, 7, 13}, widths...) {
			promises(t, fmt.Sprint("generated ", seed), blocks, w)
			if t.Failed() {
				return
			}
		}
	}
}
