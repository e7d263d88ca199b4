package briefing

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTopics scores the ranking of matters against the topics that five summaries
// of a text share, as the corpus’s scorer does. Persons and places are topics there,
// and labels for this count alone.
func TestTopics(t *testing.T) {
	f, err := os.Open(filepath.FromSlash("../../shared/corpora/keyphrases/gum-salient.jsonl"))
	if err != nil {
		t.Skip("no corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	type mean struct{ p, r, f, n float64 }
	var at [2]mean
	for lines.Scan() {
		var d struct {
			ID         string `json:"doc_id"`
			Genre      string
			Title      string
			Text       string
			Keyphrases []struct {
				Accept   []string
				Salience int
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		if d.Genre != "news" {
			continue
		}
		md := "# " + d.Title + "\n\n" + strings.TrimPrefix(d.Text, d.Title)
		labels := topics(read(NewText(Source{Markdown: []byte(md)}), nil))
		if testing.Verbose() {
			t.Log(d.ID, labels[:min(10, len(labels))])
		}
		gold := make([]map[string]bool, len(d.Keyphrases))
		required := map[int]bool{}
		for i, k := range d.Keyphrases {
			gold[i] = map[string]bool{}
			for _, a := range k.Accept {
				gold[i][topicKey(a)] = true
			}
			if k.Salience >= 3 {
				required[i] = true
			}
		}
		if len(required) == 0 {
			continue
		}
		for n, k := range [2]int{5, 10} {
			good, total, found := 0., 0., 0.
			hit, seen := map[int]bool{}, map[string]bool{}
			for _, l := range labels {
				x := topicKey(l)
				if x == "" || seen[x] {
					continue
				}
				seen[x] = true
				total++
				right := false
				for i, g := range gold {
					for y := range g {
						if x == y || strings.Contains(y, " ") && strings.Contains(" "+x+" ", " "+y+" ") || strings.Contains(x, " ") && strings.Contains(" "+y+" ", " "+x+" ") {
							hit[i], right = true, true
						}
					}
				}
				if right {
					good++
				}
				if total == float64(k) {
					break
				}
			}
			for i := range required {
				if hit[i] {
					found++
				}
			}
			p, r := 0., found/float64(len(required))
			if total > 0 {
				p = good / total
			}
			at[n].p += p
			at[n].r += r
			at[n].n++
			if p+r > 0 {
				at[n].f += 2 * p * r / (p + r)
			}
		}
	}
	for n, k := range [2]int{5, 10} {
		m := at[n]
		t.Logf("@%d %.0f documents  P %.1f  R %.1f  F1 %.1f", k, m.n, 100*m.p/m.n, 100*m.r/m.n, 100*m.f/m.n)
		if want := [2]float64{.50, .58}[n]; m.f/m.n < want {
			t.Errorf("F1@%d %.3f, want %.2f", k, m.f/m.n, want)
		}
	}
}

var topicWord = regexp.MustCompile(`[a-z0-9]+(?:['’][a-z]+)?`)

func topicKey(p string) string {
	var out []string
	for _, w := range topicWord.FindAllString(strings.ReplaceAll(strings.ToLower(p), "-", " "), -1) {
		out = append(out, topicStem(w))
	}
	return strings.Join(out, " ")
}

func topicStem(w string) string {
	for _, e := range [...][2]string{{"sses", "ss"}, {"ies", "y"}, {"’s", ""}, {"'s", ""}} {
		if b, ok := strings.CutSuffix(w, e[0]); ok {
			w = b + e[1]
		}
	}
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && len(w) > 3 {
		w = w[:len(w)-1]
	}
	for _, e := range strings.Fields("ization isation ational fulness ousness iveness ments ment ation tion ions ion ings ing edly ed er or ly al ive ance ence e y") {
		if strings.HasSuffix(w, e) && len(w)-len(e) >= 4 {
			return w[:len(w)-len(e)]
		}
	}
	return w
}
