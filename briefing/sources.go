package briefing

import "strings"

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
			out = append(out, Mentioned{Text: words})
		}
		out[i].Mentions++
		out[i].Evidence = append(out[i].Evidence, r.evidence(s))
	}
	return out
}
