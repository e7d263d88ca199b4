package format

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"readout/briefing"
	"readout/content/clean"
)

// convert reads a whole text as a format does that gets it in portions.
func convert(name, text string, opt Options, portion int) briefing.Source {
	b := clean.Bytes([]byte(text))
	f, err := Pick(b[:min(len(b), clean.Head)], name, opt)
	if err != nil {
		panic(err)
	}
	o := NewOut(len(b))
	o.Meta.Format = f.Name
	if f.New == nil {
		if err := f.whole(context.Background(), o, []byte(text), name, opt); err != nil {
			panic(err)
		}
		return o.Source()
	}
	c := f.New(o, name, opt)
	first := true
	for {
		n := min(portion, len(b))
		if first {
			n = min(clean.Head, len(b))
			first = false
		}
		c.Convert(b[:n], n == len(b))
		if b = b[n:]; len(b) == 0 {
			return o.Source()
		}
	}
}

// wordsOf are the runs of letters and digits of s.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) })
}

// proseOf is what a reader reads of a source: its leaves, and the numbers of its
// lists.
func proseOf(src briefing.Source) []string {
	var words []string
	pieces, state := briefing.Cut(src.Markdown, briefing.State{}, true)
	var walk func([]briefing.Block)
	walk = func(blocks []briefing.Block) {
		for _, b := range blocks {
			if b.Kind == briefing.Item && b.Ordered {
				words = append(words, wordsOf(string(itoa(b.Start)))...)
			}
			if b.Leaf != nil {
				words = append(words, wordsOf(b.Leaf.Prose)...)
			}
			walk(b.Blocks)
		}
	}
	for _, p := range pieces {
		walk(briefing.Parse(src.Markdown, p, state.Refs))
	}
	if src.Meta.TitleMade {
		words = words[len(wordsOf(src.Meta.Title)):]
	}
	return words
}

func itoa(n int) []byte {
	if n < 10 {
		return []byte{byte('0' + n)}
	}
	return append(itoa(n/10), byte('0'+n%10))
}

// checkWords: the words of a plain text are those of title, metadata, list marks,
// prose and furniture, nothing lost, nothing twice, and the prose in its order.
func checkWords(t *testing.T, text string, src briefing.Source) {
	t.Helper()
	file := wordsOf(string(clean.Bytes([]byte(text))))
	left := map[string]int{}
	for _, w := range file {
		left[w]++
	}
	take := func(where string, words []string) {
		for _, w := range words {
			if left[w]--; left[w] < 0 {
				t.Errorf("%s: %q is not in the file so often", where, w)
				left[w] = 0
			}
		}
	}
	prose := proseOf(src)
	take("prose", prose)
	i := 0
	for _, w := range file {
		if i < len(prose) && prose[i] == w {
			i++
		}
	}
	if i < len(prose) {
		t.Errorf("prose is out of order from word %d, %q", i, prose[i])
	}
	m := src.Meta
	take("tags", wordsOf(strings.Join(m.Tags, " ")))
	for _, f := range m.Furniture {
		take("furniture", wordsOf(f))
	}
	for _, f := range m.More {
		take(f.Name, wordsOf(f.Value))
		switch f.Name {
		case "Date", "Dateline", "Section", "Release", "Time", "Place": // ours
		default:
			take("name", wordsOf(f.Name))
		}
	}
	for _, p := range m.Portions {
		take("portion", wordsOf(p.Mark))
	}
	take("from", wordsOf(m.From))
	take("to", wordsOf(m.To))
	take("source", wordsOf(m.Source))
	if m.Subject != m.Title {
		take("subject", wordsOf(m.Subject))
	}
	whole := strings.Join(prose, " ")
	for _, mark := range splitMarks(m.Marking) {
		w := wordsOf(mark)
		quoted := strings.Contains(whole, strings.Join(w, " ")) // a line of its own, or terms that stand in the prose
		if !quoted || isCaps([]byte(mark)) && !slices.ContainsFunc(w, func(w string) bool { return left[w] <= 0 }) {
			take("marking", w)
		}
	}
	if m.DateFrom == "first line" || strings.HasPrefix(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")), "date ") {
		left["date"] = max(0, left["date"]-1)
		if m.DateFrom == "first line" {
			take("date", wordsOf(m.Date.String()))
		}
	}
	for w, n := range left {
		switch strings.ToLower(w) {
		case "subject", "subj", "re", "to", "from", "memorandum", "for", "source", "date", "dated", "sent", "classification", "marking", "handling":
			continue // names of fields that the metadata has by name
		case "o":
			continue // a bullet
		}
		if n > 0 {
			t.Errorf("%q is lost, %d times", w, n)
		}
	}
}

// Nothing of the samples is lost, whatever their shape.
func TestNoWordIsLost(t *testing.T) {
	dirs, _ := filepath.Glob("../../../shared/samples/news/*.txt")
	more, _ := filepath.Glob("../../../shared/corpora/briefings/news/*.txt")
	if dirs = append(dirs, more...); len(dirs) == 0 {
		t.Skip("no samples beside the repository")
	}
	for _, path := range append(dirs, "../../../shared/samples/paris.txt") {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			checkWords(t, string(raw), convert(path, string(raw), Options{}, 4096))
		})
	}
}
