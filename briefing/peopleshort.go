package briefing

import (
	"strings"
	"unicode"

	"readout/briefing/lang"
)

// One word that is taken for a person and has no fuller name, title or role in the
// text may be something else that the text names:
//
//   - an abbreviation: all its letters are capitals wherever it stands;
//   - a body that the text has in full (“Keller” of the “Keller Group”).
//
// It must not take a person whom a headline or a speaker's label has in capitals
// (“HALE:”), nor one whom a title or role shows (“President Hale”, where the text has
// the Hale Foundation too).

// bodies takes such persons out of the cast and returns their mentions as those of
// bodies. Names are given and returned by their indices.
func (c *cast) bodies(r *reading, bodies []int32) (out []int32) {
	begins := map[string]bool{}
	for _, at := range bodies {
		b := r.name(at)
		if first, rest, ok := strings.Cut(r.of(b.Span), " "); ok && b.Type == lang.Organisation && trades(rest[strings.LastIndexByte(rest, ' ')+1:]) {
			begins[first] = true
		}
	}
	for _, s := range c.all {
		if len(s.name) > 1 || s.stated || s.basis == StatedAs || len(s.roles) > 0 || len(s.mentions) == 0 || !capitals(r, s) && !begins[s.words] {
			continue
		}
		for _, m := range s.mentions {
			r.names.list[m].typ = lang.Organisation
			out = append(out, m)
		}
		s.mentions = nil
	}
	return out
}

// capitals reports whether a person's only word is in capitals wherever it
// stands, and never a speaker's label or a title of address with it.
func capitals(r *reading, s *someone) bool {
	for _, at := range s.mentions {
		m := r.name(at)
		unit := r.units[m.Unit].S
		w := unit[m.Start:m.End]
		if len(w) < 2 || strings.ToUpper(w) != w || m.Start == 0 && strings.HasPrefix(unit[m.End:], ":") || shouting(unit) || addressed(unit[:m.Start]) {
			return false
		}
	}
	return true
}

// shouting reports whether a text has hardly a letter that is not a capital.
func shouting(s string) bool {
	low := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			low++
		}
	}
	return low*5 < len(s)
}

// addressed reports whether a title of address ends a text: “Mr.”.
func addressed(before string) bool {
	w := strings.Fields(before[max(0, len(before)-12):])
	if len(w) == 0 {
		return false
	}
	switch strings.TrimSuffix(fold(w[len(w)-1]), ".") {
	case "mr", "mrs", "ms", "dr", "miss", "sir", "dame", "lord", "lady", "judge", "father":
		return true
	}
	return false
}

// trades reports whether a word at the end of a body's name makes it one that goes by
// its first word alone, as companies do.
func trades(last string) bool {
	switch fold(last) {
	case "group", "holdings", "company", "corporation", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "bank", "industries", "airlines", "airways", "motors",
		"stores", "supermarkets", "energy", "pharmaceuticals", "partners", "capital", "systems", "technologies", "ag", "a/s", "gmbh", "electric", "brothers", "oil":
		return true
	}
	return false
}

// vowelsApart reports whether two surnames differ by vowels alone, as one name does in
// two transliterations: Sarea and Saree. The first letter and the length are the same.
func vowelsApart(a, b string) bool {
	if len(a) != len(b) || len(a) < 5 || a[0] != b[0] || a == b {
		return false
	}
	apart := 0
	for i := range len(a) {
		if a[i] != b[i] {
			apart++
		}
		if a[i] != b[i] && (!vowel(a[i]) || !vowel(b[i])) {
			return false
		}
	}
	return apart == 1
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
