package lang

import (
	"strings"
	"testing"
)

// What is remembered of a word is what the lists say of it, whichever words came
// before: also of words that share their place, their ends or their length.
func TestLexicon(t *testing.T) {
	words := strings.Fields(strings.ToLower(newsText))
	words = append(words, "a", "aa", "aaa", "aba", "aab", "abcd", "abcdabcd", "abcdxabcd", "abcdefghijklmnop", "abcdefghijklmnopq", "é", "’", "second", "said", "of", "kabul")
	var x lexicon
	for range 2 {
		for _, w := range words {
			var want lexeme
			want.learn(w)
			got := *x.of(w)
			got.a, got.b, got.n = 0, 0, 0
			if got != want {
				t.Fatalf("%q: got %+v, want %+v", w, got, want)
			}
		}
	}
}

// Two words of one length are packed apart.
func TestPacked(t *testing.T) {
	seen := map[[3]uint64]string{}
	for _, long := range []string{"abcdefghijklmnop", "abcdefghijklmnox", "xbcdefghijklmnop", "abcxefghijklmnop", "abcdefghxjklmnop", "aaaaaaaaaaaaaaaa"} {
		for i := range long {
			w := long[i:]
			a, b := packed(w)
			k := [3]uint64{a, b, uint64(len(w))}
			if have := seen[k]; have != "" && have != w {
				t.Errorf("%q is packed like %q", w, have)
			}
			seen[k] = w
		}
	}
}
