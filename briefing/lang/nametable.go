package lang

import (
	_ "embed"
	"encoding/binary"
	"strings"
)

// A Table is what the engine knows of names: the lists of the gazetteer and the
// weights of the clues. Both are used as they lie in the file; nothing is decoded
// at the start. Package train makes the file.
//
//	bytes 0 to 1023    the parameters and the sums of the corpora, as text
//	slots              131,072 of four bytes: 17 bits of a phrase's key, 15 of its classes
//	rows               65,536 of eight bytes, in bins of four: a weight for each tag but outside,
//	                   and sixteen bits of the clue that the row belongs to
type Table struct{ slots, rows []byte }

const (
	HeaderSize = 1024
	Slots      = 1 << 17
	Rows       = 1 << 16
	RowSize    = 8
	Bin        = 4 // rows: a clue may be in any row of its bin
	TableSize  = HeaderSize + 4*Slots + RowSize*Rows
)

// TableOf returns the table that lies in b, TableSize bytes.
func TableOf(b []byte) Table {
	return Table{b[HeaderSize : HeaderSize+4*Slots], b[HeaderSize+4*Slots : TableSize]}
}

//go:embed names.bin
var namesBin []byte

// class is a set of the lists that hold a word or phrase.
type class uint16

// The classes of the gazetteer, one for each file in the folder of that name.
const (
	isFirstName class = 1 << iota
	isSurname
	isCountry
	isRegion
	isCity
	isLargeCity
	isBody
	isDemonym
	isRole
	isTitle
	isBodyHead
	isPlaceHead
	isKnown  // an abbreviation that needs no explaining
	isSaying // a verb of saying
	isCommon // common in lower case: no file, the corpora tell

	ClassBits = 15
)

const isPlace = isCountry | isRegion | isLargeCity | isCity

// Lists gives the classes of the gazetteer by the names of their files.
func Lists() []string {
	return []string{"firstnames worldfirstnames localefirstnames", "surnames localesurnames", "countries", "regions", "cities", "largecities", "bodies", "demonyms", "roles", "titles",
		"bodyheads", "placeheads", "known", "saying", "common"}
}

// A key is the hash of a word or phrase in lower case.
type key uint64

func keyOf(low string) key {
	h := uint64(14695981039346656037) // FNV-1a
	for i := 0; i < len(low); i++ {
		h = (h ^ uint64(low[i])) * 1099511628211
	}
	return key(h ^ h>>32)
}

// then is the key of a phrase that goes on with a word.
func (k key) then(w key) key { return (k<<5|k>>59)*0x9E3779B97F4A7C15 ^ w }

// PhraseKey returns the key of a phrase as the gazetteer keeps it.
func PhraseKey(s string) uint64 {
	t := scan([]Unit{{S: s}})
	var k key
	for i, w := range t.tokens {
		if i == 0 {
			k = keyOf(w.low)
		} else {
			k = k.then(keyOf(w.low))
		}
	}
	return uint64(k)
}

// Slot tells where the key of a phrase belongs among the slots, and the bits of
// it that are kept there. A slot that is taken by another sends it to the next.
func Slot(phrase uint64) (at, bits uint32) {
	h := phrase * 0x9E3779B97F4A7C15
	return uint32(h >> 47), uint32(h >> 30 & (1<<17 - 1))
}

// class returns the lists that hold a phrase.
func (t Table) class(k key) class {
	at, bits := Slot(uint64(k))
	for {
		s := t.slots[4*at : 4*at+4]
		v := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
		if v == 0 {
			return 0
		}
		if v>>ClassBits == bits {
			return class(v & (1<<ClassBits - 1))
		}
		at = (at + 1) % Slots
	}
}

// Weight is the value of a byte of a row: a sign, four bits of exponent and
// three of fraction. The scale is logarithmic because weights are: most clues say
// little, and those that say much must not be cut short.
func Weight(b byte) int32 { return weights[b] }

var weights = func() (w [256]int32) {
	for b := range w {
		if b&0x7F != 0 {
			w[b] = int32(8+(b&7)) << (b >> 3 & 15)
		}
		if b&0x80 != 0 {
			w[b] = -w[b]
		}
	}
	return w
}()

// A tag is what the table says of one word: outside of names, or the beginning
// or the inside of one.
type tag = uint8

const (
	outside tag = iota
	beginPerson
	insidePerson
	beginOrganisation
	insideOrganisation
	beginPlace
	insidePlace

	Tags = 7
)

// Common reports whether a word is one of the language, in lower case.
func Common(s string) bool {
	return TableOf(namesBin).class(keyOf(strings.ToLower(s)))&isCommon != 0
}

// Known reports whether a word is an abbreviation or a name that every reader of
// briefings knows.
func Known(s string) bool {
	return TableOf(namesBin).class(keyOf(strings.ToLower(s)))&isKnown != 0
}

// A Clue is the hash of one thing that can be said of a word. Its bin and its
// check find its row, if it has one: only the clues that count most have.
type Clue uint64

func (c Clue) Bin() int { return int(c >> 50) }

func (c Clue) Check() uint16 { return uint16(c>>32) | 1 } // 0 is an empty row

// row returns the weights of a clue, a byte for each of the tags 1 to 6 from the
// lowest, with its check above them; 0 if it has none. It looks at the whole bin
// without asking: which row of it a clue has is chance, and a wrong guess of the
// processor costs more than four comparisons.
func (t Table) row(c Clue) uint64 {
	bin := (*[Bin * RowSize]byte)(t.rows[Bin*RowSize*c.Bin():])
	check := uint64(c.Check())
	var row uint64
	for i := 0; i < Bin*RowSize; i += RowSize {
		v := binary.LittleEndian.Uint64(bin[i:])
		row |= v & -(((v>>48 ^ check) - 1) >> 63) // all of it if the checks agree
	}
	return row
}

// score adds up the weights of clues, a sum for each tag. All rows are fetched before
// any is looked at, so that the memory is asked for many at a time.
func (t Table) score(clues []Clue) [Tags]int32 {
	var a, b, c, d, e, f int32
	var rows [clueCount]uint64
	for i, clue := range clues {
		if clue != 0 {
			rows[i] = t.row(clue)
		}
	}
	for _, row := range rows[:len(clues)] {
		if row == 0 {
			continue
		}
		a += weights[byte(row)]
		b += weights[byte(row>>8)]
		c += weights[byte(row>>16)]
		d += weights[byte(row>>24)]
		e += weights[byte(row>>32)]
		f += weights[byte(row>>40)]
	}
	return [Tags]int32{0, a, b, c, d, e, f}
}
