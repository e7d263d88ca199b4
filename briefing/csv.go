package briefing

import (
	"cmp"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes the facts of briefings as one table (RFC 4180, UTF-8), a row for
// each. The columns:
//
//	file       as it was named
//	kind       event, person, organisation, place, source, number, issue, unexplained
//	date       of an event, its first day, with its clock time if it has one
//	until      its last day, or when it ends; empty where it has but one
//	value      of a number, in its unit
//	text       the gist, the name, the words, the label
//	detail     how an event's date is known; a role; what a number or issue is about
//	basis      stated, written, computed or chosen
//	paragraph  the first that it stands in; empty where front matter states it
//	sentence   the one that it stands in first
//	marking    of the briefing
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
func WriteCSV(w io.Writer, all ...Briefing) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	_ = out.Write([]string{"file", "kind", "date", "until", "value", "unit", "text", "detail", "basis", "paragraph", "sentence", "marking"})
	for i := range all {
		for _, r := range rows(&all[i]) {
			_ = out.Write(r)
		}
	}
	out.Flush()
	return out.Error()
}

// A fact as a row of the table, before its sentence is read.
type fact struct {
	kind, date, until, value, unit, text, detail, basis string
	evidence                                            []Evidence
}

func rows(b *Briefing) [][]string {
	facts := b.facts()
	var at []Range
	for _, f := range facts {
		at = append(at, sentenceOf(f.evidence))
	}
	words := Sentences(b.Text, at)
	var out [][]string
	for i, f := range facts {
		paragraph := ""
		if p := paragraphOf(f.evidence); p > 0 {
			paragraph = strconv.Itoa(p)
		}
		row := []string{b.Path, f.kind, f.date, f.until, f.value, f.unit, f.text, f.detail, f.basis, paragraph, words[at[i]], b.Meta.Marking}
		for k, c := range row {
			if k != columnValue { // ours, and -5 is a number there
				row[k] = harmless(c)
			}
		}
		out = append(out, row)
	}
	return out
}

const columnValue = 4

// facts is every fact of a briefing, in the order of the panes.
func (b *Briefing) facts() []fact {
	var out []fact
	for _, e := range b.Timeline {
		from, until := e.days()
		out = append(out, fact{kind: "event", date: from, until: until, text: cmp.Or(e.Gist, e.Text), detail: e.HowKnown(b.Meta), basis: e.Basis.String(), evidence: e.Evidence})
	}
	for _, p := range b.People {
		out = append(out, fact{kind: "person", text: p.Name, detail: p.Role, basis: p.Basis.String(), evidence: p.Evidence})
	}
	for _, l := range []struct {
		kind string
		list []Body
	}{{"organisation", b.Organisations}, {"place", b.Places}} {
		for _, x := range l.list {
			out = append(out, fact{kind: l.kind, text: x.Name, basis: x.Basis.String(), evidence: x.Evidence})
		}
	}
	for _, s := range b.Sources {
		out = append(out, fact{kind: "source", text: s.Text, basis: Written.String(), evidence: s.Evidence})
	}
	for _, n := range b.Numbers {
		v, _ := number(n.Value).MarshalJSON() // written as JSON has it
		out = append(out, fact{kind: "number", value: string(v), unit: n.Unit, text: n.Text, detail: n.About, basis: n.Basis.String(), evidence: n.Evidence})
	}
	for _, i := range b.Issues {
		out = append(out, fact{kind: "issue", text: i.Label, detail: i.About, basis: i.Basis.String(), evidence: i.Evidence})
	}
	for _, u := range b.Unexplained {
		out = append(out, fact{kind: "unexplained", text: u.Text, basis: Written.String(), evidence: u.Evidence})
	}
	return out
}

// days is the first and the last day of an event as a table has dates: a week, a year
// or a decade is its days, so that a sheet can sort them.
func (e *Event) days() (from, until string) {
	if e.From.IsZero() || e.To.IsZero() {
		return e.Date, e.Until
	}
	from, until = e.From.String(), e.To.String()
	if c := icsClock(e.Date); c != "" {
		from = e.Date
	}
	switch c := icsClock(e.Until); {
	case c != "":
		until = e.Until
	case e.From == e.To:
		until = ""
	}
	return from, until
}

// sentenceOf is the sentence that a fact stands in first, on the page if it can.
func sentenceOf(e []Evidence) Range {
	for _, x := range e {
		if x.Paragraph > 0 {
			return x.Sentence
		}
	}
	if len(e) > 0 {
		return e[0].Sentence
	}
	return Range{}
}

// harmless is a cell on one line, without controls, and no formula: spreadsheets
// run what begins with = + - @ or a control, also in full width.
func harmless(s string) string {
	s = oneLine(strings.Map(visible, s))
	if s != "" && strings.ContainsAny(string([]rune(s)[:1]), "=+-@＝＋－＠") {
		return "'" + s
	}
	return s
}
