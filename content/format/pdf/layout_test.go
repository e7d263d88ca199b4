package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// A page set by hand: characters half as wide as they are high, from the left, so
// that a column of 200 points takes 40 characters of 10.
type press struct{ *Page }

func newPress() press { return press{&Page{Width: 600, Height: 800}} }

// at sets a line of text on a baseline. ~ before a word makes it bold, ^ raises it.
func (p press) at(x, y, size float64, text string) press {
	words := strings.Split(text, " ")
	for i, w := range words {
		s, z, base := Style{}, size, y
		for w != "" && strings.ContainsRune("~^", rune(w[0])) {
			switch w[0] {
			case '~':
				s.Bold = true
			case '^':
				z, base = size*0.6, y-size*0.35
			}
			w = w[1:]
		}
		for _, r := range w {
			p.Glyphs = append(p.Glyphs, Glyph{Box: Box{x, base - 0.8*z, x + 0.5*z, base + 0.2*z}, R: r, Base: base, Style: s, Tag: -1})
			x += 0.5 * z
		}
		if i+1 < len(words) && !strings.HasPrefix(words[i+1], "^") {
			p.Glyphs = append(p.Glyphs, Glyph{Box: Box{x, base - 0.8*z, x + 0.5*z, base + 0.2*z}, R: ' ', Base: base, Style: s, Tag: -1})
			x += 0.5 * size
		}
	}
	return p
}

// block sets lines below each other.
func (p press) block(x, y, size float64, lines ...string) press {
	for i, l := range lines {
		if l != "" {
			p.at(x, y+float64(i)*size*1.2, size, l)
		}
	}
	return p
}

func (p press) rule(left, top, right, bottom float64) press {
	p.Rules = append(p.Rules, Box{left, top, right, bottom})
	return p
}

// printed reads pages, and shows the blocks one a line.
func printed(marks []Mark, pages ...press) string {
	r := &Reader{Info: Info{Pages: len(pages)}, sheets: map[int]*sheet{}, layout: newLayout(marks)}
	r.source = func(n int) (*Page, error) { return pages[n].Page, nil }
	var b strings.Builder
	for done := false; !done; {
		var blocks []Block
		var err error
		if blocks, done, err = r.Next(); err != nil {
			return err.Error()
		}
		for i := range blocks {
			show(&b, &blocks[i])
		}
	}
	return b.String()
}

func show(w *strings.Builder, b *Block) {
	text := showSpans(b.Spans)
	switch b.Kind {
	case Heading:
		fmt.Fprintf(w, "%s %s\n", strings.Repeat("#", b.Level), text)
	case Item:
		fmt.Fprintf(w, "%s%s %s\n", strings.Repeat("  ", b.Depth), b.Label, text)
	case Note:
		fmt.Fprintf(w, "[%s]: %s\n", b.Label, text)
	case Margin:
		fmt.Fprintf(w, "margin: %s\n", text)
	case Table:
		for _, r := range b.Rows {
			var cells []string
			for _, c := range r {
				var s []string
				for _, p := range c {
					s = append(s, showSpans(p))
				}
				cells = append(cells, strings.Join(s, "; "))
			}
			fmt.Fprintln(w, "| "+strings.Join(cells, " | ")+" |")
		}
	default:
		fmt.Fprintf(w, "%s\n", text)
	}
}

func showSpans(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		switch {
		case s.Note != "":
			fmt.Fprintf(&b, "[%s]", s.Note)
		case s.Link != "":
			fmt.Fprintf(&b, "<%s>(%s)", s.Text, s.Link)
		default:
			b.WriteString(strings.ReplaceAll(s.Text, Break, "\\"))
		}
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	prose := []string{
		"The delegation arrives on Tuesday and is",
		"received by the minister at the airport.",
		"Talks on the border open in the evening,",
		"and the joint statement is to be adopted",
		"before the delegation leaves for Geneva.",
	}
	other := []string{
		"Markets opened higher after the decision",
		"of the bank, which had kept its rate for",
		"six months. Analysts expect two cuts this",
		"year, the first of them in the summer if",
		"inflation goes on falling as it has done.",
	}
	for name, c := range map[string]struct {
		pages []press
		marks []Mark
		want  string
	}{
		"lines of a paragraph are joined, a line with room ends it": {
			pages: []press{newPress().block(50, 100, 10, append(append([]string{}, prose[:2]...), "That is all.", other[0], other[1])...)},
			want:  "The delegation arrives on Tuesday and is received by the minister at the airport. That is all.\nMarkets opened higher after the decision of the bank, which had kept its rate for\n",
		},
		"paragraphs part where there is space": {
			pages: []press{newPress().block(50, 100, 10, prose[:2]...).block(50, 140, 10, other[:2]...)},
			want:  "The delegation arrives on Tuesday and is received by the minister at the airport.\nMarkets opened higher after the decision of the bank, which had kept its rate for\n",
		},
		"an indented line begins a paragraph": {
			pages: []press{newPress().block(50, 100, 10, prose...).at(70, 160, 10, other[0]).block(50, 172, 10, other[1:]...)},
			want:  strings.Join(prose, " ") + "\n" + strings.Join(other, " ") + "\n",
		},
		"two columns are read one after the other, what goes on is joined": {
			pages: []press{newPress().block(50, 100, 10, append(prose[:5:5], "Later the mission, which has its seat in")...).block(270, 100, 10, append([]string{"Geneva, is to report to the council also."}, other...)...)},
			want:  strings.Join(prose, " ") + " Later the mission, which has its seat in Geneva, is to report to the council also. " + strings.Join(other, " ") + "\n",
		},
		"a hyphen at the end of a line goes, in a number and a name it stays": {
			pages: []press{newPress().block(50, 100, 10, "The committee heard the govern-", "ment on the rules of COVID-", "19 and on the Franco-", "German council of ministers.")},
			want:  "The committee heard the government on the rules of COVID-19 and on the Franco-German council of ministers.\n",
		},
		"a hyphen stays where the word stands so elsewhere": {
			pages: []press{newPress().block(50, 100, 10, "A long-term plan was agreed by all, a long-", "term one, and a second is to follow it now.")},
			want:  "A long-term plan was agreed by all, a long-term one, and a second is to follow it now.\n",
		},
		"headings by size, bold and capitals, each on its level": {
			pages: []press{newPress().at(50, 80, 20, "Visit to Geneva").at(50, 120, 14, "Background").block(50, 150, 10, prose...).
				at(50, 230, 10, "~Talks ~on ~water").block(50, 250, 10, other...).at(50, 330, 14, "Next steps").block(50, 360, 10, prose...)},
			want: "# Visit to Geneva\n# Background\n" + strings.Join(prose, " ") + "\n## Talks on water\n" + strings.Join(other, " ") + "\n# Next steps\n" + strings.Join(prose, " ") + "\n",
		},
		"bold within a paragraph is no heading": {
			pages: []press{newPress().block(50, 100, 10, "~The ~delegation arrives on Tuesday and is", prose[1])},
			want:  "The delegation arrives on Tuesday and is received by the minister at the airport.\n",
		},
		"the outline says what is a heading": {
			pages: []press{newPress().at(50, 80, 10, "A first part").block(50, 110, 10, prose...)},
			marks: []Mark{{Title: "A first part", Level: 2}},
			want:  "## A first part\n" + strings.Join(prose, " ") + "\n",
		},
		"items hang, and those in them too": {
			pages: []press{newPress().at(50, 100, 10, "• the border, on which both sides have").at(60, 112, 10, "agreed to talk again;").
				at(70, 124, 10, "– the river").at(70, 136, 10, "– the bridge").at(50, 148, 10, "• fish.")},
			want: "• the border, on which both sides have agreed to talk again;\n  • the river\n  • the bridge\n• fish.\n",
		},
		"numbers of items stay as printed": {
			pages: []press{newPress().at(50, 100, 10, "3.").at(70, 100, 10, "Sign the text.").at(50, 112, 10, "4.").at(70, 112, 10, "Publish it.")},
			want:  "3. Sign the text.\n4. Publish it.\n",
		},
		"a year that begins a line is no item": {
			pages: []press{newPress().block(50, 100, 10, "The talks were broken off in the autumn", "1999. They were taken up a year later by", "the next government.")},
			want:  "The talks were broken off in the autumn 1999. They were taken up a year later by the next government.\n",
		},
		"a table with lines, a cell of two lines": {
			pages: []press{newPress().rule(50, 100, 350, 101).rule(50, 120, 350, 121).rule(50, 160, 350, 161).
				rule(50, 100, 51, 161).rule(200, 100, 201, 161).rule(350, 100, 351, 161).
				at(60, 114, 10, "Country").at(210, 114, 10, "Seats").at(60, 134, 10, "Republic of").at(60, 146, 10, "Moldova").at(210, 134, 10, "101")},
			want: "| Country | Seats |\n| Republic of Moldova | 101 |\n",
		},
		"a table without lines": {
			pages: []press{newPress().at(50, 100, 10, "Region").at(200, 100, 10, "2020").at(300, 100, 10, "2021").
				at(50, 115, 10, "North").at(200, 115, 10, "1,200").at(300, 115, 10, "1,340").
				at(50, 130, 10, "South").at(200, 130, 10, "800").at(300, 130, 10, "790").
				at(50, 145, 10, "Islands").at(200, 145, 10, "75").at(300, 145, 10, "81")},
			want: "| Region | 2020 | 2021 |\n| North | 1,200 | 1,340 |\n| South | 800 | 790 |\n| Islands | 75 | 81 |\n",
		},
		"a note at the foot is tied to its mark": {
			pages: []press{newPress().block(50, 100, 10, "The treaty ^1 entered into force in June", prose[1]).at(50, 700, 7, "^1 Signed at Vienna on 4 May 2021.")},
			want:  "The treaty[1] entered into force in June received by the minister at the airport.\n[1]: Signed at Vienna on 4 May 2021.\n",
		},
		"a raised number without a note is no note": {
			pages: []press{newPress().block(50, 100, 10, "An area of 40 km ^2 has been cleared of", "mines since the spring.")},
			want:  "An area of 40 km2 has been cleared of mines since the spring.\n",
		},
		"running heads and page numbers stand once": {
			pages: []press{
				newPress().block(50, 100, 10, prose...).at(290, 780, 10, "1"),
				newPress().at(50, 30, 10, "Report of the mission").block(50, 100, 10, other...).at(290, 780, 10, "2"),
				newPress().at(50, 30, 10, "Report of the mission").block(50, 100, 10, "The end of it.").at(290, 780, 10, "3"),
			},
			want: "margin: 1\nmargin: Report of the mission\n" + strings.Join(prose, " ") + "\n" + strings.Join(other, " ") + "\nThe end of it.\n",
		},
		"what is alike on two pages but not at their edge is text": {
			pages: []press{newPress().block(50, 300, 10, "See the annex."), newPress().block(50, 300, 10, "See the annex.")},
			want:  "See the annex.\nSee the annex.\n",
		},
		"a sentence goes on behind the page": {
			pages: []press{newPress().block(50, 100, 10, prose[0], prose[1], "The next round of talks is to be held in"), newPress().block(50, 100, 10, "the spring of next year.")},
			want:  prose[0] + " " + prose[1] + " The next round of talks is to be held in the spring of next year.\n",
		},
		"one character a run, some of them struck twice": {
			pages: []press{func() press {
				p := newPress().at(50, 100, 10, "Geneva talks")
				p.Glyphs = append(p.Glyphs, p.Glyphs[:6]...)
				return p
			}()},
			want: "Geneva talks\n",
		},
		"letters set wide are words": {
			pages: []press{newPress().at(50, 100, 10, "M I N U T E S  O F  T H E  C O U N C I L")},
			want:  "MINUTES OF THE COUNCIL\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := printed(c.marks, c.pages...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A page that lies on its side is read as it stands when it is turned.
func TestTurned(t *testing.T) {
	p := newPress().block(50, 100, 10, "The annex is printed across the page,", "as tables are.")
	want := printed(nil, newPress().block(50, 100, 10, "The annex is printed across the page,", "as tables are."))
	for turn := 1; turn < 4; turn++ {
		q := newPress()
		q.Glyphs = append(q.Glyphs, p.Glyphs...)
		q.Width, q.Height = 600, 800
		for i := range q.Glyphs {
			g := &q.Glyphs[i]
			base := Box{g.Base, g.Base, g.Base, g.Base}
			// what turned undoes
			for range 4 - turn {
				g.Box = (&Page{Width: 800, Height: 800}).turned(g.Box, 1)
				base = (&Page{Width: 800, Height: 800}).turned(base, 1)
			}
			g.Turn = turn
			g.Base = base.Top
			if turn&1 == 1 {
				g.Base = base.Left
			}
		}
		if got := printed(nil, q); len(strings.Fields(got)) != len(strings.Fields(want)) {
			t.Errorf("turned by %d: %q, want %q", turn, got, want)
		}
	}
}

// Whatever stands on a page, its letters come out, each once, and nothing else.
func FuzzLayout(f *testing.F) {
	f.Add("The delegation arrives\n•  the border\n1. fish", uint8(10), uint16(3))
	f.Add("a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9", uint8(8), uint16(7))
	f.Add("One ^1 two\n\n\n^1 Note", uint8(12), uint16(0))
	f.Add("gov-\nernment", uint8(0), uint16(65535))
	f.Fuzz(func(t *testing.T, text string, size uint8, seed uint16) {
		if len(text) > 2000 || !utf8.ValidString(text) {
			return
		}
		var pages []press
		p := newPress()
		y, z := 40.0, 4+float64(size%20)
		for i, row := range strings.Split(text, "\n") {
			x := 40.0 + float64(int(seed)*i%97)
			for _, part := range strings.Split(row, "\t") {
				p.at(x, y, z, part)
				x += 90
			}
			if y += z * (1 + float64((seed>>3)%5)/4); y > 780 {
				pages, p, y = append(pages, p), newPress(), 40
			}
			if seed&1 == 1 && i%3 == 0 {
				p.rule(30, y, 30+float64(seed%500), y+1).rule(30+float64(seed%300), 20, 31+float64(seed%300), y)
			}
		}
		pages = append(pages, p)
		want := 0
		for _, p := range pages {
			for _, g := range p.Glyphs {
				if g.R >= 'a' && g.R <= 'z' {
					want++
				}
			}
		}
		got := 0
		r := &Reader{Info: Info{Pages: len(pages)}, sheets: map[int]*sheet{}, layout: newLayout(nil)}
		r.source = func(n int) (*Page, error) { return pages[n].Page, nil }
		for done := false; !done; {
			var blocks []Block
			blocks, done, _ = r.Next()
			for _, b := range blocks {
				for _, r := range allText(&b) {
					if r >= 'a' && r <= 'z' {
						got++
					}
				}
			}
		}
		if got > want {
			t.Errorf("%d letters of %d", got, want)
		}
	})
}

func allText(b *Block) string {
	var s strings.Builder
	for _, x := range b.Spans {
		s.WriteString(x.Text)
	}
	for _, r := range b.Rows {
		for _, c := range r {
			for _, p := range c {
				for _, x := range p {
					s.WriteString(x.Text)
				}
			}
		}
	}
	return s.String()
}
