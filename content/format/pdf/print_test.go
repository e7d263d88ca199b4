package pdf

import (
	"strings"
	"testing"
	"time"
)

// What the printing of browsers, of word processors and of typesetters looks like.

func (p press) dot(x, y float64) press {
	p.Dots = append(p.Dots, Box{x, y - 5, x + 4, y - 1})
	return p
}

// up raises the last digit without making it smaller, as some fonts do.
func (p press) up() press {
	p.Glyphs[len(p.Glyphs)-1].Up = true
	return p
}

// under puts what is set from the n-th character on under a tag.
func (p press) under(id int, set func()) *Tag {
	n := len(p.Glyphs)
	set()
	for i := range p.Glyphs[n:] {
		p.Glyphs[n+i].Tag = id
	}
	return &Tag{ID: id}
}

func element(kind string, kids ...*Tag) *Tag { return &Tag{Kind: kind, Kids: kids} }

func TestPrinted(t *testing.T) {
	prose := []string{
		"The delegation arrives on Tuesday and is",
		"received by the minister at the airport.",
		"Talks on the border open in the evening,",
		"and the joint statement is to be adopted",
		"before the delegation leaves for Geneva.",
	}
	text := strings.Join(prose, " ") + "\n"
	other := []string{
		"Markets opened higher after the decision",
		"of the bank, which had kept its rate for",
		"six months.",
	}
	more := strings.Join(other, " ") + "\n"
	for name, c := range map[string]struct {
		pages []press
		want  string
	}{
		"marks of items that are drawn": {
			pages: []press{newPress().at(50, 88, 10, "The agenda:").at(70, 100, 10, "the border, on which both sides have").dot(60, 100).
				at(70, 112, 10, "agreed to talk again;").at(70, 124, 10, "fish.").dot(60, 124)},
			want: "The agenda:\n• the border, on which both sides have agreed to talk again;\n• fish.\n",
		},
		"dots of a drawing are none": {
			pages: []press{newPress().at(70, 100, 10, "a chart").dot(40, 100).dot(50, 100).dot(60, 100).at(70, 124, 10, "below").dot(60, 140)},
			want:  "a chart below\n",
		},
		"items in a column": {
			pages: []press{newPress().block(50, 100, 10, prose...).at(50, 160, 10, "•").at(64, 160, 10, "the border, on which both sides").
				at(64, 172, 10, "have agreed to talk again;").at(50, 184, 10, "•").at(64, 184, 10, "the bridge and the river, on which").at(64, 196, 10, "they have not.").
				block(270, 100, 10, append(append([]string{}, prose...), prose...)...)},
			want: text + "• the border, on which both sides have agreed to talk again;\n• the bridge and the river, on which they have not.\n" + strings.TrimSpace(text) + " " + text,
		},
		"a running head of the first page": {
			pages: []press{newPress().at(50, 30, 10, "OFFICE OF RIVERS").block(50, 100, 10, prose...), newPress().at(50, 30, 10, "OFFICE OF RIVERS").block(50, 100, 10, other...)},
			want:  "margin: OFFICE OF RIVERS\n" + text + more,
		},
		"a letterhead": {
			pages: []press{newPress().at(50, 30, 10, "Office of Rivers").block(50, 100, 10, prose...), newPress().block(50, 100, 10, other...)},
			want:  "Office of Rivers\n" + text + more,
		},
		"a mark of a note that its font draws raised": {
			pages: []press{newPress().at(50, 100, 10, "The treaty1").up().at(110, 100, 10, "entered into force in June 1999").at(50, 700, 8, "1").up().at(56, 700, 8, "Signed at Vienna.")},
			want:  "The treaty[1] entered into force in June 1999\n[1]: Signed at Vienna.\n",
		},
		"notes with numbers that do not stand raised": {
			pages: []press{newPress().at(50, 100, 10, "The treaty ^1 and the protocol ^2 are in force.").at(50, 700, 8, "1").at(62, 700, 8, "Signed at Vienna.").
				at(50, 710, 8, "2").at(62, 710, 8, "Signed at Geneva.")},
			want: "The treaty[1] and the protocol[2] are in force.\n[1]: Signed at Vienna.\n[2]: Signed at Geneva.\n",
		},
		"notes whose numbers stand at a tab are no table": {
			pages: []press{newPress().block(50, 100, 10, prose...).at(50, 200, 10, "The treaty ^1 the text ^2 the map ^3 hold.").at(50, 700, 8, "1").at(64, 700, 8, "Signed at Vienna.").
				at(50, 720, 8, "2").at(64, 720, 8, "Signed at Geneva.").at(50, 740, 8, "3").at(64, 740, 8, "Drawn at Bern.")},
			want: text + "The treaty[1] the text[2] the map[3] hold.\n[1]: Signed at Vienna.\n[2]: Signed at Geneva.\n[3]: Drawn at Bern.\n",
		},
		"notes at the foot of the first page are no running lines": {
			pages: []press{newPress().block(50, 100, 10, prose...).at(50, 200, 10, "The treaty ^1 is in force.").at(50, 760, 8, "1 Signed at Vienna."), newPress().block(50, 100, 10, other...)},
			want:  text + "The treaty[1] is in force.\n[1]: Signed at Vienna.\n" + more,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := printed(nil, c.pages...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Tags that typesetters and browsers write: a note within the paragraph that refers
// to it, an item whose mark is drawn.
func TestTagged(t *testing.T) {
	p := newPress()
	text := p.under(0, func() { p.at(50, 100, 10, "The treaty") })
	mark := p.under(1, func() { p.at(100, 100, 10, "1") })
	more := p.under(2, func() { p.at(110, 100, 10, "is in force.") })
	first := p.under(3, func() { p.at(60, 120, 10, "the border") })
	second := p.under(4, func() { p.at(60, 132, 10, "the river") })
	label := p.under(5, func() { p.at(50, 700, 8, "1") })
	note := p.under(6, func() { p.at(56, 700, 8, "Signed at Vienna.") })
	p.Tags = []*Tag{element("Document",
		element("P", text, element("Lbl", element("Link", mark)), element("Note", element("P", element("Lbl", label), note)), more),
		element("L", element("LI", element("Lbl"), element("LBody", first)), element("LI", element("Lbl"), element("P", second))),
	)}
	want := "The treaty[1] is in force.\n• the border\n• the river\n[1]: Signed at Vienna.\n"
	if got := printed(nil, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Pages of which each is within its limit may take too long all together: what is
// left is given up and named.
func TestLateDocument(t *testing.T) {
	at := time.Unix(0, 0)
	r := &Reader{Info: Info{Pages: 9}, sheets: map[int]*sheet{}, layout: newLayout(nil), now: func() time.Time { return at }}
	read := 0
	r.source = func(n int) (*Page, error) {
		read++
		at = at.Add(4 * time.Second)
		return newPress().block(50, 300, 10, "Words of a page.").Page, nil
	}
	done := false
	for n := 0; !done && n < 20; n++ {
		_, done, _ = r.Next()
	}
	if read != 6 || len(r.Warnings) != 1 || r.Warnings[0] != "pages 7, 8 and 9 cannot be read" {
		t.Errorf("%d pages were read, %q", read, r.Warnings)
	}
}
