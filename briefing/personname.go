package briefing

import (
	"strings"
	"unicode"
)

// A personName is the words of a person's name, folded: no capitals, accents,
// titles or “Jr.”; “al-Assad” is “assad”.
type personName []string

func nameOf(s string) personName {
	var out personName
	for w := range strings.FieldsSeq(s) {
		first := w == "Al" && out == nil // Al Gore
		w = strings.Trim(fold(w), ".,;:'\"()")
		for _, p := range []string{"al-", "el-", "ul-"} {
			if rest, ok := strings.CutPrefix(w, p); ok && rest != "" {
				w = rest
			}
		}
		w = strings.ReplaceAll(w, "-", "")
		w = strings.TrimSuffix(w, "'s")
		switch w {
		case "", "mr", "mrs", "ms", "dr", "cde", "comrade", "shri", "datuk", "sir", "dame", "lord", "lady", "jr", "sr", "ii", "iii", "iv", "al", "el", "bin", "ibn", "phd", "md":
			if !first {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// fold puts a word in lower case and takes the accents off its letters.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || 'A' <= s[i] && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		if unicode.Is(unicode.M, r) {
			continue
		}
		r = unicode.ToLower(r)
		if base, ok := letter(r); ok {
			b.WriteString(base)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// letter is what a Latin letter with an accent is without it.
func letter(r rune) (string, bool) {
	const (
		from = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž’‘"
		to   = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz''"
	)
	n := 0
	for _, f := range from {
		if f == r {
			return to[n : n+1], true
		}
		n++
	}
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	}
	return "", false
}

// last is the surname, as far as a name tells.
func (n personName) last() string { return n[len(n)-1] }

// given is the name without initials.
func (n personName) spelt() personName {
	var out personName
	for i, w := range n {
		if len(w) > 1 || i == len(n)-1 {
			out = append(out, w)
		}
	}
	return out
}

// within reports whether the words of n stand in m in order: “Pedro Pierluisi” in
// “Pedro R. Pierluisi Urrutia”, “J. Biden” in “Joe Biden”, “Rivera Schatz” in
// “Thomas Rivera Schatz”. An initial stands for any word it begins.
func (n personName) within(m personName) bool {
	i := 0
	for _, w := range m {
		if i < len(n) && likeWord(n[i], w) {
			i++
		}
	}
	return i == len(n)
}

func likeWord(a, b string) bool {
	return a == b || len(a) == 1 && b[0] == a[0] || len(b) == 1 && a[0] == b[0] || nickname(a, b)
}

// nickname reports whether two first names commonly stand for one another, as a short
// form or another spelling.
func nickname(a, b string) bool {
	if a > b {
		a, b = b, a
	}
	switch a + " " + b {
	case "abdallah abdullah", "abe abraham", "ahmad ahmed", "al alan", "al albert", "aleksandr alexander", "aleksei alexei", "aleksei alexey",
		"alex alexander", "alexei alexey", "andrei andrey", "andrew andy", "anthony tony", "art arthur", "barb barbara", "ben benjamin", "benjamin benny",
		"bernard bernie", "beth elizabeth", "betty elizabeth", "bill william", "billy william", "bob robert", "bobby robert", "catherine kate",
		"catherine katherine", "charles charlie", "charles chuck", "chris christopher", "cindy cynthia", "dan daniel", "daniel danny", "dave david",
		"debbie deborah", "dick richard", "dmitri dmitry", "don donald", "donald donnie", "doug douglas", "ed edward", "eddie edward", "edward ted",
		"edward teddy", "elizabeth liz", "eugene gene", "evgeny yevgeny", "francis frank", "frank franklin", "fred frederick", "geoff geoffrey",
		"gerald gerry", "gerald jerry", "greg gregory", "hank henry", "harry henry", "hussain hussein", "jack john", "jacob jake", "james jim",
		"james jimmy", "jeff jeffrey", "jen jennifer", "jennifer jenny", "joe joseph", "john johnny", "jon jonathan", "josh joshua", "kate katherine",
		"katherine kathy", "kathleen kathy", "ken kenneth", "larry lawrence", "len leonard", "lenny leonard", "maggie margaret", "marc mark",
		"margaret peggy", "matt matthew", "michael mike", "mikhael mikhail", "mitch mitchell", "mohamed mohammad", "mohamed mohammed", "mohamed muhammad",
		"mohammad mohammed", "mohammad muhammad", "mohammed muhammad", "nicholas nick", "nikolai nikolay", "pam pamela", "pat patricia", "pat patrick",
		"pete peter", "phil philip", "philip phillip", "randall randy", "ray raymond", "richard rick", "rob robert", "ron ronald", "rudolph rudy",
		"russ russell", "sam samuel", "sergei sergey", "stan stanley", "stephen steve", "stephen steven", "steve steven", "sue susan", "sue suzanne",
		"ted theodore", "teddy theodore", "terence terry", "thomas tom", "thomas tommy", "tim timothy", "vic victor", "vince vincent", "walt walter",
		"will william", "william willie", "yousef yusuf", "yuri yury", "zach zachary":
		return true
	}
	return false
}

// same reports whether two names of more than one word can be one person's: the
// shorter one's words stand in the other, and first and last do not contradict.
func (n personName) same(m personName) bool {
	if len(n) > len(m) {
		n, m = m, n
	}
	if !n.within(m) && !n.spelt().within(m.spelt()) {
		return false
	}
	if len(n) == 1 {
		return true
	}
	return n.last() == m.last() || likeWord(n[0], m[0])
}

// misspelt reports whether two words are one slip of the pen apart: a letter
// more, less or other, or two changed about.
func misspelt(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 6 || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) {
		return true
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
