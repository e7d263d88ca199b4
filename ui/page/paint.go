package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Paint lays style over the cells from up to but not with to of a styled line.
// What the line has there already, bold, links, stays where style does not say
// otherwise. A wide character is painted whole if any of its cells is.
func Paint(line string, from, to int, style ansi.Style) string {
	if from >= to || len(style) == 0 {
		return line
	}
	on := style.String()
	var b strings.Builder
	b.Grow(len(line) + 2*len(on))
	var state byte
	sgr := "" // what the line itself has switched on
	painting := false
	for x := 0; len(line) > 0; {
		seq, w, n, next := ansi.DecodeSequence(line, state, nil)
		if n == 0 {
			break
		}
		line, state = line[n:], next
		switch {
		case seq == ansi.ResetStyle || seq == "\x1b[0m":
			sgr = ""
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m"):
			sgr += seq
		case w > 0:
			if in := x < to && x+w > from; in != painting {
				if in {
					b.WriteString(on)
				} else {
					b.WriteString(ansi.ResetStyle + sgr)
				}
				painting = in
			}
			x += w
			b.WriteString(seq)
			continue
		}
		b.WriteString(seq)
		if painting && seq[0] == 0x1b && seq[len(seq)-1] == 'm' {
			b.WriteString(on)
		}
	}
	if painting {
		b.WriteString(ansi.ResetStyle + sgr)
	}
	return b.String()
}
