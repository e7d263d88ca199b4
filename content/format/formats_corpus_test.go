package format

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout/briefing"
)

const samples = "../../../shared/samples/"

// readFile converts a sample of a format that is read whole.
func readFile(t *testing.T, path string) (briefing.Source, error) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := NewOut(0)
	f, ok := Sniff(raw, Options{})
	if !ok {
		if f, err = Pick(raw[:min(len(raw), 64<<10)], path, Options{}); err != nil || f.New != nil {
			t.Fatalf("%s is taken for %s", path, f.Name)
		}
	}
	o.Meta.Format = f.Name
	err = f.whole(context.Background(), o, raw, path, Options{})
	return o.Source(), err
}

// order is F1 of the word triples of two texts: order, loss and additions count.
func order(got, want []string) float64 {
	triples := func(w []string) map[[3]string]int {
		m := map[[3]string]int{}
		for i := 0; i+2 < len(w); i++ {
			m[[3]string{w[i], w[i+1], w[i+2]}]++
		}
		return m
	}
	g, w := triples(got), triples(want)
	same, n, m := 0, 0, 0
	for k, c := range g {
		n += c
		same += min(c, w[k])
	}
	for _, c := range w {
		m += c
	}
	if n+m == 0 {
		return 1
	}
	return 2 * float64(same) / float64(n+m)
}

// lower is the words of a text without the numbers of lists.
func lower(s string) []string { return wordsOf(strings.ToLower(s)) }

func proseText(src briefing.Source) string {
	var b strings.Builder
	pieces, state := briefing.Cut(src.Markdown, briefing.State{}, true)
	for _, p := range pieces {
		briefing.Leaves(briefing.Parse(src.Markdown, p, state.Refs), func(l *briefing.Block) bool {
			b.WriteString(l.Leaf.Prose)
			b.WriteByte('\n')
			return true
		})
	}
	return b.String()
}

// The pages beside the repository against what people took for their text.
func TestHTMLSamples(t *testing.T) {
	files, _ := filepath.Glob(samples + "html/read-*.html")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	sum, n := 0.0, 0
	for _, path := range files {
		raw, err := os.ReadFile(strings.TrimSuffix(strings.Replace(path, "/html/", "/html/expected/", 1), ".html") + ".expected.html")
		if err != nil {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		want := lower(nodeText(doc))
		start := time.Now()
		src, err := readFile(t, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		_, body, _ := strings.Cut(proseText(src), "\n") // the title is no part of the reference
		f := order(lower(body), want)
		t.Logf("%-32s %.3f  %3d ms  %s  %s", filepath.Base(path), f, time.Since(start).Milliseconds(), src.Meta.Date, src.Meta.Title)
		sum += f
		n++
	}
	if mean := sum / float64(n); mean < 0.95 {
		t.Errorf("order %.3f of %d pages, want .95", mean, n)
	} else {
		t.Logf("order %.3f of %d pages", mean, n)
	}
}

// The dates of pages that are known: none wrong, at most one missing.
func TestHTMLDates(t *testing.T) {
	j, err := os.ReadFile(samples + "html/known_dates.json")
	if err != nil {
		t.Skip("no samples beside the repository")
	}
	var known map[string][2]string
	if err := json.Unmarshal(j, &known); err != nil {
		t.Fatal(err)
	}
	missing := 0
	for name, want := range known {
		path := samples + "html/" + name
		if _, err := os.Stat(path); err != nil {
			continue
		}
		src, err := readFile(t, path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		switch got := src.Meta.Date.String(); {
		case src.Meta.Date.IsZero():
			missing++
			t.Logf("%s: no date, it is %s", name, want[1])
		case got != want[1]:
			t.Errorf("%s: %s from %s, it is %s", name, got, src.Meta.DateFrom, want[1])
		}
	}
	if missing > 1 {
		t.Errorf("%d dates are missing", missing)
	}
}

// Every mail beside the repository is read, the one in UTF-16 included.
func TestMailSamples(t *testing.T) {
	files, _ := filepath.Glob(samples + "eml/*.eml")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	for _, path := range files {
		start := time.Now()
		src, err := readFile(t, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		m := src.Meta
		if m.Format != "eml" || m.Title == "" || m.From == "" && !strings.Contains(path, "mail-raw_email_with_bad_date") && !strings.Contains(path, "missing_body") {
			t.Errorf("%s: format %s, title %q, from %q", path, m.Format, m.Title, m.From)
		}
		t.Logf("%-48s %4d words %3d ms  %s %s | %s", filepath.Base(path), len(lower(proseText(src))), time.Since(start).Milliseconds(), m.Date, m.Title, m.From)
	}
}

// The e-books beside the repository against pandoc, a second opinion.
func TestEpubSamples(t *testing.T) {
	files, _ := filepath.Glob(samples + "epub/*.epub")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	for _, path := range files {
		want, err := os.ReadFile(strings.TrimSuffix(strings.Replace(path, "/epub/", "/epub/expected/", 1), ".epub") + ".md")
		if err != nil {
			continue
		}
		src, err := readBook(t, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		_, body, _ := strings.Cut(proseText(src), "\n")
		f := order(lower(body), lower(proseText(briefing.Source{Markdown: want})))
		t.Logf("%-24s %.3f  %s, %s, %s", filepath.Base(path), f, src.Meta.Title, src.Meta.From, src.Meta.Date)
		if f < leastEpub[filepath.Base(path)] {
			t.Errorf("%s: order %.3f", path, f)
		}
	}
}

// leastEpub is what is asked of each. In the book of features pandoc writes
// equations as TeX.
var leastEpub = map[string]float64{"epub_purvis_poetry.epub": .99, "pandoc-features.epub": .83, "pandoc-formatting.epub": .99,
	"pandoc-wasteland.epub": .98, "test.epub": .99, "testEPUB.epub": .99}

func readBook(t *testing.T, path string) (briefing.Source, error) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := NewOut(0)
	r, err := readEpub(o, raw, path, Options{})
	for done := false; !done && err == nil; {
		done, err = r.Step()
	}
	return o.Source(), err
}
