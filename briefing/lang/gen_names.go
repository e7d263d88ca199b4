//go:build ignore

// gen_names makes names.bin from the lists in gazetteer and from the texts with
// known names that stand beside the repository.
package main

import (
	"log"
	"os"
	"path/filepath"

	"readout/briefing/lang/train"
)

func main() {
	table, err := train.Names(read("gazetteer/*.txt"), read("../../../shared/corpora/names/*.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("names.bin", table, 0o644); err != nil {
		log.Fatal(err)
	}
}

// read returns the files of a pattern in the order of their names.
func read(pattern string) []train.File {
	names, err := filepath.Glob(pattern)
	if err != nil || names == nil {
		log.Fatalf("%s: no such files", pattern)
	}
	var out []train.File
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			log.Fatal(err)
		}
		out = append(out, train.File{Name: filepath.Base(n), Text: b})
	}
	return out
}
