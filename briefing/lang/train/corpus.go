package train

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"readout/briefing/lang"
)

// A text is a document as the engine reads it.
type text struct {
	units   []lang.Unit
	names   []lang.Name
	machine bool
}

func texts(corpora []File) (out []text, err error) {
	for _, c := range corpora {
		docs, err := Documents(c)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			if d.machine || d.Fold != HeldFold {
				units, names := d.Units()
				out = append(out, text{units, names, d.machine})
			}
		}
	}
	return out, nil
}

// commonWords lists the words that the texts have in lower case again and again.
// At the head of a sentence, a word that is not among them is a name.
func commonWords(corpora []File) (File, error) {
	count := map[string]int{}
	for _, c := range corpora {
		docs, err := Documents(c)
		if err != nil {
			return File{}, err
		}
		for _, d := range docs {
			if d.Fold == HeldFold && !d.machine {
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
