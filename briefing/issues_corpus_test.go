package briefing

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"readout/briefing/lang"
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

// topics are the labels of what a text is about, the heaviest first: its matters as
// they rank, and the persons, organisations and places that it speaks of most. What
// stands in the title or the lead goes up.
func topics(r *reading) []string {
	type topic struct {
		label string
		key   string
		score float64
	}
	k := &r.matters
	k.weigh()
	byKey := map[string]*topic{}
	var all []*topic
	count := map[string]int{}
	for _, n := range r.names.all() {
		key := keyOf(r.of(n.Span))
		if n.Type == lang.Person {
			key = key[strings.LastIndexByte(key, ' ')+1:]
		}
		t := byKey[key]
		if t == nil {
			t = &topic{label: r.of(n.Span), key: key}
			byKey[key] = t
			all = append(all, t)
		}
		if len(t.label) < n.End-n.Start {
			t.label = r.of(n.Span)
		}
		count[key]++
		if p := r.leaves[n.Unit].paragraph; p == 0 {
			t.score += 28
		} else if p <= 2 && count[key] == 1 {
			t.score += 10
		}
	}
	for _, t := range all {
		t.score += 9 * math.Log2(1+float64(count[t.key]))
	}
	for _, m := range k.order {
		if m.score > 0 && (k.nameOver(m.label.Unit, m.label.End-1) == nil || len(m.words) > 3) {
			w := m.score
			lead, title := false, false
			for _, s := range m.spans {
				p := r.leaves[s.unit].paragraph
				title = title || p == 0
				lead = lead || p <= 2
			}
			if title {
				w *= .7
			}
			if lead {
				w *= 2.2
			}
			if len(m.words) == 1 {
				w *= 1.3
			}
			all = append(all, &topic{r.of(m.label), strings.Join(m.words, " "), w})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	var out []string
	taken := map[string]int{}
	for _, t := range all {
		words := strings.Split(t.key, " ")
		old := 0
		for _, w := range words {
			if taken[w] > 0 {
				old++
			}
		}
		if old == len(words) || old >= 2 {
			continue
		}
		for _, w := range words {
			taken[w]++
		}
		out = append(out, t.label)
	}
	return out
}
