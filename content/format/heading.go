package format

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Headings of plain text: a line in capitals, a short line that ends in a colon,
// a numbered one, “Sec. 2. Background.”, an underlined one, and a short line in
// title case before a longer block. A heading has something under it, so none
// ends a document; signatures and addresses do.

// heading writes a heading of a level and drops the row.
func (t *text) heading(n int, s []byte) {
	r := &t.rows[0]
	t.out.blank()
	t.out.from(r.line)
	t.out.md = append(t.out.md, "######"[:n]...)
	t.out.md = append(t.out.md, ' ')
	t.out.md = appendHeading(t.out.md, t.takePortion(s))
	t.prev = *r
	t.next()
	t.close()
}

// headingUpTo writes the first cut bytes of the row as a heading, and leaves the
// rest as a row. A negative cut takes that many rows whole.
func (t *text) headingUpTo(n, cut int) {
	r := t.rows[0]
	if cut < 0 {
		s := bytes.Clone(r.text)
		for range -cut - 1 {
			t.next()
			if !isRule(t.rows[0].text) {
				s = append(append(s, ' '), t.rows[0].text...)
			}
		}
		t.rows[0].line = r.line
		t.heading(n, s)
		return
	}
	rest := r
	rest.cut(cut)
	t.heading(n, r.text[:cut])
	if len(rest.text) > 0 {
		t.rows = append([]row{rest}, t.rows...)
	}
}

// headingHere decides whether the first row is a heading, of which level, and
// how much of it. Ended says that what stands above has come to its end: a
// sentence or a list.
func (t *text) headingHere(r *row, tight, ended bool) (n, cut int) {
	s := r.text
	if n := sectionTitle(s); n > 0 {
		return 2, n
	}
	if u := t.ahead(1).text; len(u) >= 3 && (only(u, '=') || only(u, '-')) && len(u) >= len(s)-3 && len(u) <= len(s)+3 && len(s) <= 100 {
		return 2, -2
	}
	below := t.block(0)
	if below == 0 || t.ahead(1).cont || len(s) > 160 {
		return 0, 0
	}
	if !tight && !stops(s) && !startsLower(s) && !isDated(s) && t.chronicle(below) {
		return 2, len(s)
	}
	if len(s) > 120 {
		return 0, 0
	}
	next := &t.rows[below]
	if n := t.numbered(r); n > 0 {
		return n, len(s)
	}
	count := wordCount(s)
	apart := below > 1 || t.shape.lines // nothing directly under it
	switch {
	case isCaps(s) && isHeadingCaps(s, count) && !tight && (t.prose(below) || apart && isCaps(next.text) && isHeadingCaps(next.text, 2) && t.block(below) > 0 && t.prose(t.block(below))):
		return 2, len(s)
	case s[len(s)-1] == ':' && count <= 6 && apart && !tight && isHeadingColon(s):
		return 2, len(s)
	case apart && !tight && t.gap && isTitleLine(s, count) && len(next.text) > len(s) && !isDated(next.text) &&
		t.prose(below):
		if isTitleCase(s) || count <= 4 && (isRole(string(s)) || ended && len(next.text) > 3*len(s) && stops(next.text)) {
			return 2, len(s)
		}
	case !tight && t.gap && count <= 6 && isTitleLine(s, count) && (isTitleCase(s) || isRole(string(s))) && t.marker(next, below).width > 0:
		return 2, len(s)
	case apart && !tight && count <= 8 && isTitleLine(s, count) && isTitleCase(s) && isCaps(next.text) && next.text[len(next.text)-1] == ':':
		return 2, len(s)
	case below == 1 && t.gap && t.shape.wrapped && t.ahead(2).blank() && t.continuesHeading(r, next):
		return 2, -2
	}
	return 0, 0
}

// prose reports whether the i-th row begins a paragraph or a list rather than
// being a short line itself.
func (t *text) prose(i int) bool {
	r := &t.rows[i]
	return len(r.text) > 80 || stops(r.text) || isDefinition(r.text) || t.marker(r, i).width > 0 || t.shape.wrapped && inLine(t.rows, i)
}

// continuesHeading: a heading in title case that was wrapped onto a second row.
func (t *text) continuesHeading(r, next *row) bool {
	both := append(append(bytes.Clone(r.text), ' '), next.text...)
	return (t.shape.full(r, next) || bytes.IndexByte(next.text, ' ') < 0) && wordCount(both) <= 20 && isTitleLine(both, 8) && isTitleCase(both) && t.block(1) > 0
}

// numbered returns the level of a numbered heading: “II. BACKGROUND”,
// “3. Next Steps”, “1.2 Scope”, “B. Attendees”.
func (t *text) numbered(r *row) int {
	s := r.text
	i := bytes.IndexByte(s, ' ')
	if i < 1 || i > 6 {
		return 0
	}
	if c := s[i-1]; c != '.' && c != ')' && !(isDigit(s[0]) && bytes.IndexByte(s[:i], '.') > 0) {
		return 0
	}
	title := bytes.TrimLeft(s[i:], " \t")
	count := wordCount(title)
	if len(title) == 0 || count > 8 || startsLower(title) || strings.IndexByte(".,;?!", title[len(title)-1]) >= 0 && !isCaps(title) {
		return 0
	}
	below := t.block(0)
	if below < 2 && !t.shape.lines || below == 0 {
		return 0
	}
	next := &t.rows[below]
	n := 0
	num := bytes.TrimRight(s[:i], ".)")
	if len(num) == 0 {
		return 0
	}
	switch {
	case isRoman(num) && s[i-1] == '.' && (len(num) > 1 || num[0] == 'I' || num[0] == 'V' || num[0] == 'X'):
		n = 2
	case len(num) == 1 && num[0] >= 'A' && num[0] <= 'Z' && s[i-1] == '.':
		n = 3
	case len(bytes.Trim(num, "0123456789.")) == 0 && isDigit(num[0]):
		if n = 2; bytes.IndexByte(num, '.') > 0 {
			n = 3
		} else if len(num) == i || len(num) > 3 {
			return 0 // a bare number or a year: “2021 Budget”
		}
	default:
		return 0
	}
	if !isCaps(title) && !isTitleCase(title) && count > 5 {
		return 0
	}
	if len(next.text) <= len(s) && !isCaps(title) || !isCaps(title) && t.nextNumber(num, next.text) {
		return 0
	}
	return n
}

// nextNumber reports whether the row below begins with the next number: then
// this is a list.
func (t *text) nextNumber(num, below []byte) bool {
	i := bytes.IndexByte(below, ' ')
	if i < 1 || i > 6 {
		return false
	}
	other := bytes.TrimRight(below[:i], ".)")
	return isDigit(num[0]) && len(bytes.Trim(other, "0123456789")) == 0 && len(other) < i ||
		!isDigit(num[0]) && len(other) < i && len(other) <= 4 && isCaps(other)
}

func isRoman(s []byte) bool {
	return len(s) > 0 && len(s) <= 5 && len(bytes.Trim(s, "IVX")) == 0
}

// sectionTitle is the length of “Sec. 2.  Background.” at the start of a
// paragraph, 0 without a number or a title.
func sectionTitle(s []byte) int {
	i := 0
	for _, p := range []string{"Section ", "Sec. ", "SECTION ", "SEC. ", "Article ", "ARTICLE "} {
		if bytes.HasPrefix(s, []byte(p)) {
			i = len(p)
		}
	}
	if i == 0 {
		return 0
	}
	i += spaceLen(s[i:])
	d := digits(s[i:])
	if i += d; d == 0 || i+1 >= len(s) || s[i] != '.' {
		return 0
	}
	i++
	i += spaceLen(s[i:])
	end := bytes.IndexByte(s[i:], '.')
	if end < 2 || end > 70 {
		return 0
	}
	title := s[i : i+end]
	if n := i + end + 1; isTitleCase(title) && (n == len(s) || s[n] == ' ') {
		return n
	}
	return 0
}

// isCaps reports whether s has two letters or more and all are capitals.
func isCaps(s []byte) bool {
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		s = s[size:]
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

func isHeadingCaps(s []byte, count int) bool {
	last := s[len(s)-1]
	if isLittle(low(s[bytes.LastIndexByte(s, ' ')+1:])) {
		return false
	}
	return count <= 14 && !bytes.Contains(s, []byte("__")) && last != ',' && last != ';' && (last != '.' || count <= 3) &&
		(count > 1 || len(s) >= 4) && len(s) < 100 && !isDated(s) && isLetter(s[len(s)-len(bytes.TrimLeft(s, `"'([“‘`))])
}

// isHeadingColon tells “Next steps:” from “The Senator stated:”, which leads in
// what follows: its last word is a verb or a little word.
func isHeadingColon(s []byte) bool {
	s = s[:len(s)-1]
	if isForwardLine(string(s)) {
		return false
	}
	if isCaps(s) {
		return true
	}
	if bytes.ContainsAny(s, ".,;\"") || startsLower(s) {
		return false
	}
	f := bytes.Fields(s)
	if len(f) == 0 || len(f) > 3 && !isTitleCase(s) {
		return false
	}
	switch low(f[0]) {
	case "the", "these", "this", "those", "that", "it", "they", "we", "he", "she":
		return false
	}
	switch low(f[len(f)-1]) {
	case "said", "says", "say", "stated", "states", "added", "adds", "wrote", "writes", "asked", "asks", "replied", "told", "continued", "noted",
		"notes", "explained", "commented", "tweeted", "concluded", "announced", "declared", "responded", "remarked", "recalled", "warned",
		"include", "includes", "included", "including", "are", "is", "were", "was", "be", "follow", "follows", "following", "read", "reads",
		"by", "to", "for", "of", "and", "or", "that", "this", "these", "with", "in", "on", "at", "from", "as", "statement", "below", "will", "shall", "must", "affect":
		return false
	}
	return len(f) > 1 || len(s) >= 4
}

// isTitleLine reports whether a line may be a heading in title case: short, and
// without the punctuation of a sentence.
func isTitleLine(s []byte, count int) bool {
	if count > 8 || startsLower(s) || bytes.ContainsAny(s, ",;@\"") && count > 6 {
		return false
	}
	first, _ := utf8.DecodeRune(s)
	last := s[len(s)-1]
	return unicode.IsUpper(first) && (isAlnum(last) || last >= utf8.RuneSelf || last == ')' || last == '?')
}

// isTitleCase reports whether every word that is not a little word begins with a
// capital or a digit.
func isTitleCase(s []byte) bool {
	upper := 0
	for i, w := range bytes.Fields(s) {
		w = bytes.TrimLeft(w, `"'(“‘[`)
		r, _ := utf8.DecodeRune(w)
		switch {
		case unicode.IsUpper(r):
			upper++
		case len(w) == 0 || !unicode.IsLetter(r):
		case i > 0 && isLittle(low(bytes.TrimRight(w, ",.:"))):
		default:
			return false
		}
	}
	return upper > 0
}

func isLittle(w string) bool {
	switch w {
	case "a", "an", "and", "as", "at", "by", "de", "del", "der", "for", "from", "in", "into", "la", "of", "on", "or", "over", "the", "to", "under", "upon", "v", "van", "von", "vs", "with", "within", "without":
		return true
	}
	return false
}

func low(s []byte) string { return strings.ToLower(string(s)) }
