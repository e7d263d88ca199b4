package page

import (
	"strings"
	"testing"

	"readout/briefing"
)

// paragraphs are some 500 bytes of prose each.
var paragraphs = map[string]string{
	"marked up": strings.Repeat("The Vice President **will meet** the [President](https://example.org/p) on *Wednesday* to mend ties; ", 5),
	"plain":     strings.Repeat("The Vice President will meet the President on Wednesday to mend ties, a source said. ", 6),
	"Japanese":  strings.Repeat("日本語のテキストはどこでも改行できますが、句読点の前では改行しません。", 5),
}

func BenchmarkParagraph(b *testing.B) {
	for name, text := range paragraphs {
		b.Run(name, func(b *testing.B) {
			blocks := parse([]byte(text))
			l := newLayouter(Dark(), 72)
			parts := flatten(blocks, briefing.Range{})
			b.SetBytes(int64(len(blocks[0].Leaf.Prose)))
			b.ReportAllocs()
			for b.Loop() {
				l.part(&parts[0])
			}
		})
	}
}

func BenchmarkBreak(b *testing.B) {
	l := parse([]byte(paragraphs["marked up"]))[0].Leaf
	b.SetBytes(int64(len(l.Prose)))
	for b.Loop() {
		breakLines(l, 0, len(l.Prose), 72, 72, false)
	}
}

func BenchmarkCode(b *testing.B) {
	blocks := parse([]byte("```go\n" + strings.Repeat("func main() { fmt.Println(\"hello\", 12) } // say it\n", 10) + "```\n"))
	l := newLayouter(Dark(), 72)
	parts := flatten(blocks, briefing.Range{})
	for b.Loop() {
		l.part(&parts[0])
	}
}

// A window whose lines are at hand, and one that is laid out anew.
func BenchmarkWindow(b *testing.B) {
	p := open(sheet(200<<10), 72)
	top := p.Percent(50)
	for b.Loop() {
		p.Window(top, 48)
	}
}

func BenchmarkResize(b *testing.B) {
	p := open(sheet(200<<10), 72)
	top := p.Percent(50)
	for n := 0; b.Loop(); n++ {
		p.Resize(70 + n%2)
		p.Window(top, 48)
	}
}

func BenchmarkJump(b *testing.B) {
	p := open(sheet(2<<20), 72)
	for n := 0; b.Loop(); n++ {
		p.Window(p.Percent(n*37%100), 48)
	}
}
