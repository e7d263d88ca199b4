package format

import (
	"bytes"
	"strings"

	"readout/briefing"
)

// The head of a document from a word processor is read as that of plain text is:
// what a memo, a release or a letter has before its text goes to the metadata.
// Its title is, in this order: what has the style of a title; the paragraph that
// the properties of the file name; a heading that has none beside it, or begins
// the document; what plain text would take; the properties; the first sentence.

// begin writes what was held back.
func (w *blockWriter) begin() {
	w.begun = true
	held := w.held
	w.held = nil
	m := &w.out.Meta
	title := w.titleIn(held)
	words := ""
	w.shift = 1
	if title >= 0 {
		words = line1(held[title].words())
		if b := held[title]; b.level > 0 && !b.title && !hasSibling(held, title) {
			w.shift = 1 - b.level
		}
		n := title + 1
		for n < len(held) && held[title].title && held[n].paragraph != nil && held[n].title && !held[n].empty() {
			words += " " + line1(held[n].words())
			held[title].spans = append(append(held[title].spans, textRun{text: " "}), held[n].spans...)
			held = append(held[:n], held[n+1:]...)
		}
	}
	h := w.header(held, title, words)
	held, title = h.held, h.at
	switch {
	case title >= 0 && words == "":
		m.Title = h.title
	case title >= 0:
		m.Title = words
	case h.title != "":
		m.Title = h.title
		w.out.title(0)
	case w.title != "":
		m.Title = w.title
		w.out.title(0)
	default:
		m.TitleMade = true
		for _, b := range held {
			if s := b.words(); s != "" && b.paragraph != nil {
				m.Title = firstSentence(s)
				break
			}
		}
		if m.Title == "" {
			m.Title = fromName(w.name)
		}
		w.out.title(0)
	}
	w.out.anchor(w.opt, h.header.header, h.dateline, h.first, w.name)
	for i, b := range held {
		switch {
		case i == title:
			p := *b.paragraph
			p.level, p.item = 1-w.shift, false
			w.line = p.line
			w.heading(&p)
		case b.paragraph != nil && b.isNamedSection():
			p := *b.paragraph
			p.level = max(1, 2-w.shift)
			w.write(block{paragraph: &p})
		default:
			w.write(b)
		}
	}
}

// titleIn finds the title among the first blocks, -1 if none has its look.
func (w *blockWriter) titleIn(held []block) int {
	first, own := -1, letters(w.title)
	for i, b := range held {
		if b.paragraph == nil || b.empty() {
			continue
		}
		if b.title {
			return i
		}
		if b.level > 0 && !b.item && first < 0 {
			first = i
		}
	}
	for i, b := range held[:min(len(held), 12)] {
		if own != "" && b.paragraph != nil && letters(b.words()) == own {
			return i
		}
	}
	if first < 0 || isSection(held[first].words()) || held[first].number != "" || wordCount([]byte(held[first].words())) > 40 {
		return -1
	}
	body := 0 // words before it
	for _, b := range held[:first] {
		if b.table != nil {
			return -1
		}
		body += wordCount([]byte(b.words()))
	}
	if body == 0 || body <= 60 && !hasSibling(held, first) {
		return first
	}
	return -1
}

// hasSibling reports whether another heading of the level of the i-th block, or
// above it, is among the blocks.
func hasSibling(held []block, i int) bool {
	for j, b := range held {
		if j != i && b.paragraph != nil && !b.item && b.level > 0 && b.level <= held[i].level {
			return true
		}
	}
	return false
}

// isNamedSection reports whether a paragraph set in bold is the heading of a
// section that briefings have, though its author did not give it the style.
//
//	catches: **Background**   **Talking points:**
//	not:     **Background** papers are attached.   **Paris**
func (p *paragraph) isNamedSection() bool {
	if p.level > 0 || p.item || p.number != "" || !p.all(bold) {
		return false
	}
	s := line1(p.words())
	return s != "" && len(s) < 60 && wordCount([]byte(s)) <= 6 && !strings.HasSuffix(s, ".") && isRole(strings.TrimRight(s, ": "))
}

// docHeader is what the first paragraphs say about the document, and what is
// left of them.
type docHeader struct {
	*header
	held []block
	at   int // where the title stands in held, -1 if nowhere
}

// header reads the first paragraphs as rows of plain text, up to what cannot be
// part of a head: a heading, an item, a table that is no memo's.
func (w *blockWriter) header(held []block, title int, words string) docHeader {
	t := &text{out: w.out, name: w.name, opt: w.opt, line: 1, gap: true}
	type place struct{ block, line int }
	var of []place
	add := func(s string, block, line int) {
		t.rows = append(t.rows, row{text: bytes.TrimSpace([]byte(s))})
		of = append(of, place{block, line})
	}
	end := 0
	for i, b := range held {
		switch {
		case i == title:
		case b.table != nil:
			rows := memoRows(b.table)
			if rows == nil {
				goto read
			}
			for j, r := range rows {
				add(r, i, j)
			}
		case b.level > 0 || b.item || b.goes || b.isNamedSection():
			goto read
		default:
			for j, l := range b.lines() {
				if s := line1(l.words()); s != "" {
					add(s, i, j)
				}
			}
			add("", i, -1)
		}
		end = i + 1
	}
read:
	h := &header{text: t, title: words}
	if title >= 0 && title >= end {
		// a title further down: what stands before it is no head
		h.taken = true
	}
	for seen := 0; len(t.rows) > 0 && seen < 60; {
		r := &t.rows[0]
		if r.blank() {
			h.dated, h.office = false, false
			t.next()
			continue
		}
		seen++
		was, at, said := h.title, of[len(of)-len(t.rows)], string(r.text)
		if len(r.text) > longRow || !h.take(r) {
			break
		}
		if was == "" && h.title != "" && letters(h.title) == letters(said) && held[at.block].paragraph != nil && letters(held[at.block].words()) == letters(said) {
			title = at.block // it stays, with its looks and notes
		}
	}
	h.openingDate()
	t.terms()
	left := place{end, 0}
	if n := len(of) - len(t.rows); n < len(of) {
		left = of[n]
	}
	d := docHeader{header: h, at: -1}
	for i, b := range held {
		switch {
		case i == title:
			d.at = len(d.held)
		case i < left.block:
			continue
		case i == left.block && left.line > 0 && b.paragraph != nil:
			p := *b.paragraph
			p.spans = nil
			for j, l := range b.lines()[left.line:] {
				if j > 0 {
					p.spans = append(p.spans, textRun{text: lineBreak})
				}
				p.spans = append(p.spans, l.spans...)
			}
			b.paragraph = &p
		case i == left.block && left.line > 0 && b.table != nil:
			b.table = &grid{rows: b.table.rows[left.line:]}
		}
		d.held = append(d.held, b)
	}
	return d
}

// openingDate takes the date of a dateline, which stays where it is.
func (h *header) openingDate() {
	if len(h.rows) == 0 || h.rows[0].blank() {
		return
	}
	s := string(h.rows[0].text)
	if d, from, to, ok := briefing.FindDate(s); ok && len(s) < 60 && from > 3 && strings.Trim(s[to:], " .") == "" &&
		strings.HasSuffix(strings.TrimRight(s[:from], " "), ",") && isTitleCase([]byte(s[:from])) {
		h.dateline = stamp{d, "dateline"}
		return
	}
	if n, _ := datelineLen(s, false); n > 0 {
		if d, _, _, ok := briefing.FindDate(s[:n]); ok {
			h.dateline = stamp{d, "dateline"}
		}
	}
}

// memoRows reads a table as the fields of a memo, nil if it is none: the first
// cell of each row, or of all but a few, is TO, FROM, DATE, SUBJECT or their kin.
func memoRows(t *grid) []string {
	fields, main := 0, 0
	var rows []string
	for _, r := range t.rows {
		var cells []string
		for _, c := range r {
			var words []string
			for _, b := range c.blocks {
				if b.table != nil {
					return nil
				}
				if s := line1(b.words()); s != "" {
					words = append(words, s)
				}
			}
			if len(words) > 0 {
				cells = append(cells, strings.Join(words, ", "))
			}
		}
		s := strings.Join(cells, " ")
		if len(s) > 800 {
			return nil
		}
		if len(cells) > 0 {
			name := strings.TrimSpace(strings.TrimRight(cells[0], " :"))
			if _, _, ok := fieldOf([]byte(name + ":")); ok && len(cells) <= 3 {
				fields++
				switch strings.ToLower(name) {
				case "to", "from", "date", "subject", "re", "subj", "memorandum for":
					main++
				}
				value := strings.TrimLeft(strings.Join(cells[1:], " "), ": ")
				s = name + ": " + value
			} else if _, _, ok := fieldOf([]byte(s)); ok {
				fields++
				main++
			}
		}
		rows = append(rows, s)
	}
	if main < 2 || fields*3 < len(rows)*2 {
		return nil
	}
	return rows
}
