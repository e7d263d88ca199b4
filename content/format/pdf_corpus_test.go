package format

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

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
// words are there, and whether they stand in that order. pdftotext has the running
// lines of every page and reads some tables column by column.
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
		name := filepath.Base(path)
		if rerr != nil {
			t.Logf("%-44s %v", name, rerr)
			if name != "libreoffice-writer-password.pdf" && name != "scanned-memo-no-text.pdf" {
				t.Errorf("%s: %v", name, rerr)
			}
			continue
		}
		text := proseText(src)
		if src.Meta.TitleMade {
			_, text, _ = strings.Cut(text, "\n")
		}
		got, ref := lower(text+strings.Join(src.Meta.Furniture, "\n")), lower(onceEach(string(want)))
		if err != nil || len(ref) < 50 {
			t.Logf("%-44s %5d words %4d ms %s | %s", name, len(got), took, src.Meta.Date, src.Meta.Title)
			continue
		}
		f, w := order(got, ref), held(got, ref)
		t.Logf("%-44s words %.3f order %.3f %4d ms %s | %s", name, w, f, took, src.Meta.Date, src.Meta.Title)
		if least := leastPDF[name]; w < cmp.Or(least, .97) {
			t.Errorf("%s: words %.3f", name, w)
		}
		sumOrder += f
		sumWords += w
		n++
	}
	if t.Logf("words %.3f, order %.3f of %.0f files", sumWords/n, sumOrder/n, n); sumWords/n < .98 || sumOrder/n < .88 {
		t.Error("want words .98, order .88")
	}
}

// leastPDF are those of which more than that is missing, and why it is.
var leastPDF = map[string]float64{
	"court-rectangles_yes.pdf": .94, // one page: the stamp of the court is dropped, as everywhere
	"doi-memo-2013-ocr.pdf":    .95, // a machine read it: pdftotext and we part its words differently
	"icdar-us-022.pdf":         .93, // running heads in letters set wide
	"testPDFVarious.pdf":       .88, // the same cells stand in two tables
}

// onceEach leaves the lines that stand on each page once, page numbers aside.
func onceEach(text string) string {
	key := func(l string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(l), func(r rune) bool { return !unicode.IsLetter(r) }), " ")
	}
	count := map[string]int{}
	for l := range strings.Lines(text) {
		count[key(l)]++
	}
	var b strings.Builder
	for l := range strings.Lines(text) {
		k := key(l)
		if strings.TrimSpace(k) == "" && len(strings.TrimSpace(l)) < 6 {
			continue // a number alone
		}
		if n := count[k]; n > 2 && len(k) > 3 {
			if count[k] = -1; n < 0 {
				continue
			}
		} else if n < 0 {
			continue
		}
		b.WriteString(l)
	}
	return b.String()
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
