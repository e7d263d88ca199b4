package lang

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"sort"
)

//go:generate go run gen_verbs.go

// Words that ordinary news uses as verbs and hardly as nouns, as the hashes of their
// base forms in rising order, little endian. gen_verbs.go makes it.
//
//go:embed verbs.bin
var verbsBin string

// verbForm reports whether a word that no list has is a verb by how the news uses it:
// contend, instructs. A word that is a noun as well (claim, talks) is none.
func verbForm(w string) bool {
	if len(w) < 4 {
		return false
	}
	if verbBase(w) {
		return true
	}
	return w[len(w)-1] == 's' && (verbBase(w[:len(w)-1]) || w[len(w)-2] == 'e' && verbBase(w[:len(w)-2]))
}

func verbBase(w string) bool {
	h := hash32(w)
	n := len(verbsBin) / 4
	at := func(i int) uint32 {
		s := verbsBin[4*i : 4*i+4]
		return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
	}
	i := sort.Search(n, func(i int) bool { return at(i) >= h })
	return i < n && at(i) == h
}

// VerbTable makes the table from texts: a base form is a verb if it stands four
// times behind “to”, a modal or a plural pronoun, and hardly ever where a noun does:
// behind an article or a preposition, or before “of”.
func VerbTable(texts []string) []byte {
	verb, noun := map[string]int{}, map[string]int{}
	for _, s := range texts {
		ks := tokens(nil, 0, s)
		for i := 1; i < len(ks); i++ {
			k, p := &ks[i], &ks[i-1]
			if k.kind != word || k.cap || p.kind != word || !k.space {
				continue
			}
			switch p.low {
			case "to", "will", "would", "could", "can", "may", "might", "must", "should", "cannot", "they", "we", "not":
				verb[k.low]++
			case "the", "a", "an", "his", "her", "its", "their", "this", "these", "those", "of", "in", "on", "for", "with", "by", "from", "at",
				"against", "no", "any", "new", "other", "some", "more", "under", "into", "over", "about", "political", "military", "major":
				noun[k.low]++
			default:
				// “time limit of”: what has an “of” behind it is a noun
				if i+1 < len(ks) && ks[i+1].low == "of" {
					noun[k.low]++
				}
			}
		}
	}
	var hashes []uint32
	for w, v := range verb {
		if len(w) >= 4 && v >= 4 && v >= 6*(noun[w]+noun[w+"s"]) {
			hashes = append(hashes, hash32(w))
		}
	}
	slices.Sort(hashes)
	var out []byte
	for _, h := range slices.Compact(hashes) {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	return out
}
