package ui

import (
	"readout/briefing"
)

// Marks: m and a letter or digit marks the place, ' and the same goes back to
// it, '' to where the last jump began. A capital after ' goes to a section by
// what it is for, whatever the author calls it.

// roles are the capitals that ' takes.
var roles = map[rune]briefing.Role{
	'P': briefing.Purpose, 'B': briefing.Background, 'W': briefing.Participants, 'S': briefing.Sequence,
	'T': briefing.TalkingPoints, 'Q': briefing.Questions, 'N': briefing.NextSteps, 'A': briefing.Annex,
}

// markable reports whether a key names a mark.
func markable(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }

// mark marks the place.
func (m *Model) mark(r rune) {
	if !markable(r) {
		m.note = "a mark is a letter a–z or a digit"
		return
	}
	d := m.doc
	if d.marks == nil {
		d.marks = map[rune]spot{}
	}
	d.marks[r] = d.here()
	m.note = "marked " + string(r)
}

// goMark goes to a mark, to a role's section, or back.
func (m *Model) goMark(r rune) {
	d := m.doc
	switch role, isRole := roles[r]; {
	case r == '\'':
		if !d.swap() {
			m.note = "there is no place to go back to"
		}
	case isRole:
		m.goRole(role)
	case markable(r):
		s, ok := d.marks[r]
		if !ok {
			m.note = "there is no mark " + string(r)
			return
		}
		d.leave(d.here())
		d.restore(s)
	}
}

func (m *Model) goRole(role briefing.Role) {
	d := m.doc
	if d.facts == nil {
		m.note = "the sections are not known yet"
		return
	}
	for _, s := range d.facts.Sections {
		if s.Role == role && !d.isTitle(s.At.Start) {
			d.leave(d.here())
			d.goHeading(s.At.Start, m.textHeight())
			return
		}
	}
	m.note = "no section here is for " + string(role)
}

// swap goes to where the last jump began, and again from there back.
func (d *document) swap() bool {
	n := len(d.back)
	if n == 0 {
		return false
	}
	s := d.back[n-1]
	d.back[n-1] = d.here()
	d.restore(s)
	return true
}
