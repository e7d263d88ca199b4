package format

import "bytes"

// appendText appends one line of plain text so that Markdown reads it as it is
// written: white space runs become one space, and what would be mark-up gets a
// backslash. With start the text begins a line, where more is mark-up.
//
// It escapes what means something where it stands and leaves the rest, so that
// the Markdown reads well too: snake_case, 5 * 3 and 3 < 5 stay.
func appendText(dst, s []byte, start bool) []byte {
	s = bytes.TrimRight(s, " \t\n")
	if start {
		s = bytes.TrimLeft(s, " \t")
		if n := blockStart(s); n >= 0 {
			dst = append(dst, s[:n]...)
			dst = append(dst, '\\', s[n])
			return appendInline(dst, s, n+1)
		}
	}
	return appendInline(dst, s, 0)
}

func appendInline(dst, s []byte, i int) []byte {
	for i < len(s) {
		j := i
		for j < len(s) && !special(s[j]) {
			j++
		}
		dst = append(dst, s[i:j]...)
		if i = j; i == len(s) {
			break
		}
		c := s[i]
		i++
		switch c {
		case ' ', '\t':
			for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
				i++
			}
			dst = append(dst, ' ')
			continue
		case '\\':
			if i == len(s) || isPunct(s[i]) {
				dst = append(dst, '\\')
			}
		case '`', '[', '~':
			dst = append(dst, '\\')
		case '*':
			if !isBlank(s, i-2) || !isBlank(s, i) {
				dst = append(dst, '\\')
			}
		case '_':
			if !wordAround(s, i-1) {
				dst = append(dst, '\\')
			}
		case '<':
			// A tag or an address in brackets, which may begin with nearly any
			// mark and go on behind this piece of a paragraph.
			if !isBlank(s, i) {
				dst = append(dst, '\\')
			}
		case '&':
			if isReference(s[i:]) {
				dst = append(dst, '\\')
			}
		}
		dst = append(dst, c)
	}
	return dst
}

func special(c byte) bool {
	switch c {
	case ' ', '\t', '\\', '`', '[', '~', '*', '_', '<', '&':
		return true
	}
	return false
}

// blockStart returns the byte that has to be escaped so that the line begins no
// block, -1 if none.
func blockStart(s []byte) int {
	if len(s) == 0 {
		return -1
	}
	ends := func(i int) bool { return i == len(s) || s[i] == ' ' || s[i] == '\t' }
	switch c := s[0]; c {
	case '#':
		n := 1
		for n < len(s) && s[n] == '#' {
			n++
		}
		if n <= 6 && ends(n) {
			return 0
		}
	case '>', '|', '`', '~', '[':
		return 0
	case '-', '+', '*':
		if ends(1) || only(s, c) || delimiters(s) {
			return 0
		}
	case '=', '_':
		if only(s, c) {
			return 0
		}
	case ':':
		if ends(1) || delimiters(s) {
			return 0
		}
	}
	if n := digits(s); n > 0 && n < 10 && n < len(s) && (s[n] == '.' || s[n] == ')') && ends(n+1) {
		return n
	}
	return -1
}

func digits(s []byte) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// only reports whether s is c and white space alone: a rule or an underline.
func only(s []byte, c byte) bool {
	for _, x := range s {
		if x != c && x != ' ' && x != '\t' {
			return false
		}
	}
	return true
}

// delimiters reports whether s could stand under the head of a table.
func delimiters(s []byte) bool { return len(bytes.Trim(s, "-:| \t")) == 0 }

func isReference(s []byte) bool {
	i := 0
	for i < len(s) && i < 32 && (isLetter(s[i]) || s[i] >= '0' && s[i] <= '9' || s[i] == '#' && i == 0) {
		i++
	}
	return i > 0 && i < len(s) && s[i] == ';'
}

// wordAround reports whether the run of underscores around s[i] stands inside a
// word, where it is no emphasis.
func wordAround(s []byte, i int) bool {
	j, k := i, i
	for j >= 0 && s[j] == '_' {
		j--
	}
	for k < len(s) && s[k] == '_' {
		k++
	}
	return j >= 0 && k < len(s) && isAlnum(s[j]) && isAlnum(s[k])
}

func isBlank(s []byte, i int) bool {
	return i >= 0 && i < len(s) && (s[i] == ' ' || s[i] == '\t')
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isAlnum(c byte) bool  { return isLetter(c) || isDigit(c) }
func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !isAlnum(c)
}

// appendHeading appends text as the content of a # heading.
func appendHeading(dst, s []byte) []byte {
	n := len(dst)
	return closingMarks(appendInline(dst, bytes.TrimSpace(s), 0), n)
}

// closingMarks escapes # at the end of a heading, which would be mark-up.
func closingMarks(dst []byte, n int) []byte {
	i := len(dst)
	for i > n && dst[i-1] == '#' {
		i--
	}
	if i < len(dst) && (i == n || dst[i-1] == ' ') {
		dst = append(dst[:i], append([]byte{'\\'}, dst[i:]...)...)
	}
	return dst
}

// wordCount counts what stands between blanks.
func wordCount(s []byte) (n int) {
	in := false
	for _, c := range s {
		blank := c == ' ' || c == '\t'
		if !blank && !in {
			n++
		}
		in = !blank
	}
	return n
}
