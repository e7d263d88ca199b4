package ui

import (
	"bufio"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// Print says how a page is printed.
type Print struct {
	Width int         // the measure, 0 for the usual
	Looks *page.Looks // nil: plain text, no escape at all

	// Linear is for who hears the page: see page.Looks.
	Linear bool
}

// Show prints the styled page of a briefing: its card, then the text.
func Show(w io.Writer, t briefing.Text, f *briefing.Facts, p Print) error {
	b := bufio.NewWriter(w)
	looks, links := p.Looks, page.LinksHidden
	if looks == nil {
		looks, links = page.Mono(), page.LinksPrinted
	}
	var said func(briefing.Pos) string
	if p.Linear {
		linear := *looks
		linear.Linear = true
		looks, said = &linear, sectionsOf(f, title(t)).before
	}
	width := p.Width
	if width <= 0 {
		width = usual
	}
	printCard(b, briefing.NewCard(t.Meta, f, briefing.CardItems), width, looks, p.Looks == nil)
	b.WriteString("\n")
	if err := page.Render(b, t.Markdown, t.Pieces, t.Refs, title(t), width, looks, links, said); err != nil {
		return err
	}
	if t.Meta.Marking != "" {
		b.WriteString("\n" + printed(marking(t.Meta.Marking).Render(t.Meta.Marking), p.Looks == nil) + "\n")
	}
	return b.Flush()
}

// ShowCard prints the card alone.
func ShowCard(w io.Writer, t briefing.Text, f *briefing.Facts, p Print) error {
	b := bufio.NewWriter(w)
	looks := p.Looks
	if looks == nil {
		looks = page.Mono()
	}
	width := p.Width
	if width <= 0 {
		width = usual
	}
	printCard(b, briefing.NewCard(t.Meta, f, briefing.CardItems), width, looks, p.Looks == nil)
	return b.Flush()
}

func printCard(b *bufio.Writer, c briefing.Card, width int, looks *page.Looks, plain bool) {
	known, facts := cardText(c, width, newStyles(looks))
	if len(facts) > 0 {
		known = append(known, "")
	}
	for _, l := range append(known, facts...) {
		b.WriteString(printed(page.Vet(l), plain) + "\n")
	}
}

// printed is a line without trailing blanks, and without escapes where none are
// wanted.
func printed(l string, plain bool) string {
	if plain {
		l = ansi.Strip(l)
	}
	return strings.TrimRight(l, " ")
}

// title is where the heading stands that the card shows.
func title(t briefing.Text) briefing.Range {
	if len(t.Pieces) == 0 {
		return briefing.Range{}
	}
	for _, b := range briefing.Parse(t.Markdown, t.Pieces[0], t.Refs) {
		if b.Kind == briefing.Heading && b.Level == 1 {
			return b.At
		}
	}
	return briefing.Range{}
}
