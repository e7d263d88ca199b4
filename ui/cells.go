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

// wrap breaks plain words into lines of at most w cells.
func wrap(s string, w int) []string {
	if s == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " "), max(w, 1), ""), "\n")
}

// wrapAt breaks plain words into at most n lines, the last one shortened.
func wrapAt(s string, w, n int) []string {
	lines := wrap(s, w)
	if len(lines) > n {
		lines[n-1] = shorten(lines[n-1]+" "+lines[n], w)
		if !strings.HasSuffix(lines[n-1], "…") {
			lines[n-1] = clip(lines[n-1], w-1) + "…"
		}
		lines = lines[:n]
	}
	return lines
}
