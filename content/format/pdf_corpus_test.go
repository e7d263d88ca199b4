package format

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/briefing"
)

// pdfTestCache keeps the compiled code of pdfium from one test run to the next.
func pdfTestCache(t *testing.T) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(os.TempDir(), "readout-test-cache"))
}

func readSteps(t *testing.T, path string) (briefing.Source, error) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := NewOut(0)
	f, ok := Sniff(raw, Options{})
	if !ok {
		t.Fatalf("%s is not recognised", path)
	}
	o.Meta.Format = f.Name
	r, err := f.Steps(o, raw, path, Options{})
	for done := false; !done && err == nil; {
		done, err = r.Step()
	}
	return o.Source(), err
}

// The PDF beside the repository against pdftotext, a second opinion: whether the
// words are there, and whether they stand in that order.
func TestPDFSamples(t *testing.T) {
	files, _ := filepath.Glob(samples + "pdf/*.pdf")
	if len(files) == 0 || testing.Short() {
		t.Skip("no samples beside the repository, or -short")
	}
	pdfTestCache(t)
	var sumOrder, sumWords, n float64
	for _, path := range files {
		want, err := os.ReadFile(strings.Replace(path, "/pdf/", "/pdf/expected/", 1) + ".txt")
		start := time.Now()
		src, rerr := readSteps(t, path)
		took := time.Since(start).Milliseconds()
		if rerr != nil || err != nil {
			t.Logf("%-44s %4d ms %s | %s | %v", filepath.Base(path), took, src.Meta.Date, src.Meta.Title, rerr)
			continue
		}
		got := lower(src.Meta.Title + "\n" + proseText(src) + "\n" + strings.Join(src.Meta.Furniture, "\n"))
		ref := lower(string(want))
		f, w := order(got, ref), held(got, ref)
		t.Logf("%-44s words %.3f order %.3f %4d ms %s | %s", filepath.Base(path), w, f, took, src.Meta.Date, src.Meta.Title)
		sumOrder += f
		sumWords += w
		n++
	}
	t.Logf("words %.3f, order %.3f of %.0f files", sumWords/n, sumOrder/n, n)
}

// held is how many of the wanted words are there.
func held(got, want []string) float64 {
	if len(want) == 0 {
		return 1
	}
	n := map[string]int{}
	for _, w := range got {
		n[w]++
	}
	same := 0
	for _, w := range want {
		if n[w]--; n[w] >= 0 {
			same++
		}
	}
	return float64(same) / float64(len(want))
}
