package format

import (
	"bytes"
	"slices"
	"strings"

	"readout/briefing"
)

// A mail quotes the one that it answers, and “tomorrow” in there is the day after
// that one was sent. What is quoted is told by the line before it, “On Mon, 8 Nov
// 2021, Ann Lee wrote:”, or by the header lines that Outlook puts there and then
// quotes nothing: From, Sent, To, Subject.

// replies gives each stretch of quoted text the day that it was written on.
func (l lined) replies() lined {
	lines := bytes.Split(l.md, []byte{'\n'})
	for i := range lines {
		if l.isMute(i) { // the head of a message that is known as one
			continue
		}
		depth, text := unquoted(lines[i])
		switch {
		case isAttribution(text):
			first := i + 1
			for first < len(lines) && isBare(lines[first]) {
				first++
			}
			if last := quoteEnd(lines, first, depth+1); last > first {
				s, at := attribution(lines, i, depth)
				l.days = append(l.days, lineDay{lineSpan{first, last}, dayIn(s)})
				l.mute = append(l.mute, lineSpan{at, i + 1})
			}
		case strings.HasPrefix(text, "From:"):
			if day, end, ok := headerDay(lines, i, depth); ok {
				l.days = append(l.days, lineDay{lineSpan{i, quoteEnd(lines, i, depth)}, day})
				first := i // with the “-----Original Message-----” before it
				for first > 0 && !isBare(lines[first-1]) && !l.isMute(first-1) {
					first--
				}
				l.mute = append(l.mute, lineSpan{first, end})
			}
		}
	}
	return l
}

func (l lined) isMute(i int) bool {
	return slices.ContainsFunc(l.mute, func(s lineSpan) bool { return i >= s.first && i < s.last })
}

// unquoted takes the marks of quotations and of emphasis off a line.
func unquoted(line []byte) (depth int, text string) {
	line = bytes.TrimLeft(line, " ")
	for len(line) > 0 && line[0] == '>' {
		depth++
		line = bytes.TrimLeft(line[1:], " ")
	}
	s := strings.TrimRight(string(line), `\ `)
	return depth, strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), `\`, ""))
}

// isBare reports whether a line has no words.
func isBare(line []byte) bool {
	_, s := unquoted(line)
	return s == ""
}

// quoteEnd is where the lines end that are quoted at least so deep.
func quoteEnd(lines [][]byte, first, depth int) int {
	last := first
	for i := first; i < len(lines); i++ {
		if isBare(lines[i]) {
			continue
		}
		if d, _ := unquoted(lines[i]); d < depth {
			break
		}
		last = i + 1
	}
	return last
}

// isAttribution recognises the line before a quotation.
//
//	catches: On Mon, Nov 8, 2021 at 9:00 AM Ann Lee <ann@example.org> wrote:
//	not:     In his memoirs of 1921 he wrote: a whole sentence
func isAttribution(s string) bool {
	return len(s) < 300 && (strings.HasSuffix(s, " wrote:") || strings.HasSuffix(s, " writes:") || strings.HasSuffix(s, " said:"))
}

// attribution is the line with those before it that it goes on from.
func attribution(lines [][]byte, i, depth int) (words string, first int) {
	_, s := unquoted(lines[i])
	for n := 0; n < 2 && i > 0 && !strings.HasPrefix(s, "On "); n++ {
		d, before := unquoted(lines[i-1])
		if d != depth || before == "" {
			break
		}
		i--
		s = before + " " + s
	}
	return s, i
}

// headerDay reads header lines in the text: a sender, and in the lines after it
// when it was sent, and to whom or about what. They end before end.
func headerDay(lines [][]byte, i, depth int) (day briefing.Date, end int, ok bool) {
	sent, others := "", 0
	for end = i + 1; end < min(i+8, len(lines)); end++ {
		d, s := unquoted(lines[end])
		name, value, found := strings.Cut(s, ":")
		if d != depth || s == "" || !found {
			break
		}
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "sent", "date":
			sent = value
		case "to", "subject", "cc":
			others++
		}
	}
	return dayIn(sent), end, sent != "" && others > 0
}

// dayIn is the first day that is written out in s.
func dayIn(s string) briefing.Date {
	d, _, _, _ := findDate(s)
	return d
}
