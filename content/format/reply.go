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
				l.said = append(l.said, lineSpan{first, last})
			}
		case isFromField(text):
			if day, end, ok := headerDay(lines, i, depth); ok {
				last := quoteEnd(lines, i, depth)
				l.days = append(l.days, lineDay{lineSpan{i, last}, day})
				if end < last {
					l.said = append(l.said, lineSpan{end, last})
				}
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
	if len(s) > 300 || !strings.HasSuffix(s, ":") {
		return false
	}
	l := strings.ToLower(strings.TrimRight(s, " :\u00a0\u202f"))
	for _, w := range []string{" wrote", " writes", " said", " schrieb", " schreibt", " a écrit", " écrit", " escribió", " ha scritto", " scrive", " escreveu", " schreef", " skrev", " napisał", " написал", " написала", " пишет"} {
		if strings.HasSuffix(l, w) {
			return true
		}
	}
	// “Am 08.11.21 um 09:00 schrieb Bob Roe:”
	first, _, _ := strings.Cut(l, " ")
	return (first == "am" || first == "op") && (strings.Contains(l, " schrieb ") || strings.Contains(l, " schreef "))
}

// attribution is the line with those before it that it goes on from.
func attribution(lines [][]byte, i, depth int) (words string, first int) {
	_, s := unquoted(lines[i])
	for n := 0; n < 2 && i > 0 && !strings.HasPrefix(s, "On ") && !strings.HasPrefix(s, "Am ") && !strings.HasPrefix(s, "Le "); n++ {
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
		switch strings.ToLower(strings.Trim(name, " \u00a0")) {
		case "sent", "date", "gesendet", "datum", "envoyé", "enviado", "fecha", "data", "inviato", "verzonden", "skickat", "sendt":
			sent = value
		case "to", "subject", "cc", "an", "betreff", "à", "objet", "para", "asunto", "assunto", "a", "oggetto", "aan", "onderwerp", "till", "til", "ämne", "emne":
			others++
		}
	}
	return dayIn(sent), end, sent != "" && others > 0
}

// isFromField reports whether a line of header lines in the text names a sender.
func isFromField(s string) bool {
	name, _, ok := strings.Cut(s, ":")
	switch strings.Trim(name, " \u00a0") {
	case "From", "Von", "De", "Da", "Van", "Från", "Fra":
		return ok
	}
	return false
}

// dayIn is the first day that is written out in s, “08.11.21” too: nobody answers
// mails of another century.
func dayIn(s string) briefing.Date {
	if d, _, _, ok := findDate(s); ok {
		return d
	}
	for w := range strings.FieldsSeq(s) {
		if f := strings.Split(strings.TrimRight(w, ",."), "."); len(f) == 3 && len(f[2]) == 2 && digits([]byte(f[2])) == 2 && len(f[0]) <= 2 && len(f[1]) <= 2 {
			if d, ok := parseDate(f[0] + "." + f[1] + ".20" + f[2]); ok {
				return d
			}
		}
	}
	return briefing.Date{}
}

// below keeps in mind which earlier messages stand below all that is new: after them
// come only others, and what gives no facts. A message that says nothing itself, or
// that was sent on, has none: there the earlier one is what is to be read.
func (l lined) below(subject string) lined {
	if len(l.said) == 0 || isForward(subject) {
		return l
	}
	lines := bytes.Split(l.md, []byte{'\n'})
	inside := func(spans []lineSpan, i int) bool {
		return slices.ContainsFunc(spans, func(s lineSpan) bool { return i >= s.first && i < s.last })
	}
	first := len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		if isBare(lines[i]) || inside(l.mute, i) && !inside(l.said, i) {
			continue
		}
		if !inside(l.said, i) {
			break
		}
		first = i
	}
	begins := -1
	for _, s := range l.said {
		if s.last > first && s.first <= first && (begins < 0 || s.first < begins) {
			begins = s.first
		}
	}
	if begins < 0 {
		return l
	}
	for begins < len(lines) && len(bytes.TrimSpace(lines[begins])) == 0 {
		begins++
	}
	end := len(lines)
	for end > begins && !inside(l.said, end-1) {
		end--
	}
	for i := range begins {
		if !isBare(lines[i]) && !inside(l.mute, i) && !isForwardLine(string(lines[i])) {
			l.tail = []lineSpan{{begins, end}}
			return l
		}
	}
	return l
}

// isForward reports whether a subject says that the message was sent on.
func isForward(subject string) bool {
	kind, _, ok := strings.Cut(strings.ToLower(subject), ":")
	switch strings.TrimSpace(kind) {
	case "fw", "fwd", "wg", "tr", "rv", "i", "vs", "doorst":
		return ok
	}
	return false
}

// isForwardLine recognises the line that mail programs put before a message that
// they send on.
func isForwardLine(s string) bool {
	s = strings.ToLower(strings.Trim(s, `-–—_>* \:`))
	switch s {
	case "begin forwarded message", "forwarded message", "original message", "original appointment", "ursprüngliche nachricht", "anfang der weitergeleiteten nachricht",
		"weitergeleitete nachricht", "message d'origine", "message d’origine", "message transféré", "début du message réexpédié", "mensaje original", "mensaje reenviado", "messaggio originale", "messaggio inoltrato", "oorspronkelijk bericht":
		return true
	}
	return false
}
