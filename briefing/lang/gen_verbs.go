//go:build ignore

// gen_verbs makes verbs.bin: the words that ordinary news uses as verbs and hardly as
// nouns. The news is the public-domain text of shared/corpora/names/silver-voa.jsonl.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"

	"readout/briefing/lang"
)

func main() {
	f, err := os.Open("../../../shared/corpora/names/silver-voa.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			log.Fatal(err)
		}
		texts = append(texts, d.Text)
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("verbs.bin", lang.VerbTable(texts), 0o666); err != nil {
		log.Fatal(err)
	}
}
