// Package train makes the table of names from texts whose names are known. It
// reads and writes nothing itself: bytes in, bytes out, and the same bytes on
// every machine.
package train

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"readout/briefing/lang"
)

// A File is a list or a corpus with its name.
type File struct {
	Name string
	Text []byte
}

const (
	rounds   = 5
	commonAt = 5  // times in lower case
	seldom   = 3  // a clue that comes less often is not learnt
	margin   = 40 // by which the right tags must win, in steps
	seed     = 20211108
	HeldFold = 0 // never learnt from
)

// Names makes the table from the lists of the gazetteer and the corpora.
func Names(lists, corpora []File) ([]byte, error) {
	return names(lists, corpora, HeldFold)
}

func names(lists, corpora []File, held int) ([]byte, error) {
	out := make([]byte, lang.TableSize)
	common, err := commonWords(corpora, held)
	if err != nil {
		return nil, err
	}
	if err := gazetteer(out[lang.HeaderSize:lang.HeaderSize+4*lang.Slots], append(slices.Clone(lists), common)); err != nil {
		return nil, err
	}
	docs, err := texts(corpora, held)
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
	b.keep(b.choose(b.learn()))
	b.write(table[lang.HeaderSize+4*lang.Slots:], b.learn())
}

// A text is a document as the engine reads it.
type text struct {
	units   []lang.Unit
	names   []lang.Name
	machine bool
}

func texts(corpora []File, held int) (out []text, err error) {
	for _, c := range corpora {
		docs, err := Documents(c)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if d.machine || d.Fold != held {
				units, names := d.Units()
				out = append(out, text{units, names, d.machine})
			}
		}
	}
	return out, nil
}

// header tells, as text, what the table was made with and from.
func header(lists, corpora []File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "names of persons, organisations and places\nrounds %d margin %d common %d seldom %d seed %d fold %d kept out\n", rounds, margin, commonAt, seldom, seed, HeldFold)
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

// commonWords lists the words that the texts have in lower case again and again.
// At the head of a sentence, a word that is not among them is a name.
func commonWords(corpora []File, held int) (File, error) {
	count := map[string]int{}
	for _, c := range corpora {
		docs, err := Documents(c)
		if err != nil {
			return File{}, err
		}
		for _, d := range docs {
			if d.Fold == held && !d.machine {
				continue
			}
			for w := range strings.FieldsFuncSeq(d.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if unicode.IsLower([]rune(w)[0]) {
					count[w]++
				}
			}
		}
	}
	var words []string
	for w, n := range count {
		if n >= commonAt {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return File{"common.txt", []byte(strings.Join(words, "\n"))}, nil
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
func divide(docs []text, table lang.Table) {
	const persons, places = 1, 5 // tags that begin them; the next one goes on
	var gold []lang.Lesson
	for _, d := range docs {
		if !d.machine {
			gold = append(gold, table.Lessons(d.units, d.names)...)
		}
	}
	b := newBook(gold)
	weights := b.learn()
	lead := func(clues []lang.Clue, inside int) (sum float64) {
		for _, c := range clues {
			if row, ok := b.row[c]; ok {
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
			if name := n.Span.Of(d.units); d.machine && n.Type == lang.Person && here[i][name]+0.1*everywhere[name] < 0 {
				d.names[j].Type = lang.Place
			}
		}
	}
}

// A book is lessons with their clues numbered in the order in which they come.
type book struct {
	lessons []lang.Lesson
	row     map[lang.Clue]int32
	clues   []lang.Clue // by row
	rows    [][]int32   // of each lesson
	moves   [lang.Tags]int32
}

func newBook(lessons []lang.Lesson) *book {
	b := &book{lessons: lessons, row: map[lang.Clue]int32{}}
	count := map[lang.Clue]int{}
	for _, l := range lessons {
		for _, c := range l.Clues {
			count[c]++
		}
	}
	number := func(c lang.Clue) int32 {
		n, ok := b.row[c]
		if !ok {
			n = int32(len(b.clues))
			b.row[c] = n
			b.clues = append(b.clues, c)
		}
		return n
	}
	for t := range b.moves {
		b.moves[t] = number(lang.Transition(uint8(t)))
	}
	for _, l := range lessons {
		rows := make([]int32, len(l.Clues))
		for i, c := range l.Clues {
			if rows[i] = -1; c != 0 && count[c] >= seldom {
				rows[i] = number(c)
			}
		}
		b.rows = append(b.rows, rows)
	}
	return b
}

// keep leaves the clues that have a row; the others say nothing from now on.
func (b *book) keep(kept []bool) {
	for _, rows := range b.rows {
		for i, r := range rows {
			if r >= 0 && !kept[r] {
				rows[i] = -1
			}
		}
	}
}

// learn is M. Collins's averaged perceptron: the best
// sequence of tags under the weights so far is held against the right one, and
// where they differ the clues that spoke for the wrong tag lose one and those of
// the right tag gain one. The average of the weights over all steps stands for
// their last value.
func (b *book) learn() []float64 {
	weights := make([]int32, len(b.clues)*lang.Tags)
	total := make([]int64, len(weights)) // weight × the step at which it was given
	order := make([]int, len(b.lessons))
	for i := range order {
		order[i] = i
	}
	rng := uint64(seed)
	step := int64(1)
	change := func(row int32, t uint8, by int32) {
		if row >= 0 {
			k := int(row)*lang.Tags + int(t)
			weights[k] += by
			total[k] += int64(by) * step
		}
	}
	for range rounds {
		for i := len(order) - 1; i > 0; i-- {
			rng = rng*6364136223846793005 + 1442695040888963407
			j := int(rng >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			l, rows := b.lessons[n], b.rows[n]
			got := b.best(weights, rows, l.Tags)
			x, y := uint8(0), uint8(0)
			for i, want := range l.Tags {
				if got[i] != want {
					for _, row := range rows[i*lang.ClueCount : (i+1)*lang.ClueCount] {
						change(row, want, 1)
						change(row, got[i], -1)
					}
				}
				if got[i] != want || x != y {
					change(b.moves[x], want, 1)
					change(b.moves[y], got[i], -1)
				}
				x, y = want, got[i]
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

// best is the sequence of tags with the highest sum. While learning, each wrong tag
// is given a lead, so that the right ones must win by a margin.
func (b *book) best(weights []int32, rows []int32, gold []uint8) []uint8 {
	n := len(rows) / lang.ClueCount
	back := make([][lang.Tags]uint8, n)
	var sum [lang.Tags]int32
	for t := 1; t < lang.Tags; t++ {
		sum[t] = -1 << 28
	}
	for i := range n {
		var score [lang.Tags]int32
		for _, row := range rows[i*lang.ClueCount : (i+1)*lang.ClueCount] {
			if row < 0 {
				continue
			}
			w := weights[int(row)*lang.Tags:][:lang.Tags]
			for t := range score {
				score[t] += w[t]
			}
		}
		for t := range score {
			if uint8(t) != gold[i] {
				score[t] += margin
			}
		}
		var next [lang.Tags]int32
		for t := range uint8(lang.Tags) {
			next[t] = -1 << 29
			for a := range uint8(lang.Tags) {
				if s := sum[a] + weights[int(b.moves[a])*lang.Tags+int(t)]; lang.Follows(a, t) && s > next[t] {
					next[t], back[i][t] = s, a
				}
			}
			next[t] += score[t]
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

// relative is a clue's weights less that of outside, which the table leaves out.
func relative(weights []float64, row int) (out [lang.Tags - 1]float64) {
	w := weights[row*lang.Tags:][:lang.Tags]
	for t := range out {
		out[t] = w[t+1] - w[0]
	}
	return out
}

// choose finds the clues that get a row: those with the largest weights, as long
// as their bin has room.
func (b *book) choose(weights []float64) []bool {
	size := make([]float64, len(b.clues))
	order := make([]int, len(b.clues))
	for i := range order {
		order[i] = i
		for _, w := range relative(weights, i) {
			size[i] += math.Abs(w)
		}
	}
	for _, m := range b.moves {
		size[m] = math.Inf(1)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(size[j], size[i]) })
	kept := make([]bool, len(b.clues))
	var full [lang.Rows / lang.Bin]uint8
	checks := map[[2]int]bool{}
	n := 0
	for _, i := range order {
		bin := b.clues[i].Bin()
		if size[i] == 0 || full[bin] == lang.Bin || checks[[2]int{bin, int(b.clues[i].Check())}] {
			continue
		}
		full[bin]++
		checks[[2]int{bin, int(b.clues[i].Check())}] = true
		kept[i] = true
		n++
	}
	return kept
}

// write puts the weights into rows, on the scale of lang.Weight: the largest is
// the largest byte, and each of the others the byte that is nearest to it.
func (b *book) write(rows []byte, weights []float64) {
	var scale []float64
	for v := range 128 {
		scale = append(scale, float64(lang.Weight(byte(v))))
	}
	kept := make([]bool, len(b.clues))
	for _, rows := range b.rows {
		for _, r := range rows {
			if r >= 0 {
				kept[r] = true
			}
		}
	}
	for _, m := range b.moves {
		kept[m] = true
	}
	largest := 0.0
	for i := range b.clues {
		if kept[i] {
			for _, w := range relative(weights, i) {
				largest = max(largest, math.Abs(w))
			}
		}
	}
	for i, c := range b.clues {
		if !kept[i] {
			continue
		}
		at := lang.Bin * lang.RowSize * c.Bin()
		for rows[at+6] != 0 || rows[at+7] != 0 {
			at += lang.RowSize
		}
		for t, w := range relative(weights, i) {
			v := math.Abs(w) / largest * scale[127]
			k := sort.SearchFloat64s(scale, v)
			if k == 128 || k > 0 && v-scale[k-1] < scale[k]-v {
				k--
			}
			rows[at+t] = byte(k)
			if w < 0 && k > 0 {
				rows[at+t] |= 0x80
			}
		}
		binary.LittleEndian.PutUint16(rows[at+6:], c.Check())
	}
}
