package format

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing"
)

// A document without a title gets one made of its first sentence, of its first
// heading, or of its name, and it is marked as made.

const longestTitle = 100

// words returns the words of the first heading or paragraph of a Markdown text,
// as the document itself has them.
func words(md []byte) (prose string) {
	pieces, state := briefing.Cut(md, briefing.State{}, true)
	for _, p := range pieces {
		briefing.Leaves(briefing.Parse(md, p, state.Refs), func(b *briefing.Block) bool {
			if b.Kind == briefing.Heading || b.Kind == briefing.Paragraph {
				prose = line1(b.Leaf.Prose)
			}
			return prose == ""
		})
		if prose != "" {
			break
		}
	}
	return prose
}

func madeFromMarkdown(body []byte, name string) string {
	head := body[:min(len(body), 8<<10)]
	for len(head) > 0 && head[len(head)-1] >= utf8.RuneSelf && len(head) < len(body) {
		head = head[:len(head)-1] // the cut may be in a character
	}
	if s := words(head); s != "" {
		return firstSentence(s)
	}
	return fromName(name)
}

// fromName makes a title of the name of a file.
func fromName(name string) string {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if base = line1(strings.NewReplacer("_", " ", "-", " ").Replace(base)); base == "" {
		return "Untitled"
	}
	r, n := utf8.DecodeRuneInString(base)
	return string(unicode.ToUpper(r)) + base[n:]
}

// firstSentence cuts the first sentence off a paragraph, and that at a word if
// it is long.
func firstSentence(s string) string {
	s = line1(s)
	for i := 0; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && endsSentence(s[:i+1], s[i+1:]) {
			for i++; i < len(s) && s[i] != ' '; i++ { // its quotation mark
			}
			s = s[:i]
			break
		}
	}
	if len(s) <= longestTitle {
		return s
	}
	i := strings.LastIndexByte(s[:longestTitle], ' ')
	if i < longestTitle/2 {
		for i = longestTitle; !utf8.RuneStart(s[i]); i-- {
		}
	}
	return strings.TrimRight(s[:i], " ,;:–—-") + "…"
}

// endsSentence reports whether the stop at the end of s ends a sentence: what
// follows begins with a capital or a quotation mark, and the word before is no
// abbreviation: no initial, no title, no month.
func endsSentence(s, after string) bool {
	after = strings.TrimLeft(after, `"'”’)`)
	if after == "" || after[0] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, ` "“‘('`))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	if s[len(s)-1] != '.' {
		return true
	}
	word := s[strings.LastIndexByte(s, ' ')+1 : len(s)-1]
	if utf8.RuneCountInString(word) == 1 || strings.Contains(word, ".") {
		return false
	}
	switch strings.ToLower(strings.TrimLeft(word, `"“‘(`)) {
	case "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm",
		"st", "mt", "ft", "no", "nos", "vs", "jr", "sr", "hon", "rev", "pres", "sec", "dept", "art", "approx",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return false
	}
	return true
}

// titleRows returns how many rows from row i on are the title, 0 if the text
// begins there. A title is short and stands apart, by a blank row or by what
// comes after it: a date, or a first paragraph that is much longer. It may end in
// a full stop where nothing stands before it, else that is a first sentence.
func (h *header) titleRows(i int) int {
	r := h.ahead(i)
	s := r.text
	count := wordCount(s)
	last := s[len(s)-1]
	switch {
	case count > 40 || count > 30 && !isCaps(s), last == ':' || last == ',' || last == ';', startsLower(s), h.ahead(i + 1).cont:
		return 0
	case !hasLetter(s), count <= 3 && isSection(string(s)):
		return 0
	case last == '.' && (count > 20 || h.taken), h.marker(r, i).width > 0 && !h.isNumberOnly(s):
		return 0
	}
	next := h.ahead(i + 1)
	switch {
	case next.blank():
		return 1
	case h.isMeta(i + 1), h.placeOver(i + 1):
		return 1
	case isCaps(s) && count >= 2:
		if isCaps(next.text) && h.ahead(i+2).blank() && wordCount(next.text) < 20 && !isKind(string(next.text)) {
			return 2
		}
		return 1
	case h.shape.lines && len(next.text) > 2*len(s) && last != '.':
		return 1
	case h.ahead(i+2).blank() && (h.shape.wrapped && h.shape.full(r, next) || r.wide >= 50 && next.wide < 80 && isTitleCase(s)):
		both := append(append(bytes.Clone(s), ' '), next.text...)
		if n := wordCount(both); n <= 30 && !stops(both) && isTitleCase(both) {
			return 2
		}
	}
	return 0
}

// isSection reports whether a row heads a section that no document is named
// after: then the text has begun without a title.
func isSection(s string) bool {
	if i := strings.LastIndexAny(s, ".)"); i > 0 && i < 5 {
		s = s[i+1:]
	}
	switch strings.ToLower(strings.Trim(s, " :.")) {
	case "background", "purpose", "summary", "executive summary", "overview", "introduction", "objectives", "participants", "attendees",
		"recommendation", "recommendations", "discussion", "talking points", "next steps", "key points", "context", "analysis", "conclusion":
		return true
	}
	return false
}

func hasLetter(s []byte) bool { return bytes.ContainsFunc(s, unicode.IsLetter) }

// isNumberOnly: a document’s own number before its title (“46. Telegram From …”)
// is no mark of a list.
func (h *header) isNumberOnly(s []byte) bool { return digits(s) > 1 }

// takeTitle takes the title from the first n rows, and what it says besides: a
// date in front, the kind of release.
func (h *header) takeTitle(n int) {
	h.titleLine = h.rows[0].line
	var s string
	for range n {
		s = strings.TrimSpace(s + " " + string(h.rows[0].text))
		h.next()
	}
	s = line1(s)
	if n := h.releasePrefix(s); n > 0 {
		h.out.more("Release", s[:n])
		s = strings.TrimSpace(s[n+1:])
	}
	if d, from, to, ok := findDate(s); ok && from == 0 && to+8 < len(s) && s[to] == ' ' && h.first.IsZero() && h.shape.lines {
		h.first = stamp{d, "first lines"}
		h.out.more("Date", s[:to])
		s = strings.TrimSpace(s[to:])
	} else if ok && h.first.IsZero() && from > 0 && strings.Trim(s[to:], " .)") == "" && strings.HasSuffix(strings.TrimRight(s[:from], " ("), ",") {
		h.first = stamp{d, "first lines"} // “Press Briefing by the Press Secretary, October 22, 2021”
	}
	h.title = s
}

// releasePrefix is the length of “Press Release” in front of a title and a colon.
func (h *header) releasePrefix(s string) int {
	kind, rest, ok := strings.Cut(s, ":")
	if !ok || !isReleaseKind(kind) || strings.TrimSpace(rest) == "" {
		return 0
	}
	return len(kind)
}

// releaseTitle reports whether the i-th row is such a title.
func (h *header) releaseTitle(i int) int { return h.releasePrefix(string(h.ahead(i).text)) }

// isMeta reports whether the i-th row is plainly one of the header: a date, a
// field, a release line.
func (h *header) isMeta(i int) bool {
	s := h.ahead(i).text
	if len(s) == 0 || len(s) > 100 {
		return false
	}
	if _, ok := parseDate(string(s)); ok {
		return true
	}
	if _, _, ok := fieldOf(s); ok {
		return true
	}
	return strings.HasPrefix(low(s), "for immediate release") || isByline(string(s)) || isMarking(string(s))
}

// isPostal reports whether a line is a town with its postal code.
//
//	catches: WASHINGTON, D.C. 20503   Springfield, VA 22150-1234
//	not:     Report on the year 20503   Budget, 2021
func isPostal(s string) bool {
	town, rest, ok := strings.Cut(s, ",")
	f := strings.Fields(rest)
	if !ok || wordCount([]byte(town)) > 3 || len(f) < 2 || len(f) > 4 {
		return false
	}
	code := f[len(f)-1]
	return len(code) == 5 && digits([]byte(code)) == 5 || len(code) == 10 && digits([]byte(code)) == 5 && code[5] == '-' && digits([]byte(code[6:])) == 4
}

// letterhead reports whether the i-th row names an office rather than a matter.
func (h *header) letterhead(i int) bool {
	s := h.ahead(i).text
	f := bytes.Fields(s)
	if len(f) == 0 || len(f) > 8 || s[len(s)-1] == ':' || !isCaps(s) && !isTitleCase(s) {
		return false
	}
	last := low(bytes.Trim(f[len(f)-1], ",."))
	return isOffice(low(f[0])) || len(f) > 1 && isOffice(low(f[1])) && !isLittle(low(f[0])) ||
		(isCaps(s) || low(f[0]) == "the") && (isOffice(last) || isBody(last))
}

func isOffice(w string) bool {
	switch w {
	case "office", "department", "ministry", "embassy", "bureau", "directorate", "secretariat":
		return true
	}
	return false
}

func isBody(w string) bool {
	switch w {
	case "house", "senate", "committee", "government", "council", "commission", "agency", "bank", "command", "headquarters", "parliament",
		"cabinet", "division", "mission", "unit", "nations":
		return true
	}
	return false
}

// titleBelow reports whether a title comes after row i, with nothing but rows of
// the header in between.
func (h *header) titleBelow(i int) bool {
	for n := 0; n < 12; n++ {
		if i = h.block(i); i == 0 {
			return false
		}
		if name, _, ok := fieldOf(h.ahead(i).text); ok && low(name) == "subject" {
			return true
		}
		if h.isMeta(i) || h.letterhead(i) && !h.ahead(i+1).blank() || isKind(string(h.ahead(i).text)) {
			continue
		}
		return h.titleRows(i) > 0
	}
	return false
}

// repeats reports whether a row is the title again, also behind “Press Release:”.
func repeats(s, title string) bool {
	if a, b := letters(s), letters(title); a == b && a != "" {
		return true
	}
	kind, rest, ok := strings.Cut(s, ":")
	return ok && strings.HasSuffix(strings.ToLower(kind), "release") && letters(rest) == letters(title)
}

// letters is s in lower case without anything but letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
