package briefing

import "readout/briefing/lang"

// stems are the content words of a phrase, folded so that forms of one word agree.
func stems(s string) []string { return lang.Stems(s) }

// shared counts the words that two lists have in common.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				n++
				break
			}
		}
	}
	return n
}

// stemsOfPhrase are the stems of every word of a phrase, as its key has them.
func stemsOfPhrase(s string) []string { return lang.PhraseStems(s) }
