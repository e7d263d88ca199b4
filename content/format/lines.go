package format

import (
	"bytes"
	"cmp"
	"slices"

	"readout/briefing"
)

// lined is Markdown that is put together before it is written: each line knows
// the line of the file that it came from.
type lined struct {
	md   []byte
	from []int // of each line of md, 0 for none
	days []lineDay
	mute []lineSpan // lines that give no facts
	said []lineSpan // lines of earlier messages, each behind the line that says whose
	tail []lineSpan // those of them that stand below all that is new
}

// lineSpan is lines from first up to but not with last, counted from 0.
type lineSpan struct{ first, last int }

// lineDay is lines that were written on a day of their own.
type lineDay struct {
	lineSpan
	day briefing.Date
}

func (s lineSpan) plus(n int) lineSpan { return lineSpan{s.first + n, s.last + n} }

// together puts b behind a, a blank line between them.
func together(a, b lined) lined {
	if len(a.md) == 0 {
		return b
	}
	if len(b.md) == 0 {
		return a
	}
	a.md = bytes.TrimRight(a.md, "\n")
	n := bytes.Count(a.md, []byte{'\n'}) + 1
	a.md = append(append(a.md, "\n\n"...), b.md...)
	a.from = append(append(upTo(a.from, n), 0), b.from...)
	for _, d := range b.days {
		a.days = append(a.days, lineDay{d.plus(n + 1), d.day})
	}
	for _, s := range b.mute {
		a.mute = append(a.mute, s.plus(n+1))
	}
	for _, s := range b.said {
		a.said = append(a.said, s.plus(n+1))
	}
	return a
}

// upTo is the first n of from, with as many made as are missing.
func upTo(from []int, n int) []int {
	for len(from) < n {
		from = append(from, 0)
	}
	return from[:n:n]
}

// quotation puts the mark of a quotation before each line.
func (l lined) quotation() lined {
	out := lined{from: l.from, days: l.days, mute: l.mute, said: l.said}
	for line := range bytes.Lines(l.md) {
		if len(bytes.TrimSpace(line)) == 0 {
			out.md = append(out.md, ">\n"...)
		} else {
			out.md = append(append(out.md, "> "...), line...)
		}
	}
	return out
}

// at reads the lines as those of a text within another: line is asked where each
// stands there.
func (l lined) at(line func(int) int) lined {
	for i, n := range l.from {
		if n > 0 {
			l.from[i] = line(n)
		}
	}
	return l
}

// lined is what an Out holds, line by line.
func (o *Out) lined() lined {
	l := lined{md: o.md}
	at, run := 0, 0
	line, since := 0, 0
	for text := range bytes.Lines(o.md) {
		for run < len(o.origin) && int(o.origin[run].At) <= at {
			line, since = o.origin[run].Line, 0
			run++
		}
		n := 0
		if line > 0 {
			n = line + since
		}
		l.from = append(l.from, n)
		at += len(text)
		since++
	}
	return l
}

// whole writes the title and the Markdown of a format that is read at once.
func (o *Out) whole(l lined) {
	o.title(0)
	o.write(l)
}

func (o *Out) write(l lined) {
	i := 0
	var begins []briefing.Pos
	for line := range bytes.Lines(l.md) {
		begins = append(begins, briefing.Pos(len(o.md)))
		n := 0
		if i < len(l.from) {
			n = l.from[i]
		}
		if i++; len(line) > 1 { // a blank line goes with the one before
			o.from(n)
		}
		if body, ok := bytes.CutSuffix(line, []byte{'\n'}); ok {
			o.md = append(o.md, body...)
			o.newline()
		} else {
			o.md = append(o.md, line...)
		}
	}
	if len(l.days) == 0 && len(l.mute) == 0 && len(l.tail) == 0 {
		return
	}
	begins = append(begins, briefing.Pos(len(o.md)))
	stretch := func(s lineSpan) briefing.Range {
		return briefing.Range{Start: begins[min(s.first, len(begins)-1)], End: begins[min(s.last, len(begins)-1)]}
	}
	slices.SortStableFunc(l.days, func(a, b lineDay) int { return cmp.Or(a.first-b.first, b.last-a.last) })
	for _, d := range l.days {
		o.Meta.Others = append(o.Meta.Others, briefing.Dated{At: stretch(d.lineSpan), Date: d.day})
	}
	slices.SortFunc(l.mute, func(a, b lineSpan) int { return a.first - b.first })
	for _, s := range l.mute {
		o.Meta.Silent = append(o.Meta.Silent, stretch(s))
	}
	for _, s := range l.tail {
		o.Meta.Quoted = append(o.Meta.Quoted, stretch(s))
	}
}

// A mark says that the line of Markdown that holds byte at came from a line of
// the file; the lines after it, up to the next mark, did too.
type mark struct{ at, line int }

// marked gives each line its own by the marks.
func marked(md []byte, marks []mark) lined {
	l := lined{md: md}
	at, k, line := 0, 0, 0
	for text := range bytes.Lines(md) {
		end := at + len(text)
		for first := true; k < len(marks) && (marks[k].at < end || end == len(md)); k++ {
			if n := marks[k].line; n > 0 && first {
				line, first = n, false
			}
		}
		l.from = append(l.from, line)
		at = end
	}
	return l
}
