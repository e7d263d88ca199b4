package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Strings by the cell: everything drawn is measured and cut here.

// pad fills s with blanks to w cells; a longer s stays.
func pad(s string, w int) string {
	if n := w - ansi.StringWidth(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

// clip cuts s to w cells.
func clip(s string, w int) string { return ansi.Truncate(s, max(w, 0), "") }

// shorten cuts s to w cells, with “…” where something is cut.
func shorten(s string, w int) string { return ansi.Truncate(s, max(w, 0), "…") }

// fit makes s exactly w cells.
func fit(s string, w int) string { return pad(shorten(s, w), w) }

// wrap breaks plain words into lines of at most w cells, at spaces; a word that
// is longer than a line is cut.
func wrap(s string, w int) []string {
	w = max(w, 1)
	var out []string
	line, n := "", 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		k := ansi.StringWidth(word)
		if n > 0 && n+1+k > w {
			out, line, n = append(out, line), "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		for k > w && n == 0 {
			head := ansi.Truncate(word, w, "")
			if head == "" { // a wide character on a line of one cell
				break
			}
			out, word = append(out, head), word[len(head):]
			k = ansi.StringWidth(word)
		}
		line, n = line+word, n+k
	}
	if n > 0 {
		out = append(out, line)
	}
	return out
}

// wrapAt breaks plain words into at most n lines; “…” ends the last one where
// there is more.
func wrapAt(s string, w, n int) []string {
	lines := wrap(s, w)
	if len(lines) <= n || n < 1 {
		return lines
	}
	lines[n-1] = shorten(lines[n-1]+" "+lines[n], w-1)
	if !strings.HasSuffix(lines[n-1], "…") {
		lines[n-1] += "…"
	}
	return lines[:n]
}

// wrapKeeping is wrapAt where key can be read: where n lines end before it, the last
// of them has the stretch around it.
func wrapKeeping(s, key string, w, n int) []string {
	lines := wrap(s, w)
	s, key = strings.Join(strings.Fields(s), " "), strings.Join(strings.Fields(key), " ")
	at := strings.Index(s, key)
	if len(lines) <= n || n < 2 || key == "" || at < 0 {
		return wrapAt(s, w, n)
	}
	head := len(strings.Join(lines[:n-1], " "))
	if at+len(key)+len("…") <= head+1+len(lines[n-1]) {
		return wrapAt(s, w, n)
	}
	const sign = "… "
	room := w - ansi.StringWidth(sign)
	around, end := s[at:], ""
	if ansi.StringWidth(around) > room { // some words behind it, more before it
		around, end = ansi.Truncate(around, max(room*2/3, ansi.StringWidth(key)), ""), "…"
	}
	before := strings.Fields(s[min(head, at):at])
	for k := len(before); k > 0 && ansi.StringWidth(before[k-1]+" "+around+end) <= room; k-- {
		around = before[k-1] + " " + around
	}
	return append(lines[:n-1:n-1], shorten(sign+around+end, w))
}
