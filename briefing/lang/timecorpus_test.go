package lang

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// export writes what the engine finds in the corpora as the scorer reads it.
var export = flag.String("export", "", "write system files for the temporal scorer into this directory")

const temporal = "../../../shared/corpora/temporal"

type timexDoc struct {
	ID      string  `json:"doc_id"`
	DCT     string  `json:"dct"`
	Text    string  `json:"text,omitempty"`
	Timexes []timex `json:"timexes"`
}

type timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func readCorpus(t *testing.T, name string) []timexDoc {
	t.Helper()
	f, err := os.Open(filepath.Join(temporal, name))
	if err != nil {
		t.Skip("the corpora are not beside the repository")
	}
	defer f.Close()
	var docs []timexDoc
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var d timexDoc
		if err := json.Unmarshal(s.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	return docs
}

// paragraphs cuts a raw text at blank lines, and says where each began.
func paragraphs(s string) (units []Unit, at []int) {
	for i := 0; i < len(s); {
		j := strings.Index(s[i:], "\n\n")
		if j < 0 {
			j = len(s) - i
		}
		p := s[i : i+j]
		if strings.TrimSpace(p) != "" {
			units = append(units, Unit{S: strings.ReplaceAll(p, "\n", " ")})
			at = append(at, i)
		}
		i += j + 2
	}
	return units, at
}

func systemTimexes(d timexDoc) timexDoc {
	units, at := paragraphs(d.Text)
	anchor, _ := ParseDate(d.DCT)
	r, _ := Read(units, anchor, Carry{})
	out := timexDoc{ID: d.ID, DCT: d.DCT, Timexes: []timex{}}
	for _, x := range r.Times {
		out.Timexes = append(out.Timexes, timex{at[x.Unit] + x.Start, at[x.Unit] + x.End, x.Of(units), x.Type.String(), x.Value})
	}
	return out
}

var calendarValue = regexp.MustCompile(`^(?:BC)?(?:\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}(?:-(?:WE|\d))?|Q[1-4]|H[12]|SP|SU|FA|WI))?` +
	`(?:T(?:\d{2}(?::\d{2}(?::\d{2})?)?|MO|MI|AF|EV|NI|DT|PM|AM)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?|\d{3}X?|\d{2}(?:XX)?|FY\d{4}(?:-Q[1-4])?)$`)

func (x timex) calendar() bool {
	return (x.Type == "DATE" || x.Type == "TIME") && calendarValue.MatchString(x.Value)
}

// tally counts as the scorer of TempEval-3 does: gold and system are aligned one
// to one, equal extents first, then what overlaps in the order of the text.
type tally struct{ gold, sys, strict, relaxed, value, calGold, calSys, calendar int }

func (c *tally) add(gold, sys []timex) {
	c.gold += len(gold)
	c.sys += len(sys)
	pair := make([]int, len(gold))
	used := make([]bool, len(sys))
	for i := range gold {
		pair[i] = -1
		if gold[i].calendar() {
			c.calGold++
		}
		for j := range sys {
			if !used[j] && gold[i].Start == sys[j].Start && gold[i].End == sys[j].End {
				pair[i], used[j] = j, true
				break
			}
		}
	}
	for i := range gold {
		for j := range sys {
			if pair[i] < 0 && !used[j] && sys[j].Start < gold[i].End && gold[i].Start < sys[j].End {
				pair[i], used[j] = j, true
			}
		}
	}
	for j := range sys {
		if sys[j].calendar() {
			c.calSys++
		}
	}
	for i, j := range pair {
		if j < 0 {
			continue
		}
		c.relaxed++
		if gold[i].Start == sys[j].Start && gold[i].End == sys[j].End {
			c.strict++
		}
		if gold[i].Value == sys[j].Value {
			c.value++
			if gold[i].calendar() && sys[j].calendar() {
				c.calendar++
			}
		}
	}
}

func f1(hit, gold, sys int) float64 {
	if gold+sys == 0 {
		return 0
	}
	return 200 * float64(hit) / float64(gold+sys)
}

// TestTimeCorpora prints how the engine does on the gold corpora. Fold 4 (every
// fifth document) is not looked at while rules are written.
func TestTimeCorpora(t *testing.T) {
	fmt.Printf("%-24s %5s %5s  relaxed strict  value calendar\n", "corpus", "gold", "sys")
	for _, name := range []string{"meantime", "gum-news", "gum-all", "wikiwars", "recognizers-cases"} {
		docs := readCorpus(t, name+".jsonl")
		var all, tuned, held tally
		var out bytes.Buffer
		for n, d := range docs {
			sys := systemTimexes(d)
			all.add(d.Timexes, sys.Timexes)
			if n%5 == 4 {
				held.add(d.Timexes, sys.Timexes)
			} else {
				tuned.add(d.Timexes, sys.Timexes)
			}
			line, _ := json.Marshal(sys)
			out.Write(append(line, '\n'))
		}
		if *export != "" {
			if err := os.WriteFile(filepath.Join(*export, name+".jsonl"), out.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		for _, row := range []struct {
			what string
			c    tally
		}{{"folds 0–3", tuned}, {"fold 4", held}, {"all", all}} {
			c := row.c
			fmt.Printf("%-14s %-9s %5d %5d  %6.1f  %5.1f  %5.1f  %5.1f\n", name, row.what, c.gold, c.sys,
				f1(c.relaxed, c.gold, c.sys), f1(c.strict, c.gold, c.sys), f1(c.value, c.gold, c.sys), f1(c.calendar, c.calGold, c.calSys))
		}
	}
}
