package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sources lists the unnamed sources: one entry for what is worded alike, article
// and capitals aside, with each of its sentences.
func sources(r *reading) []Mentioned {
	out := []Mentioned{}
	at := map[string]int{}
	for _, s := range r.Sources {
		words := r.of(s)
		form := strings.ToLower(words)
		for _, article := range []string{"a ", "an ", "another ", "one "} {
			form = strings.TrimPrefix(form, article)
		}
		i, ok := at[form]
		if !ok {
			i = len(out)
			at[form] = i
			if strings.ToUpper(words) == words {
				words = r.quieter(words)
			}
			out = append(out, Mentioned{Text: words})
		}
		out[i].Mentions++
		out[i].Evidence = append(out[i].Evidence, r.evidence(s))
	}
	return out
}

// quieter finds a label in capitals in the small letters of the text or of its
// marking, with the article that stands before it there.
func (r *reading) quieter(label string) string {
	low := strings.ToLower(label)
	for i := -1; i < len(r.units); i++ {
		s := r.meta.Marking
		if i >= 0 {
			s = r.units[i].S
		}
		at := strings.Index(s, low)
		if at < 0 {
			continue
		}
		for _, article := range []string{"a ", "an "} {
			before, ok := strings.CutSuffix(s[:at], article)
			if c, _ := utf8.DecodeLastRuneInString(before); ok && !unicode.IsLetter(c) {
				return article + low
			}
		}
		return low
	}
	return label
}
