package lang_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing/lang"
	"readout/briefing/lang/train"
)

const namesCorpora = "../../../shared/corpora/names"

func corpusFiles(t testing.TB, pattern string) []train.File {
	t.Helper()
	paths, _ := filepath.Glob(pattern)
	if len(paths) == 0 {
		t.Skip("the corpora are not beside the repository")
	}
	var out []train.File
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, train.File{Name: filepath.Base(p), Text: b})
	}
	return out
}

// TestNamesOfTheCorpora prints how the names of the texts that were never learnt
// from fare, by kind of text.
func TestNamesOfTheCorpora(t *testing.T) {
	files := corpusFiles(t, namesCorpora+"/[egpw]*.jsonl")
	files = append(files, corpusFiles(t, namesCorpora+"/re3d.jsonl")...)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 for the scorer")
	}
	dir := t.TempDir()
	var gold, system strings.Builder
	for _, f := range files {
		docs, err := train.Documents(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			if d.Fold != 0 {
				continue
			}
			units, _ := d.Units()
			r, _ := lang.Read(units, lang.Date{}, lang.Carry{})
			type entity struct {
				Start int    `json:"start"`
				End   int    `json:"end"`
				Type  string `json:"type"`
			}
			found := []entity{}
			starts := d.Starts()
			for _, n := range r.Names {
				found = append(found, entity{starts[n.Unit] + n.Start, starts[n.Unit] + n.End, n.Type.String()})
			}
			line, _ := json.Marshal(map[string]any{"doc_id": d.ID, "entities": found})
			system.Write(append(line, '\n'))
		}
		gold.Write(f.Text)
	}
	g, s := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "system.jsonl")
	os.WriteFile(g, []byte(gold.String()), 0o600)
	os.WriteFile(s, []byte(system.String()), 0o600)
	out, err := exec.Command(python, filepath.Join(namesCorpora, "score.py"), g, s, "--fold", "0", "--by", "source").CombinedOutput()
	t.Logf("\n%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
