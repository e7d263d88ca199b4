package briefing

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"readout/briefing/lang"
	"readout/briefing/lang/train"
)

const namesCorpora = "../../shared/corpora/names"

// TestNamesOfTheCorpora prints how the names and the persons of the texts that
// were never learnt from fare, by kind of text. FOLD=1 asks for another fold, which
// is honest only with a table that has not learnt from it (go test -overlay).
func TestNamesOfTheCorpora(t *testing.T) {
	paths, _ := filepath.Glob(namesCorpora + "/*.jsonl")
	python, err := exec.LookPath("python3")
	if len(paths) == 0 || err != nil {
		t.Skip("the corpora or python3, for their scorer, are missing")
	}
	fold := train.HeldFold
	if f := os.Getenv("FOLD"); f != "" {
		if fold, err = strconv.Atoi(f); err != nil {
			t.Fatal(err)
		}
	}
	type entity struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
	}
	type someone struct {
		Name    string   `json:"name"`
		Aliases []string `json:"aliases"`
	}
	var gold, system strings.Builder
	for _, p := range paths {
		if strings.Contains(p, "silver") {
			continue
		}
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := train.Documents(train.File{Name: p, Text: b})
		if err != nil {
			t.Fatal(err)
		}
		gold.Write(b)
		for _, d := range docs {
			if d.Fold != fold {
				continue
			}
			units, _ := d.Units()
			starts := d.Starts()
			r := plainReading(units)
			found := struct {
				ID       string    `json:"doc_id"`
				Entities []entity  `json:"entities"`
				People   []someone `json:"people"`
			}{d.ID, []entity{}, []someone{}}
			for _, n := range r.names.all() {
				found.Entities = append(found.Entities, entity{starts[n.Unit] + n.Start, starts[n.Unit] + n.End, n.Type.String()})
			}
			people, _, _ := people(r)
			for _, p := range people {
				found.People = append(found.People, someone{p.Name, append([]string{}, p.Aliases...)})
			}
			line, err := json.Marshal(found)
			if err != nil {
				t.Fatal(err)
			}
			system.Write(append(line, '\n'))
		}
	}
	dir := t.TempDir()
	g, s := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "system.jsonl")
	if err := os.WriteFile(g, []byte(gold.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s, []byte(system.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, filepath.Join(namesCorpora, "score.py"), g, s, "--fold", strconv.Itoa(fold), "--by", "source").CombinedOutput()
	t.Logf("\n%s", out)
	if err != nil {
		t.Fatal(err)
	}
}

// plainReading is the reading of units that stand in no Markdown.
func plainReading(units []lang.Unit) *reading {
	r := &reading{units: units}
	for i, u := range units {
		r.leaves = append(r.leaves, place{way: way{segments: []segment{{n: int32(len(u.S))}}}, section: -1, paragraph: int32(i + 1)})
	}
	part, _ := lang.Read(units, Date{}, lang.Carry{})
	r.take(part)
	return r
}
