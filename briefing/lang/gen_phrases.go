//go:build ignore

// gen_phrases makes phrases.bin: in how many documents of ordinary news each stem
// and noun phrase stands. The news is the public-domain text of
// shared/corpora/names/silver-voa.jsonl.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"readout/briefing/lang"
)

func main() {
	f, err := os.Open("../../../shared/corpora/names/silver-voa.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	count := map[string]int{}
	docs := 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			log.Fatal(err)
		}
		var units []lang.Unit
		for s := range strings.SplitSeq(d.Text, "\n") {
			units = append(units, lang.Unit{S: s})
		}
		for k := range lang.PhraseKeys(units) {
			count[k]++
		}
		docs++
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("phrases.bin", lang.PhraseTable(docs, count), 0o666); err != nil {
		log.Fatal(err)
	}
}
