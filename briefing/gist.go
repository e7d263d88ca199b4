package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// gist is the part of a sentence that stands for an event: the clause that its
// date belongs to, behind the date where the sentence opens with it as a chronology
// does (“July 15, 1998 - The Senator introduces…”).
func (r *reading) gist(sentence, date lang.Span, clock bool) lang.Span {
	s := r.of(sentence)
	if len(s) > longSentence {
		return sentence
	}
	sentence.Start += labelled(s[:date.Start-sentence.Start])
	s = r.of(sentence)
	from, to := lang.Clause(s, date.Start-sentence.Start, date.End-sentence.Start)
	g := lang.Span{Unit: sentence.Unit, Start: sentence.Start + from, End: sentence.Start + to}
	if n := date.Start - sentence.Start; n <= 1 || n <= 7 && marked(s[:n]) {
		if n := opened(r.units[date.Unit].S[date.End:sentence.End], clock); n > 0 {
			g.Start, g.End = date.End+n, sentence.End
		}
	}
	return g
}

// labelled is the length of what only stands before a sentence: the name of who
// speaks in a transcript (“SENIOR OFFICIAL: ”), a letter or number of a list (“(b) ”,
// “386. ”). “The aim: 3 May” has none.
func labelled(s string) int {
	if i := strings.Index(s, ": "); i > 1 && i < 60 && strings.ToUpper(s[:i]) == s[:i] && strings.ContainsAny(s[:i], "AEIOUYQ") && !strings.ContainsAny(s[:i], "0123456789") {
		return i + 2
	}
	i := strings.IndexByte(s, ' ')
	if i < 2 || i > 6 || i == len(s)-1 {
		return 0
	}
	switch w := s[:i]; {
	case w[0] == '(' && w[i-1] == ')' && i <= 5:
	case w[i-1] == '.' && strings.Trim(w[:i-1], "0123456789") == "":
	default:
		return 0
	}
	return i + 1
}

// longSentence is the length in bytes of a sentence that is no sentence: a dump, a
// list without full stops. It is not looked through for each of its dates.
const longSentence = 4000

// opened is the length of the dash or colon between a date and its row; 0 where
// the sentence goes on from the date. Behind a clock time a capital is enough:
// “0900 Arrival”.
func opened(s string, clock bool) int {
	i := 0
	if clock && len(s) > 4 && s[0] == ' ' && s[1] >= 'A' && s[1] <= 'Z' {
		return 1
	}
	dash := false
	for i < len(s) {
		switch {
		case s[i] == ' ' || s[i] == '\t':
			i++
		case !dash && (s[i] == '-' && i+1 < len(s) && s[i+1] == ' ' && i > 0 || s[i] == ':' || s[i] == '|'):
			dash = true
			i++
		case !dash && len(s) >= i+3 && (s[i:i+3] == "–" || s[i:i+3] == "—"):
			dash = true
			i += 3
		default:
			if dash && len(s)-i > 3 {
				return i
			}
			return 0
		}
	}
	return 0
}

// marked reports whether what stands before a date is a portion mark, a letter or
// number of a list or a bullet: (U), (a), 3., •.
func marked(s string) bool {
	for _, c := range s {
		if c == ' ' {
			continue
		}
		if c >= 'a' && c <= 'z' && len(s) > 4 {
			return false
		}
	}
	return strings.ContainsAny(s, "().•*–-")
}
