package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The card and the panes of the HTML page: what ui shows beside the text, as
// lists.

func (h *page) card(c Card) {
	h.put("<section class=\"card\">\n<h1>", esc(c.Title), "</h1>\n")
	from := "no date found: relative dates stay unresolved"
	if !c.Date.IsZero() {
		from = LongDate(c.Date) + ", from the " + c.DateFrom
	}
	if c.Minutes > 0 {
		from += fmt.Sprintf(" · %d min", c.Minutes)
	}
	h.put("<p class=\"faint\">", esc(from), "</p>\n")
	for _, w := range c.Warnings {
		h.put("<p class=\"warning\">", esc(w), "</p>\n")
	}
	h.put("<dl>\n")
	for _, f := range c.Fields {
		h.put("<dt>", esc(f.Name), "</dt><dd>", esc(f.Value), "</dd>\n")
	}
	h.put("</dl>\n")
	if c.Summary != "" {
		h.put("<p class=\"summary\">", esc(c.Summary), "</p>\n")
	}
	h.put("<dl>\n")
	for i, e := range c.Next {
		h.term(i, "next")
		h.when(e)
		h.put(esc(e.Gist), h.places(e.Evidence), "</dd>\n")
	}
	for i, n := range c.Numbers {
		h.term(i, "numbers")
		h.put("<b>", esc(n.Text), "</b> ", esc(n.About), h.places(n.Evidence), "</dd>\n")
	}
	for i, s := range c.Sources {
		h.term(i, "sources")
		h.put("“", esc(s.Text), "”", h.places(s.Evidence), "</dd>\n")
	}
	for i, u := range c.Unexplained {
		h.term(i, "not explained here")
		h.put(esc(u.Text), h.places(u.Evidence), "</dd>\n")
	}
	h.put("</dl>\n")
	if c.Partial {
		h.put("<p class=\"faint\">facts of the first 8 MB only</p>\n")
	}
	h.put("</section>\n")
}

func (h *page) term(i int, label string) {
	if i == 0 {
		h.put("<dt>", label, "</dt>")
	}
	h.put("<dd>")
}

// contents is the outline, and the way to the panes.
func (h *page) contents() {
	h.put("<nav>\n<ul>\n")
	for i, s := range h.b.Sections {
		if s.At.Start != h.hide {
			h.put(fmt.Sprintf("<li class=\"level%d\"><a href=\"#%ss%d\">", min(max(s.Level, 2), 6), h.id, i), esc(s.Title), "</a></li>\n")
		}
	}
	h.put("</ul>\n<p>")
	for i, p := range paneNames {
		if i > 0 {
			h.put(" · ")
		}
		h.put("<a href=\"#", h.id, p.id, "\">", p.title, "</a>")
	}
	h.put("</p>\n</nav>\n")
}

var paneNames = [...]struct{ id, title string }{
	{"timeline", "Timeline"}, {"figures", "Key figures"}, {"issues", "Background issues"},
}

func (h *page) panes() {
	h.put("<aside>\n")
	for i, fill := range [...]func(){h.timeline, h.figures, h.issues} {
		h.put("<section id=\"", h.id, paneNames[i].id, "\">\n<h2>", paneNames[i].title, "</h2>\n")
		fill()
		h.put("</section>\n")
	}
	h.put("</aside>\n")
}

// group writes a list under its title; nothing where it is empty.
func (h *page) group(title string, n int, item func(i int)) {
	if n == 0 {
		return
	}
	h.put("<h3>", title, "</h3>\n<ul>\n")
	for i := range n {
		h.put("<li>")
		item(i)
		h.put("</li>\n")
	}
	h.put("</ul>\n")
}

func (h *page) timeline() {
	if len(h.b.Timeline) == 0 {
		h.put("<p class=\"faint\">This briefing has no dates.</p>\n")
	}
	for _, g := range [...]struct {
		when  When
		title string
	}{{Earlier, "Earlier"}, {SameDay, "That day"}, {Ahead, "Ahead"}, {Undated, "Undated"}} {
		var in []Event
		for _, e := range h.b.Timeline {
			if e.When == g.when {
				in = append(in, e)
			}
		}
		h.group(g.title, len(in), func(i int) {
			e := in[i]
			h.when(e)
			h.put(esc(cmp.Or(e.Gist, e.Text)), h.places(e.Evidence), "<small>", esc(e.HowKnown(h.b.Meta)), "</small>")
		})
	}
}

// when writes the date of an event, ~ before one that a rule chose.
func (h *page) when(e Event) {
	if e.Date == "" {
		return
	}
	at := ""
	switch e.Precision {
	case "year", "month", "week", "day", "minute": // what HTML knows
		at = " datetime=\"" + esc(e.Date) + "\""
	}
	mark := ""
	if e.Basis == Chosen {
		mark = "~"
	}
	h.put("<time", at, ">", mark, esc(e.Calendar(h.b.Meta.Date)), "</time> ")
}

func (h *page) figures() {
	b := h.b
	people := func() {
		h.group("People", len(b.People), func(i int) {
			p := b.People[i]
			h.put("<b>", esc(p.Name), "</b> ", esc(p.Role), h.places(p.Evidence), how(p.Basis))
		})
		h.group("Organisations", len(b.Organisations), func(i int) {
			h.put("<b>", esc(b.Organisations[i].Name), "</b>", h.places(b.Organisations[i].Evidence))
		})
	}
	numbers := func() {
		h.group("Numbers", len(b.Numbers), func(i int) {
			n := b.Numbers[i]
			h.put("<b>", esc(n.Text), "</b> ", esc(n.About), h.places(n.Evidence), how(n.Basis))
		})
	}
	if b.NumbersFirst() {
		numbers()
		people()
	} else {
		people()
		numbers()
	}
	h.group("Places", len(b.Places), func(i int) {
		h.put("<b>", esc(b.Places[i].Name), "</b>", h.places(b.Places[i].Evidence))
	})
	h.group("Unnamed sources", len(b.Sources), func(i int) {
		h.put("“", esc(b.Sources[i].Text), "”", h.places(b.Sources[i].Evidence))
	})
}

func (h *page) issues() {
	b := h.b
	var own []int
	for i, s := range b.Sections {
		if s.Role == Background {
			own = append(own, i)
		}
	}
	h.group("The author's background", len(own), func(i int) {
		h.put(fmt.Sprintf("<a href=\"#%ss%d\">", h.id, own[i]), esc(b.Sections[own[i]].Title), "</a>")
	})
	h.group("Issues", len(b.Issues), func(i int) {
		x := b.Issues[i]
		h.put("<b>", esc(x.Label), "</b> ", esc(x.About), h.places(x.Evidence), h.with(x), how(x.Basis))
	})
	h.group("Not explained here", len(b.Unexplained), func(i int) {
		h.put("<b>", esc(b.Unexplained[i].Text), "</b>", h.places(b.Unexplained[i].Evidence))
	})
}

// with names who stands with an issue, and when.
func (h *page) with(x Issue) string {
	const most = 4
	people, events := h.b.With(x)
	var out []string
	for _, p := range people[:min(len(people), most)] {
		out = append(out, esc(p.Name))
	}
	for _, e := range events[:min(len(events), most)] {
		if d := esc(e.Calendar(h.b.Meta.Date)); !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " <small>" + strings.Join(out, ", ") + "</small>"
}

// how says where a fact is more or less than written in the text.
func how(b Basis) string {
	switch b {
	case StatedAs:
		return "<small>stated by the author</small>"
	case Chosen:
		return "<small>some mentions could be another's of the same surname: chosen</small>"
	}
	return ""
}

// mostPlaces is how many paragraphs an item leads to at most.
const mostPlaces = 12

// places leads to the paragraphs of a fact.
func (h *page) places(evidence []Evidence) string {
	var numbers []int
	for _, e := range evidence {
		if e.Paragraph > 0 && !slices.Contains(numbers, e.Paragraph) {
			numbers = append(numbers, e.Paragraph)
		}
	}
	var b strings.Builder
	for _, n := range numbers[:min(len(numbers), mostPlaces)] {
		fmt.Fprintf(&b, " <a class=\"place\" href=\"#%sp%d\">¶%d</a>", h.id, n, n)
	}
	if len(numbers) > mostPlaces {
		b.WriteString(" …")
	}
	if len(numbers) == 0 && len(evidence) > 0 { // in the title
		fmt.Fprintf(&b, " <a class=\"place\" href=\"#%stop\">title</a>", h.id)
	}
	return b.String()
}
