package lang

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// The tables of verbs and phrases are what the news gives: made again, they are the
// same bytes each time, and those that are embedded (but for one entry in fifty,
// which a finer word class may move before go generate runs again).
func TestTablesOfTheNews(t *testing.T) {
	if testing.Short() {
		t.Skip("reads five megabytes of news")
	}
	var texts []string
	count := map[string]int{}
	for _, d := range corpus[struct{ Text string }](t, "names/silver-voa.jsonl") {
		texts = append(texts, d.Text)
		var units []Unit
		for s := range strings.SplitSeq(d.Text, "\n") {
			units = append(units, Unit{S: s})
		}
		for k := range PhraseKeys(units) {
			count[k]++
		}
	}
	verbs, phrases := VerbTable(texts), PhraseTable(len(texts), count)
	if !bytes.Equal(verbs, VerbTable(texts)) || !bytes.Equal(phrases, PhraseTable(len(texts), count)) {
		t.Error("the same news gives two tables")
	}
	near(t, "verbs.bin", verbs, []byte(verbsBin))
	near(t, "phrases.bin", phrases[phraseHashes:], []byte(phrasesBin[phraseHashes:]))
}

// near compares the hashes that two tables begin with.
func near(t *testing.T, name string, made, embedded []byte) {
	t.Helper()
	set := map[uint32]bool{}
	for i := 0; i+4 <= len(made); i += 4 {
		set[binary.LittleEndian.Uint32(made[i:])] = true
	}
	if name == "phrases.bin" { // a byte for each hash follows
		made, embedded = made[:len(made)/5*4], embedded[:len(embedded)/5*4]
	}
	missing := 0
	for i := 0; i+4 <= len(embedded); i += 4 {
		if !set[binary.LittleEndian.Uint32(embedded[i:])] {
			missing++
		}
	}
	if n := len(embedded) / 4; missing*50 > n || len(made)*50 < len(embedded)*49 || len(embedded)*50 < len(made)*49 {
		t.Errorf("%s: %d of %d entries are not what the news gives; go generate ./briefing/lang", name, missing, n)
	}
}

// Words rare in the news weigh more than common ones, and what none has most.
func TestRarity(t *testing.T) {
	for _, w := range [][2]string{{"people", "treaty"}, {"government", "prorogation"}, {"treaty", "zzyzx"}} {
		if a, b := Rarity(Stem(w[0])), Rarity(Stem(w[1])); a >= b {
			t.Errorf("%s weighs %.2f, %s %.2f", w[0], a, w[1], b)
		}
	}
	for w, want := range map[string]bool{"enforce": true, "commits": true, "claim": false, "talks": false, "government": false} {
		if verbForm(w) != want {
			t.Errorf("verbForm(%q) is %v", w, !want)
		}
	}
}
