package content

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"readout/briefing"
)

const docxSamples = "../../shared/samples/docx"

// explained are the documents on which pandoc's reading and ours differ, and why.
var explained = map[string]string{
	"docling-docx_comments":                   "pandoc takes the title out of the text",
	"docling-textbox":                         "pandoc drops text boxes",
	"docling-unit_test_headers_numbered":      "pandoc drops the numbers of headings",
	"docling-word_sample":                     "pandoc takes the title and the author out of the text",
	"mammoth-text-box":                        "pandoc drops text boxes",
	"poi-FldSimple":                           "pandoc drops the results of fields",
	"tika-testWORD_numbered_list":             "pandoc writes numbers of several parts as 1., 2.",
	"tika-testWORD_phonetic":                  "pandoc drops ruby",
	"tika-testWORD_tableInRunInsideParagraph": "pandoc drops the text box with the first table",
	"tika-testWORD_text_box":                  "pandoc drops text boxes",
	"tika-testWORD_various":                   "pandoc drops text boxes",
}

// prose is what a reader reads of Markdown, word by word, without the notes that
// reviewers left and what pictures show, and the words of its headings.
func prose(md string) (words, heads []string) {
	md = regexp.MustCompile(`(?s)<!--.*?-->`).ReplaceAllString(md, "")
	md = regexp.MustCompile(`!\[[^]]*\]\(\)`).ReplaceAllString(md, "")
	split := func(s string) []string {
		return strings.FieldsFunc(s, notWord)
	}
	src := []byte(md)
	pieces, state := briefing.Cut(src, briefing.State{}, true)
	var walk func([]briefing.Block)
	walk = func(blocks []briefing.Block) {
		for _, b := range blocks {
			if b.Kind == briefing.Note && strings.HasPrefix(b.Label, "c") {
				continue
			}
			if b.Leaf != nil {
				w := split(b.Leaf.Prose)
				words = append(words, w...)
				if b.Kind == briefing.Heading {
					heads = append(heads, strings.Join(w, " "))
				}
			}
			walk(b.Blocks)
		}
	}
	for _, p := range pieces {
		walk(briefing.Parse(src, p, state.Refs))
	}
	return words, heads
}

// f1 compares two lists as bags.
func f1(got, want []string) float64 {
	if len(got) == 0 && len(want) == 0 {
		return 1
	}
	n := map[string]int{}
	for _, w := range want {
		n[w]++
	}
	same := 0
	for _, w := range got {
		if n[w]--; n[w] >= 0 {
			same++
		}
	}
	return 2 * float64(same) / float64(len(got)+len(want))
}

func triples(w []string) (t []string) {
	if len(w) < 3 {
		return w
	}
	for i := 2; i < len(w); i++ {
		t = append(t, strings.Join(w[i-2:i+1], " "))
	}
	return t
}

// DOCX against what people say stands in it, and against pandoc's reading.
func TestDocxSamples(t *testing.T) {
	files, _ := filepath.Glob(docxSamples + "/*.docx")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	var order, heading []float64
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".docx")
		d, err := Open(path, Options{})
		if err != nil {
			t.Logf("%-45s %v", name, err)
			continue
		}
		src, err := d.Read(context.Background())
		if err != nil {
			t.Logf("%-45s %v", name, err)
			continue
		}
		if len(src.Markdown) == 0 {
			t.Errorf("%s: an empty page", name)
		}
		got, heads := prose(string(src.Markdown))
		if src.Meta.TitleMade {
			made, _ := prose("# " + src.Meta.Title)
			got, heads = got[len(made):], heads[1:]
		}
		line := fmt.Sprintf("%-45s", name)
		if b, err := os.ReadFile(docxSamples + "/groundtruth/" + name + ".docx.md"); err == nil {
			want, wantHeads := prose(string(b))
			title, _ := prose("# " + src.Meta.Title) // which is measured apart
			heads, wantHeads = without(heads, strings.Join(title, " ")), without(wantHeads, strings.Join(title, " "))
			o, h := f1(triples(got), triples(want)), f1(heads, wantHeads)
			order, heading = append(order, o), append(heading, h)
			line += fmt.Sprintf(" truth: order %.3f headings %.3f", o, h)
		}
		if b, err := os.ReadFile(docxSamples + "/expected/" + name + ".md"); err == nil {
			want, _ := prose(string(b))
			o := f1(triples(got), triples(want))
			line += fmt.Sprintf(" pandoc: order %.3f", o)
			if o < .95 {
				line += "  " + explained[name]
				if _, ok := explained[name]; !ok {
					t.Errorf("%s: order %.3f against pandoc, and no reason", name, o)
				}
			}
		}
		t.Log(line)
	}
	t.Logf("truth: order %.3f, headings %.3f", mean(order), mean(heading))
	if mean(order) < .98 || mean(heading) < .98 {
		t.Error("less than it was")
	}
}

func without(list []string, s string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == s })
}

func mean(v []float64) (m float64) {
	for _, x := range v {
		m += x / float64(len(v))
	}
	return m
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
}
