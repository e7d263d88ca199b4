// Package train makes the table of names from texts whose names are known. It
// reads and writes nothing itself: bytes in, bytes out, and the same bytes on
// every machine.
package train

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"readout/briefing/lang"
)

// A File is a list or a corpus with its name.
type File struct {
	Name string
	Text []byte
}

const (
	rounds   = 8
	seed     = 20211108
	heldFold = 0 // never learnt from
)

// Names makes the table from the lists of the gazetteer and the corpora.
func Names(lists, corpora []File) ([]byte, error) {
	out := make([]byte, lang.TableSize)
	if err := gazetteer(out[lang.HeaderSize:lang.HeaderSize+4*lang.Slots], lists); err != nil {
		return nil, err
	}
	table := lang.TableOf(out)
	var gold []lang.Lesson
	var newswire [][]lang.Lesson // by document
	for _, c := range corpora {
		docs, err := Documents(c)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			units, names := d.Units()
			switch {
			case d.machine:
				newswire = append(newswire, table.Lessons(units, names))
			case d.Fold != heldFold:
				gold = append(gold, table.Lessons(units, names)...)
			}
		}
	}
	divide(newswire, learn(gold))
	lessons := gold
	for _, d := range newswire {
		lessons = append(lessons, d...)
	}
	copy(out[lang.HeaderSize+4*lang.Slots:], quantise(learn(lessons)))
	copy(out[:lang.HeaderSize], header(lists, corpora))
	return out, nil
}

// header tells, as text, what the table was made with and from.
func header(lists, corpora []File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "names of persons, organisations and places\nrounds %d seed %d fold %d kept out\n", rounds, seed, heldFold)
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
		binary.LittleEndian.PutUint32(slots[4*at:], kept<<14|classes[k])
	}
	return nil
}

// A Document is one text of a corpus.
type Document struct {
	ID       string   `json:"doc_id"`
	Source   string   `json:"source"`
	Fold     int      `json:"fold"`
	Text     string   `json:"text"`
	Entities []entity `json:"entities"`
	Short    [][3]any `json:"e"` // of the machine-labelled newswire

	machine bool // labelled by a machine
}

type entity struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Documents reads a corpus.
func Documents(f File) ([]Document, error) {
	var out []Document
	dec := json.NewDecoder(bytes.NewReader(f.Text))
	for dec.More() {
		var d Document
		if err := dec.Decode(&d); err != nil {
			return nil, fmt.Errorf("%s: document %d: %w", f.Name, len(out)+1, err)
		}
		for _, e := range d.Short {
			start, _ := e[0].(float64)
			end, _ := e[1].(float64)
			typ := map[any]string{"p": "person", "o": "organisation", "l": "place"}[e[2]]
			d.Entities = append(d.Entities, entity{int(start), int(end), typ})
		}
		d.machine = d.Short != nil
		out = append(out, d)
	}
	return out, nil
}

// Units makes a unit of each line, and sets the names in them.
func (d Document) Units() ([]lang.Unit, []lang.Name) {
	starts := d.Starts()
	var units []lang.Unit
	for _, at := range starts {
		s, _, _ := strings.Cut(d.Text[at:], "\n")
		units = append(units, lang.Unit{S: strings.TrimRight(s, "\r")})
	}
	var gold []lang.Name
	for _, e := range d.Entities {
		u := sort.SearchInts(starts, e.Start+1) - 1
		if u < 0 || e.End > starts[u]+len(units[u].S) {
			continue
		}
		n := lang.Name{Span: lang.Span{Unit: u, Start: e.Start - starts[u], End: e.End - starts[u]}}
		switch e.Type {
		case "person":
			n.Type = lang.Person
		case "organisation":
			n.Type = lang.Organisation
		case "place":
			n.Type = lang.Place
		default:
			continue
		}
		gold = append(gold, n)
	}
	slices.SortStableFunc(gold, func(a, b lang.Name) int {
		if a.Unit != b.Unit {
			return a.Unit - b.Unit
		}
		return a.Start - b.Start
	})
	return units, gold
}

// Starts tells where in the text each unit begins.
func (d Document) Starts() []int {
	var starts []int
	at := 0
	for line := range strings.Lines(d.Text) {
		if strings.TrimSpace(line) != "" {
			starts = append(starts, at)
		}
		at += len(line)
	}
	return starts
}

// divide tells persons and places of the machine-labelled newswire apart. Its
// labels have one letter for both, p, so each p is what the weights learnt from
// the gold say, summed over all that is written alike in the document, and with
// less weight in all documents.
func divide(docs [][]lang.Lesson, weights []float64) {
	const persons, places = 1, 5 // tags that begin them; the next one goes on
	everywhere := map[uint64]float64{}
	walk := func(d []lang.Lesson, do func(l lang.Lesson, from, to int, name uint64)) {
		for _, l := range d {
			for i := 0; i < len(l.Tags); i++ {
				if l.Tags[i] != persons {
					continue
				}
				from, name := i, l.Keys[i]
				for i+1 < len(l.Tags) && l.Tags[i+1] == persons+1 {
					i++
					name = name*0x9E3779B97F4A7C15 ^ l.Keys[i]
				}
				do(l, from, i+1, name)
			}
		}
	}
	margin := func(l lang.Lesson, from, to int) float64 {
		sum := 0.0
		for i := from; i < to; i++ {
			inside := 0
			if i > from {
				inside = 1
			}
			for _, row := range l.Rows[i*lang.Clues : (i+1)*lang.Clues] {
				sum += weights[int(row)*lang.Tags+persons+inside] - weights[int(row)*lang.Tags+places+inside]
			}
		}
		return sum / float64(to-from)
	}
	for _, d := range docs {
		walk(d, func(l lang.Lesson, from, to int, name uint64) { everywhere[name] += margin(l, from, to) })
	}
	for _, d := range docs {
		here := map[uint64]float64{}
		walk(d, func(l lang.Lesson, from, to int, name uint64) { here[name] += margin(l, from, to) })
		walk(d, func(l lang.Lesson, from, to int, name uint64) {
			if here[name]+0.1*everywhere[name] < 0 {
				for i := from; i < to; i++ {
					l.Tags[i] += places - persons
				}
			}
		})
	}
}

// learn is M. Collins's averaged perceptron: the best sequence of tags under the
// weights so far is held against the right one, and where they differ the rows
// that spoke for the wrong tag lose one and those of the right tag gain one. The
// average of the weights over all steps stands for their last value.
func learn(lessons []lang.Lesson) []float64 {
	weights := make([]int32, lang.Rows*lang.Tags)
	total := make([]int64, len(weights)) // weight × the step at which it was given
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	rng := uint64(seed)
	step := int64(1)
	for range rounds {
		for i := len(order) - 1; i > 0; i-- {
			rng = rng*6364136223846793005 + 1442695040888963407
			j := int(rng >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			l := lessons[n]
			got := best(weights, l)
			change := func(row uint16, t uint8, by int32) {
				k := int(row)*lang.Tags + int(t)
				weights[k] += by
				total[k] += int64(by) * step
			}
			a, b := uint8(0), uint8(0)
			for i, want := range l.Tags {
				if got[i] != want {
					for _, row := range l.Rows[i*lang.Clues : (i+1)*lang.Clues] {
						change(row, want, 1)
						change(row, got[i], -1)
					}
				}
				if got[i] != want || a != b {
					change(lang.Transition(a), want, 1)
					change(lang.Transition(b), got[i], -1)
				}
				a, b = want, got[i]
			}
			step++
		}
	}
	out := make([]float64, len(weights))
	for i, w := range weights {
		out[i] = float64(w) - float64(total[i])/float64(step)
	}
	return out
}

// best is the sequence of tags with the highest sum.
func best(weights []int32, l lang.Lesson) []uint8 {
	n := len(l.Tags)
	back := make([][lang.Tags]uint8, n)
	var sum [lang.Tags]int32
	for t := 1; t < lang.Tags; t++ {
		sum[t] = -1 << 28
	}
	var moves [lang.Tags][]int32
	for a := range uint8(lang.Tags) {
		r := int(lang.Transition(a)) * lang.Tags
		moves[a] = weights[r : r+lang.Tags]
	}
	for i := range n {
		var score [lang.Tags]int32
		for _, row := range l.Rows[i*lang.Clues : (i+1)*lang.Clues] {
			w := weights[int(row)*lang.Tags:][:lang.Tags]
			for t := range score {
				score[t] += w[t]
			}
		}
		var next [lang.Tags]int32
		for b := range uint8(lang.Tags) {
			next[b] = -1 << 29
			for a := range uint8(lang.Tags) {
				if s := sum[a] + moves[a][b]; lang.Follows(a, b) && s > next[b] {
					next[b], back[i][b] = s, a
				}
			}
			next[b] += score[b]
		}
		sum = next
	}
	out := make([]uint8, n)
	t := uint8(0)
	for b := range sum {
		if sum[b] > sum[t] {
			t = uint8(b)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = t
		t = back[i][t]
	}
	return out
}

// quantise brings the weights to the scale of lang.Weight: the largest is the
// largest byte, and each of the others the byte that is nearest to it.
func quantise(weights []float64) []byte {
	var scale []float64
	for b := range 128 {
		scale = append(scale, float64(lang.Weight(byte(b))))
	}
	largest := 0.0
	for _, w := range weights {
		largest = max(largest, math.Abs(w))
	}
	out := make([]byte, lang.Rows*lang.RowSize)
	for i, w := range weights {
		v := math.Abs(w) / largest * scale[127]
		k := sort.SearchFloat64s(scale, v)
		if k == 128 || k > 0 && v-scale[k-1] < scale[k]-v {
			k--
		}
		b := byte(k)
		if w < 0 && k > 0 {
			b |= 0x80
		}
		out[i/lang.Tags*lang.RowSize+i%lang.Tags] = b
	}
	return out
}
