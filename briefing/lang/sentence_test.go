package lang

import (
	"strings"
	"testing"
	"unicode"
)

// Each text is cut where it has a bar.
func TestSentences(t *testing.T) {
	for _, text := range []string{
		"He left. |She stayed.",
		"Mr. Smith met Gen. A. B. Jones. |They spoke.",
		"Prices rose 2.5 percent. |In May they fell.",
		"The U.S. Army arrived. |So did the U.N. mission.",
		"He lives in the U.S. |The law is old.",
		"He lives in the U.S. and likes it.",
		"It closes at 5 p.m. on Friday.",
		"It closes at 5 p.m. |The doors open at 9 a.m. on Friday.",
		"They met on Nov. 8, 2021. |He left on Dec. 1.",
		"They met on Nov. 8. |Then they left.",
		"He works for Acme Inc. |The firm is old.",
		"He works for Acme Inc. in Ohio, with Brown & Co. of Texas.",
		"“We aim high.” |He smiled.",
		"“We aim high,” he said. |“We do.”",
		"He said: “We aim high. |We do.” |She left.",
		"“For us, it matters. |And it goes on",
		"Wait... there is more. |Really?! |Yes!",
		"It fell… |Then it rose.",
		"It fell … and rose.",
		"1. Purpose of the visit. |The talks go on.",
		"See Fig. 3 and No. 7 on p. 12. |Then stop.",
		"John F. Kennedy spoke. |J. R. R. Tolkien wrote.",
		"Sen. Tim Johnson (D-S.D.) voted. |He left (in haste). |She stayed.",
		"He was born on 5 May 1950. |5 May is a holiday.",
		"Visit example.com today. |It is free.",
		"• First point. |• Second point.",
		"Yes. |No. |Maybe.",
		"St. Louis is big. |Mt. Everest is bigger.",
		"The plan, i.e. the old one, e.g. Plan B. |It failed.",
		"Version 2.0. |Version 3.0.",
		"He asked, “Why?” and left.",
		"“Why?” he asked. |“Because!” she said.",
		"The vote was 5–4. |The court rose.",
		"It was Jan. 5. |Feb. 6 was worse.",
		"Dr. No is a film. |Is it good? |I do not know.",
		"The firm (est. 1990) grew. |It sells tea.",
		"Yahoo! is a firm.",
		"It began at 7:06 A.M. EST and ended at noon.",
		"He resigned as of Sept. 1 because of illness.",
		"Smith et al. found none.",
		"Groundbreaking at the Senior Center\n|1909 N. Market Street\n|Wilmington",
		"a line that goes on\nin the next one, and\nEurope too",
		"She has a Ph.D. |Her brother has none.",
		"The capital is Washington, D.C. |The mayor is new.",
		"The capital, Washington, D.C., is old.",
	} {
		want := strings.Split(text, "|")
		units := []Unit{{S: strings.ReplaceAll(text, "|", "")}}
		var got []string
		for _, s := range scan(units).sentences {
			got = append(got, s.Of(units))
		}
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
		}
	}
}

// Sentences cover a unit but for white space, in order, whatever it holds.
func FuzzSentences(f *testing.F) {
	f.Add("“For us, it matters. And it goes on")
	f.Add("Wait... there is more.\u2028No?")
	f.Add("a.b.c. U.S. \xff\xfe ’s '' ..")
	f.Fuzz(func(t *testing.T, s string) {
		units := []Unit{{S: s}}
		x := scan(units)
		at := 0
		for _, n := range x.sentences {
			if n.Start < at || n.End <= n.Start || n.End > len(s) {
				t.Fatalf("sentence %v after %d in %q", n, at, s)
			}
			if strings.TrimFunc(s[at:n.Start], unicode.IsSpace) != "" {
				t.Fatalf("%q is in no sentence of %q", s[at:n.Start], s)
			}
			at = n.End
		}
		if strings.TrimFunc(s[at:], unicode.IsSpace) != "" {
			t.Fatalf("%q is in no sentence of %q", s[at:], s)
		}
	})
}
