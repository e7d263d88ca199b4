package lang

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// BenchmarkRead reads texts of three sizes and a line of a million words in
// capitals with the whole engine: the cost of a byte must not grow with the text,
// nor with its looks.
func BenchmarkRead(b *testing.B) {
	paragraphs := strings.Split(strings.TrimSpace(newsText), "\n")
	for _, n := range []int{1 << 10, 100 << 10, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", n>>10), func(b *testing.B) { benchmarkRead(b, n, paragraphs) })
	}
	b.Run("capitals", func(b *testing.B) {
		benchmarkRead(b, 8<<20, []string{strings.Repeat("CAPITAL ", 1<<20)})
	})
}

func benchmarkRead(b *testing.B, n int, paragraphs []string) {
	const batch = 256 << 10 // as a briefing is read
	var batches [][]Unit
	var units []Unit
	size, in := 0, 0
	for i := 0; size < n; i++ {
		p := paragraphs[i%len(paragraphs)]
		units = append(units, Unit{S: p})
		size, in = size+len(p), in+len(p)
		if in >= batch {
			batches, units, in = append(batches, units), nil, 0
		}
	}
	batches = append(batches, units)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	sentences := 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		var c Carry
		for _, u := range batches {
			var r Reading
			r, c = Read(u, Date{2021, 11, 8}, c)
			sentences += len(r.Sentences)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(sentences), "allocs/sentence")
}
