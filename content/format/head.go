package format

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing"
)

// What stands before the first paragraph: the envelope, markings, a letterhead,
// header fields, dates, bylines, the title, and what web pages put in between.
// They go to the metadata; the first row that is none of them begins the text.

type header struct {
	*text
	title                   string
	titleLine               int
	header, dateline, first stamp
	dated                   bool // the row before was a date
	office                  bool // it was a letterhead
	taken                   bool // something but the envelope and markings came before
}

func (t *text) head() {
	h := &header{text: t}
	t.shape.script = isScript(t.rows)
	for seen := 0; len(t.rows) > 0 && seen < 60; {
		r := &t.rows[0]
		if r.blank() {
			h.dated, h.office = false, false
			t.next()
			continue
		}
		seen++
		if r.cont || !h.take(r) {
			break
		}
	}
	m := &t.out.Meta
	h.placeAndDate()
	if m.Title = h.title; h.title == "" {
		m.Title, m.TitleMade = h.made(), true
	}
	t.terms()
	t.out.title(h.titleLine)
	t.out.anchor(t.opt, h.header, h.dateline, h.first, t.name)
	t.gap = true
}

// take takes the first row into the metadata, with what belongs to it, or leaves
// it.
func (h *header) take(r *row) bool {
	s := string(r.text)
	o := h.out
	wasDate, wasOffice := h.dated, h.office
	h.dated, h.office = false, false
	switch {
	case h.title == "" && h.envelope(r):
		return true
	case isBoilerplate(s), isHeadBoilerplate(s), isEnd(s), isPage(s), isClock(s), isRule(r.text):
		o.furniture(s)
	case isHashtags(s):
		for _, w := range strings.Fields(s) {
			o.Meta.Tags = append(o.Meta.Tags, strings.TrimLeft(w, "#"))
		}
	case isMarking(s): // as if it were not there
		s = h.joinEmbargo(s)
		if slices.Contains(splitMarks(o.Meta.Marking), s) {
			o.furniture(s)
		} else {
			o.mark(s)
		}
		h.next()
		return true
	case h.title != "" && repeats(s, h.title):
		o.furniture(s)
	case h.release(r):
		return true
	case h.date(r):
		h.dated = true
	case isByline(s):
		name, rest, _ := strings.Cut(s, " ")
		if w := strings.ToLower(name); w == "written" || w == "reported" || w == "posted" {
			by, who, _ := strings.Cut(rest, " ")
			name, rest = name+" "+by, who
		}
		o.more(name, rest)
	case wasDate && isCaps(r.text) && len(strings.Fields(s)) <= 5 && !isRole(s), isReleaseKind(s), isKind(s) && !isRole(s) && (h.title != "" || h.titleBelow(0)):
		o.more("Section", s)
		h.dated = wasDate
	case h.headField(r):
		return true
	case h.title != "" && isClockTime(s):
		o.more("Time", s)
	case h.title != "" && (h.venue(r) || h.placeOver(0)):
		o.more("Place", s)
	case h.title == "" && h.isSlug():
		o.more("Section", s)
	case h.title == "" && o.Meta.Source != "" && isPostal(s): // the seat of the office
		o.Meta.Source = join(o.Meta.Source, s)
		h.office = true
	case h.title == "" && ((h.letterhead(0) || wasOffice && wordCount(r.text) <= 4) && h.titleBelow(0) || s[len(s)-1] == ':' && h.releaseTitle(1) > 0):
		o.Meta.Source = join(o.Meta.Source, s)
		h.office = true
	case h.title == "" && h.titleRows(0) > 0:
		h.takeTitle(h.titleRows(0))
		return true
	default:
		return false
	}
	h.taken = true
	h.next()
	return true
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// envelope takes “date 2021-11-08 ” off the row, and off what follows it a
// section of a site.
func (h *header) envelope(r *row) bool {
	n := envelopeLen(r.text)
	if n == 0 || !h.header.IsZero() {
		return false
	}
	day := string(r.text[5:15])
	if d, ok := briefing.ParseDate(day); ok {
		h.header = stamp{d, "first line"}
	} else {
		h.out.warn(r.line, "no date of the calendar: %s", day)
		h.out.more("date", day)
	}
	rest := bytes.TrimLeft(r.text[n:], " \t")
	if len(rest) == 0 {
		h.next()
		return true
	}
	r.cut(n)
	r.indent, h.taken = 0, false
	if isSiteSection(string(rest)) && h.ahead(1).blank() && h.ahead(2).blank() {
		h.out.furniture(string(rest))
		h.taken = true
		h.next()
	}
	return true
}

// envelopeLen is the length of “date YYYY-MM-DD” at the start of a row.
func envelopeLen(s []byte) int {
	const form = "date 0000-00-00"
	if len(s) < len(form) || len(s) > len(form) && s[len(form)] != ' ' && s[len(form)] != '\t' {
		return 0
	}
	for i, c := range []byte(form) {
		if c == '0' && !isDigit(s[i]) || c != '0' && s[i] != c {
			return 0
		}
	}
	return len(form)
}

func hasEnvelope(head []byte) bool {
	return envelopeLen(bytes.TrimLeft(blankSpaces(head[:min(len(head), 64)]), " \t\n")) > 0
}

// isSiteSection reports whether what follows the envelope is the name of a part
// of a site: “CNN - us politics”.
func isSiteSection(s string) bool {
	return len(strings.Fields(s)) <= 6 && (strings.Contains(s, " - ") || strings.Contains(s, " | ") || strings.Contains(s, " › ") || strings.Contains(s, " » "))
}

// isClock reports whether a row is a site telling what day it is for the reader,
// which is no date of the text.
func isClock(s string) bool {
	l := strings.ToLower(s)
	if !strings.HasPrefix(l, "today:") && !strings.HasPrefix(l, "today is ") {
		return false
	}
	_, _, to, ok := findDate(s)
	return ok && len(s)-to < 12
}

func isHashtags(s string) bool {
	for _, w := range strings.Fields(s) {
		if w[0] != '#' || len(w) < 2 || w[1] == '#' {
			return false
		}
	}
	return true
}

// isByline reports whether a row names who wrote the text: “By Jane Doe”.
func isByline(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 9 || strings.ContainsAny(s[len(s)-1:], ".?!:;") {
		return false
	}
	who := strings.Join(f[1:], " ")
	switch strings.ToLower(f[0]) {
	case "by":
	case "written", "reported", "posted":
		if len(f) < 3 || strings.ToLower(f[1]) != "by" {
			return false
		}
		who = strings.Join(f[2:], " ")
	case "from":
		if len(f) < 3 || !strings.HasSuffix(f[1], "’s") && !strings.HasSuffix(f[1], "'s") {
			return false
		}
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(who)
	return unicode.IsUpper(r) && isTitleCase([]byte(who))
}

// isKind reports whether a row says in capitals what kind of document this is.
func isKind(s string) bool {
	f := strings.Fields(s)
	if isReleaseKind(s) {
		return true
	}
	if len(f) == 0 || len(f) > 4 || !isCaps([]byte(s)) {
		return false
	}
	switch f[len(f)-1] {
	case "RELEASE", "RELEASES", "STATEMENT", "STATEMENTS", "MEMORANDUM", "MEMO", "BRIEFING", "BRIEFINGS", "NOTE", "REPORT", "SHEET", "SHEETS",
		"BACKGROUNDER", "ADVISORY", "TRANSCRIPT", "REMARKS", "COMMUNIQUÉ", "COMMUNIQUE", "ACTIONS", "SUMMARY", "READ-AHEAD", "PAPER", "UPDATE", "NOTICE":
		return true
	}
	return false
}

// isReleaseKind reports whether s is “Press release” or one of its names.
func isReleaseKind(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "press release", "media release", "news release", "press statement", "media advisory":
		return true
	}
	return false
}

// release takes a row that lets the text go: FOR IMMEDIATE RELEASE, with a date.
func (h *header) release(r *row) bool {
	s := string(r.text)
	l := strings.ToLower(s)
	n := 0
	for _, p := range []string{"for immediate release", "for release"} {
		if strings.HasPrefix(l, p) {
			n = len(p)
			break
		}
	}
	if n == 0 {
		return false
	}
	rest := strings.TrimLeft(s[n:], " \t:-–—")
	if len(strings.Fields(rest)) > 8 { // the whole text stands on this line
		if isAlnum(s[n]) {
			return false
		}
		h.out.more("Release", s[:n])
		r.cut(len(s) - len(rest))
		return true
	}
	if d, ok := parseDate(rest); ok && h.header.IsZero() {
		h.header = stamp{d, "header"}
	}
	h.out.more("Release", s)
	h.next()
	return true
}

// date takes a row that is a date and nothing else. What was published counts
// before what was updated.
func (h *header) date(r *row) bool {
	s := string(r.text)
	if len(s) > 80 {
		return false
	}
	if name, _, ok := fieldOf(r.text); ok && !isDateField(low(name)) {
		return false
	}
	d, ok := parseDate(s)
	if !ok {
		return false
	}
	l := strings.ToLower(s)
	revised := strings.Contains(l, "updated") || strings.Contains(l, "modified") || strings.Contains(l, "accessed")
	labelled := strings.HasPrefix(l, "date:") || strings.HasPrefix(l, "dated:") || strings.HasPrefix(l, "sent:") || strings.HasPrefix(l, "date :")
	switch {
	case labelled && h.header.IsZero():
		h.header = stamp{d, "header"}
	case h.first.IsZero() || h.first.from == "" && !revised:
		h.first = stamp{d, "first lines"}
		if revised {
			h.first.from = "" // until a better one comes
		}
	}
	h.weekday(r.line, s, d)
	if !labelled {
		h.out.more("Date", s)
	} else {
		name, v, _ := strings.Cut(s, ":")
		h.out.more(strings.TrimSpace(name), strings.TrimSpace(v))
	}
	return true
}

// weekday warns of a weekday that does not fit its date.
func (h *header) weekday(line int, s string, d briefing.Date) {
	l := strings.ToLower(s)
	for i, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if strings.Contains(l, day) && i != d.Weekday() {
			h.out.warn(line, "%s was no %s", d, strings.ToUpper(day[:1])+day[1:])
			return
		}
	}
}

// joinEmbargo returns an embargo with the rows that its line was wrapped onto,
// and leaves the last of them as the first row.
func (h *header) joinEmbargo(s string) string {
	for isEmbargo(s) && !stops([]byte(s)) && startsLower(h.ahead(1).text) && len(s) < 200 {
		h.next()
		s += " " + string(h.rows[0].text)
	}
	return s
}

// isRole reports whether s heads a section that the reader knows: then it is no
// category of a site and no kind of document, whatever stands above it.
//
//	catches: SUMMARY   NEXT STEPS   BACKGROUND: LIBYA
//	not:     PRESIDENTIAL ACTIONS, which only ends like one
func isRole(s string) bool { return briefing.RoleOf(s+": x") != briefing.Other }

// isClockTime reports whether a row is a clock time and nothing else, as a
// transcript begins with: “3:02 P.M. BST”.
func isClockTime(s string) bool {
	n := digits([]byte(s))
	if n == 0 || n > 2 || len(s) > 24 || n+2 >= len(s) || s[n] != ':' || digits([]byte(s[n+1:])) != 2 {
		return false
	}
	for _, w := range strings.Fields(s[n+3:]) {
		if len(w) > 5 || !isLetter(w[0]) {
			return false
		}
	}
	return true
}

// venue reports whether a row of a transcript says where the words were spoken:
// a few words in title case that stand alone above the first speaker.
//
//	catches: Via Teleconference   Aboard Air Force One   En Route Rome, Italy
//	not:     Thank you all.   MODERATOR: Good morning.
func (h *header) venue(r *row) bool {
	s := r.text
	return h.shape.script && h.ahead(1).blank() && wordCount(s) <= 8 && !stops(s) && isTitleCase(s) && !isRole(string(s)) &&
		bytes.IndexByte(s, ':') < 0 && h.marker(r, 0).width == 0
}

// placeOver reports whether the i-th row names a place and the next is the day: so a
// transcript begins under its title.
func (h *header) placeOver(i int) bool {
	s, next := h.ahead(i).text, h.ahead(i+1).text
	if len(s) == 0 || len(next) == 0 || wordCount(s) > 6 || stops(s) || !isTitleCase(s) || digits(s) > 0 {
		return false
	}
	_, ok := parseDate(string(next))
	return ok
}

// isSlug reports whether the first row is the label that agencies put over a
// headline: “BC-RIVER-TALKS”, one word in capitals over a line of them.
func (h *header) isSlug() bool {
	s, next := h.ahead(0).text, h.ahead(1).text
	return wordCount(s) == 1 && bytes.IndexByte(s, '-') > 0 && isCaps(s) && !isMarking(string(s)) && isCaps(next) && wordCount(next) >= 3
}

// terms makes a marking of the terms on which the words are given, where the
// first paragraphs name them.
func (t *text) terms() {
	var b strings.Builder
	for i := range t.rows[:min(len(t.rows), 60)] {
		r := &t.rows[i]
		if r.blank() || i+1 == min(len(t.rows), 60) || b.Len() == 0 && isMarking(string(r.text)) {
			if s := termsIn(b.String()); s != "" {
				t.out.mark(s)
				return
			}
			b.Reset()
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(r.text)
	}
}

// isScript reports whether speakers take turns in the text: labels in capitals,
// three or more, or Q without a colon.
func isScript(rows []row) bool {
	n := 0
	for i := range rows {
		s := rows[i].text
		if len(s) > 5 && s[0] == 'Q' && spaceLen(s[1:]) >= 2 {
			n++
			continue
		}
		j := bytes.IndexByte(s[:min(len(s), 60)], ':')
		if j > 1 && j+2 < len(s) && s[j+1] == ' ' && isCaps(s[:j]) {
			n++
		}
	}
	return n >= 3
}

// placeAndDate takes the dateline: on a row of its own, or off the front of the
// first paragraph.
func (h *header) placeAndDate() {
	i := h.block(-1)
	if len(h.rows) == 0 || i > 3 || h.rows[i].blank() {
		return
	}
	r := &h.rows[i]
	s := string(r.text)
	if d, from, to, ok := findDate(s); ok && len(s) < 60 && from > 3 && strings.Trim(s[to:], " .") == "" &&
		strings.HasSuffix(beforeDay(s[:from]), ",") && isTitleCase([]byte(beforeDay(s[:from]))) {
		h.out.more("Dateline", strings.TrimRight(s, " ."))
		h.dateline = stamp{d, "dateline"}
		h.rows = h.rows[i+1:]
		return
	}
	n, rest := datelineLen(s, h.shape.script)
	if n == 0 {
		return
	}
	d, from, to, ok := findDate(s[:n])
	if ok && from == 0 && to == n && h.chronology(i+1) {
		return // the first row of a chronology, which loses nothing
	}
	if ok {
		h.dateline = stamp{d, "dateline"}
	}
	h.out.more("Dateline", strings.TrimRight(s[:n], " :;-–—"))
	r.cut(rest)
}

// beforeDay is what stands before a day without the word that some languages put
// before it: “Berlin, den 8. November 2021”, “Paris, le 8 novembre 2021”.
func beforeDay(s string) string {
	s = strings.TrimRight(s, " ")
	for _, w := range []string{" den", " le", " am"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.TrimRight(s, " ")
}

// chronology reports whether one of the next rows from i on begins with a date too.
func (h *header) chronology(i int) bool {
	for _, r := range h.rows[i:min(len(h.rows), i+12)] {
		if _, from, _, ok := findDate(string(r.text[:min(len(r.text), 40)])); ok && from == 0 {
			return true
		}
	}
	return false
}

// datelineLen is the length of a dateline at the start of a paragraph, and where
// the paragraph goes on: WASHINGTON, D.C. - , EL PASO — , JUBA, Sudan (AFP) – ,
// (WASHINGTON, D.C.) – , NEW DELHI: , COLOMBO (News 1st); , Sept. 10 (UPI) — .
func datelineLen(s string, script bool) (n, rest int) {
	head := s[:min(len(s), 80)]
	colon := false
	for i := 1; i < len(head)-1; i++ {
		c := head[i]
		switch {
		case strings.HasPrefix(head[i:], " - "), strings.HasPrefix(head[i:], " – "), strings.HasPrefix(head[i:], " — "),
			strings.HasPrefix(head[i:], " -- "), strings.HasPrefix(head[i:], " Ð "):
			n = i
		case c == '-' && head[i+1] == ' ' && isLetter(head[i-1]):
			n = i
		case c == ';' && head[i-1] == ')', c == ':' && head[i+1] == ' ':
			n, colon = i, c == ':'
		}
		if n > 0 {
			break
		}
	}
	if n == 0 {
		return 0, 0
	}
	place := head[:n]
	f := strings.Fields(place)
	if len(f) > 8 || strings.ContainsAny(place, "\"?!") || !isTitleCase([]byte(place)) {
		return 0, 0
	}
	first := strings.Trim(f[0], "(,.")
	if beginsSentence(first) || slices.Contains(f[1:], "the") {
		return 0, 0
	}
	caps := isCaps([]byte(first)) && len(first) >= 3 || len(f) > 1 && first == "ST" || first == "EL"
	agency := strings.HasSuffix(place, ")") && strings.Contains(place, " (")
	region := strings.Contains(place, ", ")
	switch {
	case colon && (script || !isCaps([]byte(place)) || len(f) > 2 || briefing.RoleOf(place) != briefing.Other):
		return 0, 0
	case caps && (colon || region || agency || len(f) <= 3), agency, region && len(f) <= 5:
	default:
		return 0, 0
	}
	rest = n
	for rest < len(s) {
		r, size := utf8.DecodeRuneInString(s[rest:])
		if !strings.ContainsRune(" -–—Ð:;", r) {
			break
		}
		rest += size
	}
	return n, rest
}

// beginsSentence reports whether a word opens a sentence and no dateline.
//
//	catches: On Thursday, the European Court of Justice (ECJ) — the supreme court —
//	not:     NEW DELHI (AFP) —
func beginsSentence(word string) bool {
	switch strings.ToLower(word) {
	case "on", "in", "at", "the", "a", "an", "this", "that", "these", "for", "after", "before", "since", "when", "while", "as", "by", "from", "to", "it", "he", "she", "they", "we", "if", "but", "and",
		"yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "earlier", "according", "under", "with":
		return true
	}
	return false
}

// made makes a title of the first paragraph, or of the name of the file.
func (h *header) made() string {
	i := h.block(-1)
	if i >= len(h.rows) || h.rows[i].blank() {
		return fromName(h.name)
	}
	s := string(h.rows[i].text)
	for i++; h.shape.wrapped && i < len(h.rows) && !h.rows[i].blank() && len(s) < 400; i++ {
		s += " " + string(h.rows[i].text)
	}
	return firstSentence(s)
}
