package lang

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newsUnits are 200 texts of ordinary news, a sentence a unit, and their bytes.
func newsUnits(b *testing.B) (texts [][]Unit, size int) {
	f, err := os.Open(filepath.FromSlash("../../../shared/corpora/names/silver-voa.jsonl"))
	if err != nil {
		b.Skip("no corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() && len(texts) < 200 {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			b.Fatal(err)
		}
		size += len(d.Text)
		texts = append(texts, []Unit{{S: strings.ReplaceAll(d.Text, "\n", " ")}})
	}
	return texts, size
}

// BenchmarkNews reads news with each part of the engine and with all of them: how
// many articles of two kilobytes a second.
func BenchmarkNews(b *testing.B) {
	texts, size := newsUnits(b)
	anchor := Date{2005, 9, 24}
	for _, part := range []struct {
		name string
		read func([]Unit)
	}{
		{"tokens", func(u []Unit) { scan(u) }},
		{"quantities", func(u []Unit) { readQuantities(scan(u), nil) }},
		{"phrases", func(u []Unit) { readPhrases(scan(u), nil, nil, nil) }},
		{"all", func(u []Unit) { Read(u, anchor, Carry{}) }},
	} {
		b.Run(part.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, u := range texts {
					part.read(u)
				}
			}
			b.ReportMetric(float64(size)/2048*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
