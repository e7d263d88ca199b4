package lang

import (
	_ "embed"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

//go:generate go run gen_phrases.go

// How many documents of ordinary news hold a stem or a phrase. First the natural
// logarithm of the number of documents, a float32, and the number of entries; then,
// for each value of a hash's first twelve bits, where its entries begin, and where the
// last ones end; then the entries' hashes in rising order; then a byte for each, twenty
// times the natural logarithm of its count. All little endian, and read as it lies.
// gen_phrases.go makes it.
//
//go:embed phrases.bin
var phrasesBin string

const (
	bucketBits   = 12
	bucketsAt    = 8
	phraseHashes = bucketsAt + 4*(1<<bucketBits+1)
)

// rarity is the natural logarithm of how many documents of ordinary news there
// are for each that holds the stem or phrase.
func rarity(key string) float64 {
	most, n := float64(math.Float32frombits(le(0))), int(le(4))
	h := hash32(key)
	b := bucketsAt + 4*int(h>>(32-bucketBits))
	for i, end := int(le(b)), int(le(b+4)); i < end; i++ {
		if le(phraseHashes+4*i) == h {
			return max(0, most-float64(phrasesBin[phraseHashes+4*n+i])/20)
		}
	}
	return most + math.Ln2 // seen in none: as if in half a document
}

func le(i int) uint32 {
	s := phrasesBin[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// hash32 is FNV-1a with a last mix, so that its high bits spread.
func hash32(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 16
	h *= 0x85ebca6b
	return h ^ h>>13
}

// Rarity is how rare a word, a stem or the key of a phrase is in ordinary news:
// nought for what every text has, eight for what none has.
func Rarity(key string) float64 { return rarity(key) }

// PhraseTable makes the table of phrases from how many of docs documents hold each
// key. What one alone holds is left out.
func PhraseTable(docs int, count map[string]int) []byte {
	byHash := map[uint32]int{}
	for k, n := range count {
		if n > 1 {
			byHash[hash32(k)] = max(byHash[hash32(k)], n)
		}
	}
	hashes := make([]uint32, 0, len(byHash))
	for h := range byHash {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(math.Log(float64(docs)+1))))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(hashes)))
	at := 0
	for b := range uint32(1<<bucketBits + 1) {
		for at < len(hashes) && hashes[at]>>(32-bucketBits) < b {
			at++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
	}
	for _, h := range hashes {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	for _, h := range hashes {
		out = append(out, byte(min(255, math.Round(20*math.Log(float64(byHash[h]))))))
	}
	return out
}

// PhraseKeys are the keys that a document counts for: the stems of its words, and of
// each phrase all endings of two words and more.
func PhraseKeys(units []Unit) map[string]bool {
	keys := map[string]bool{}
	for _, u := range units {
		for _, s := range Stems(u.S) {
			keys[s] = true
		}
	}
	all := phrasing{text: scan(units)}
	for _, p := range all.read() {
		k := p.Key
		for strings.IndexByte(k, ' ') > 0 {
			keys[k] = true
			_, k, _ = strings.Cut(k, " ")
		}
		keys[k] = true
	}
	return keys
}
