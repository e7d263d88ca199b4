package page

import (
	"bufio"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// Links is what becomes of a link's address where a page is written out.
type Links uint8

const (
	LinksHidden  Links = iota // OSC 8 on the link's words: for a terminal
	LinksPrinted              // the address behind the words: for a pipe, where no escape is written
)

// Render writes the whole page, line by line, piece by piece, without trailing
// blanks. With LinksPrinted it writes plain text. Said, which may be nil, is what
// stands before a heading: see Page.Say.
func Render(w io.Writer, src []byte, pieces []briefing.Piece, refs briefing.Refs, hide briefing.Range, measure int, looks *Looks, links Links, said func(briefing.Pos) string) error {
	out := bufio.NewWriter(w)
	l := newLayouter(looks, measure)
	l.said = said
	some := false
	var begun *table // which may go on in the next piece
	for _, piece := range pieces {
		blocks := briefing.Parse(src, piece, refs)
		if links == LinksPrinted {
			blocks = addressed(blocks)
		}
		parts := flattenOn(blocks, hide, begun)
		if n := len(parts); n > 0 {
			begun = parts[n-1].table
		}
		for i := range parts {
			p := &parts[i]
			if !some {
				p.above = 0
			}
			some = true
			a := l.part(p)
			for _, rows := range [][]row{a.over, a.rows} {
				for k := range rows {
					text := rows[k].text
					if links == LinksPrinted {
						text = strings.TrimRight(ansi.Strip(text), " ")
					}
					_, _ = out.WriteString(text)
					_ = out.WriteByte('\n')
				}
			}
		}
	}
	return out.Flush()
}

// addressed returns blocks with the address behind the words of each link that
// does not say it already. The copies know no places.
func addressed(blocks []briefing.Block) []briefing.Block {
	out := make([]briefing.Block, len(blocks))
	for i, b := range blocks {
		b.Blocks = addressed(b.Blocks)
		if b.Leaf != nil {
			b.Leaf = withAddresses(b.Leaf)
		}
		out[i] = b
	}
	return out
}

func withAddresses(l *briefing.Leaf) *briefing.Leaf {
	linked := false
	for _, r := range l.Runs {
		linked = linked || r.Link != ""
	}
	if !linked {
		return l
	}
	var b strings.Builder
	out := &briefing.Leaf{At: l.At}
	m := 0
	from := 0 // where the words of the link begin
	for i, r := range l.Runs {
		if i == 0 || l.Runs[i-1].Link != r.Link {
			from = r.From
		}
		shift := b.Len() - r.From
		for ; m < len(l.Marks) && l.Marks[m].At < r.To; m++ {
			out.Marks = append(out.Marks, briefing.Mark{At: l.Marks[m].At + shift, Label: l.Marks[m].Label})
		}
		b.WriteString(l.Prose[r.From:r.To])
		out.Runs = append(out.Runs, briefing.Run{From: r.From + shift, To: b.Len(), Look: r.Look})
		if last := i+1 == len(l.Runs) || l.Runs[i+1].Link != r.Link; !last || r.Link == "" {
			continue
		}
		words := l.Prose[from:r.To]
		if words == r.Link || "mailto:"+words == r.Link || r.Link[0] == '#' {
			continue
		}
		at := b.Len()
		b.WriteString(" (" + drawn(r.Link) + ")")
		out.Runs = append(out.Runs, briefing.Run{From: at, To: b.Len()})
	}
	for ; m < len(l.Marks); m++ {
		out.Marks = append(out.Marks, briefing.Mark{At: b.Len(), Label: l.Marks[m].Label})
	}
	out.Prose = b.String()
	return out
}
