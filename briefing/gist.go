package briefing

import "readout/briefing/lang"

// gist is the part of a sentence that stands for an event: the clause that its
// date belongs to, behind the date where the sentence opens with it as a chronology
// does (“July 15, 1998 - The Senator introduces…”).
func (r *reading) gist(sentence, date lang.Span) lang.Span {
	s := r.of(sentence)
	from, to := lang.Clause(s, date.Start-sentence.Start, date.End-sentence.Start)
	g := lang.Span{Unit: sentence.Unit, Start: sentence.Start + from, End: sentence.Start + to}
	if date.Start-sentence.Start <= 1 {
		if n := opened(r.units[date.Unit].S[date.End:sentence.End]); n > 0 {
			g.Start, g.End = date.End+n, sentence.End
		}
	}
	return g
}

// opened is the length of the dash or colon between a date and its row; 0 where
// the sentence goes on from the date.
func opened(s string) int {
	i := 0
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
