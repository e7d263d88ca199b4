// Package train makes the table of names from texts whose names are known. It
// reads and writes nothing itself: bytes in, bytes out, and the same bytes on
// every machine.
//
//	train.go        the steps, the gazetteer, the machine-labelled newswire
//	corpus.go       texts with their names, as the engine reads them
//	index.go        clues and their numbers
//	perceptron.go   learning, and which clues get a row
package train

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// A File is a list or a corpus with its name.
type File struct {
	Name string
	Text []byte
}

const (
	rounds   = 5
	orders   = 16 // in which the lessons are learnt; the weights are added up
	commonAt = 5  // times in lower case
	seldom   = 3  // a clue that comes less often is not learnt
	silent   = 15 // of a hundred clues, each time
	margin   = 40 // by which the right tags must win, in steps
	seed     = 20211108
	HeldFold = 0 // never learnt from
)

// Names makes the table from the lists of the gazetteer and the corpora.
func Names(lists, corpora []File) ([]byte, error) {
	out := make([]byte, lang.TableSize)
	common, err := commonWords(corpora)
	if err != nil {
		return nil, err
	}
	if err := gazetteer(out[lang.HeaderSize:lang.HeaderSize+4*lang.Slots], append(slices.Clone(lists), common)); err != nil {
		return nil, err
	}
	docs, err := texts(corpora)
	if err != nil {
		return nil, err
	}
	divide(docs, lang.TableOf(out))
	var firsts, seconds []lang.Lesson
	for _, d := range docs {
		firsts = append(firsts, lang.TableOf(out).Lessons(d.units, d.names)...)
	}
	// The second look is learnt from texts that the first has not seen.
	for half := range 2 {
		var known []lang.Lesson
		for i, d := range docs {
			if i%2 != half {
				known = append(known, lang.TableOf(out).Lessons(d.units, d.names)...)
			}
		}
		first := slices.Clone(out)
		fill(first, known)
		for i, d := range docs {
			if i%2 == half {
				seconds = append(seconds, lang.TableOf(first).SecondLessons(d.units, d.names)...)
			}
		}
	}
	fill(out, append(firsts, seconds...))
	copy(out[:lang.HeaderSize], header(lists, corpora))
	return out, nil
}

// fill learns from lessons and writes the rows of a table.
func fill(table []byte, lessons []lang.Lesson) {
	b := newBook(lessons)
	b.keep(b.choose(b.weights()))
	b.write(table[lang.HeaderSize+4*lang.Slots:], b.weights())
}

// header tells, as text, what the table was made with and from.
func header(lists, corpora []File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "names of persons, organisations and places\nrounds %d orders %d silent %d margin %d common %d seldom %d seed %d fold %d kept out\n", rounds, orders, silent, margin, commonAt, seldom, seed, HeldFold)
	h := sha256.New()
	for _, f := range lists {
		h.Write(f.Text)
	}
	fmt.Fprintf(&b, "gazetteer %x\n", h.Sum(nil)[:16])
	for _, f := range corpora {
		s := sha256.Sum256(f.Text)
		fmt.Fprintf(&b, "%s %x\n", f.Name, s[:16])
	}
	return b.String()
}

// gazetteer fills the slots. A list is a phrase a line; lines that begin with #
// are comments.
func gazetteer(slots []byte, lists []File) error {
	classes := map[uint64]uint32{}
	for i, names := range lang.Lists() {
		for _, name := range strings.Fields(names) {
			k := slices.IndexFunc(lists, func(f File) bool { return f.Name == name+".txt" })
			if k < 0 {
				return fmt.Errorf("no list %s.txt", name)
			}
			for line := range bytes.Lines(lists[k].Text) {
				line = bytes.TrimSpace(line)
				if len(line) > 0 && line[0] != '#' {
					classes[lang.PhraseKey(string(line))] |= 1 << i
				}
			}
		}
	}
	keys := make([]uint64, 0, len(classes))
	for k := range classes {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if len(keys) > lang.Slots*8/10 {
		return fmt.Errorf("%d phrases are too many for %d slots", len(keys), lang.Slots)
	}
	for _, k := range keys {
		at, kept := lang.Slot(k)
		for binary.LittleEndian.Uint32(slots[4*at:]) != 0 {
			at = (at + 1) % lang.Slots
		}
		binary.LittleEndian.PutUint32(slots[4*at:], kept<<lang.ClassBits|classes[k])
	}
	return nil
}

// divide tells persons and places of the machine-labelled newswire apart. Its
// labels have one letter for both, p, so each p is what the weights learnt from
// the gold say, summed over all that is written alike in the document, and with
// less weight in all documents.
func divide(docs []text, table lang.Table) {
	const persons, places = 1, 5 // tags that begin them; the next one goes on
	var gold []lang.Lesson
	for _, d := range docs {
		if !d.machine {
			gold = append(gold, table.Lessons(d.units, d.names)...)
		}
	}
	b := newBook(gold)
	weights := b.learn(seed)
	lead := func(clues []lang.Clue, inside int) (sum float64) {
		for _, c := range clues {
			if row := b.index.of(c); row >= 0 {
				sum += weights[int(row)*lang.Tags+persons+inside] - weights[int(row)*lang.Tags+places+inside]
			}
		}
		return sum
	}
	everywhere := map[string]float64{}
	here := make([]map[string]float64, len(docs))
	for i, d := range docs {
		if !d.machine {
			continue
		}
		here[i] = map[string]float64{}
		for _, l := range table.Lessons(d.units, d.names) {
			for j := 0; j < len(l.Tags); j++ {
				if l.Tags[j] != persons {
					continue
				}
				from := j
				m := lead(l.Clues[j*lang.ClueCount:(j+1)*lang.ClueCount], 0)
				for j+1 < len(l.Tags) && l.Tags[j+1] == persons+1 {
					j++
					m += lead(l.Clues[j*lang.ClueCount:(j+1)*lang.ClueCount], 1)
				}
				name := d.units[l.Words[from].Unit].S[l.Words[from].Start:l.Words[j].End]
				m /= float64(j + 1 - from)
				here[i][name] += m
				everywhere[name] += m
			}
		}
	}
	for i, d := range docs {
		for j, n := range d.names {
			if name := n.Span.Of(d.units); d.machine && n.Type == lang.Person && here[i][name]+float64(0.1*everywhere[name]) < 0 {
				d.names[j].Type = lang.Place
			}
		}
	}
}
