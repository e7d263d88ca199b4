package content

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

const nasty = "../../shared/samples/nasty"

// judged is what is right for each hostile file: the format it is read as, or
// after “!” what the one line says. Of a broken PDF document whose words can be found
// the page is right; where there are none, the line.
const judged = `
MANIFEST.tsv text
ansi-fish_cc.txt text
ansi-indexed_256_colors.txt text
blns.txt text
d-ansi-clear-title.txt text
d-ansi-dcs-query.txt text
d-ansi-osc8.txt text
d-ansi-unterminated.txt text
d-bad-date.txt text
d-date-inline-body.txt text
d-dates-ambiguous.txt text
d-docx-bomb-192mb.docx ! larger than 64 MB
d-docx-deep.docx ! more than 256 elements deep
d-docx-laughs.docx ! document type declaration
d-docx-zipslip.docx docx
d-empty.txt ! the file is empty
d-env-dateline.txt text
d-env-hashtags.txt text
d-env-repeated-headline.txt text
d-env-section.txt text
d-env-trailer.txt text
d-env-upi.txt text
d-gz-as-txt.txt text
d-html-deep.html html
d-html-unclosed.html html
d-long-word-1mb.txt text
d-md-brackets.md markdown
d-md-deep-quote.md markdown
d-md-html-script.md markdown
d-md-unclosed-frontmatter.md markdown
d-no-date.txt text
d-only-title.txt text
d-pdf-as-txt.txt pdf
d-pdf-junk-prefix.pdf pdf
d-pdf-truncated.pdf ! cut off
d-seed-bad-utf8.txt text
d-seed-controls.txt text
d-seed-cr.txt text
d-seed-crlf.txt text
d-seed-formfeed-pages.txt text
d-seed-macroman.txt text
d-seed-mojibake.txt text
d-seed-nfd.txt text
d-seed-softhyphen.txt text
d-seed-utf16be-bom.txt text
d-seed-utf16le-bom.txt text
d-seed-utf16le-nobom.txt text
d-seed-zwsp.txt text
d-txt-as-docx.docx text
d-txt-as-pdf.pdf text
d-whitespace.txt ! nothing but white space
droste.zip ! a zip archive
enc-UTF-16-bom-utf-16-be.srt text
enc-UTF-16-bom-utf-16-le.srt text
enc-UTF-16BE-nobom-utf16be.txt text
enc-UTF-32-bom-utf-32-le.srt text
enc-cp1252-_ude_1.txt text
enc-cp1252-github_bug_9.txt text
expected.json text
poi-51921-Word-Crash067.docx ! no words in it
poi-ExternalEntityInText.docx ! document type declaration
poi-clusterfuzz-testcase-minimized-POIXWPFFuzzer-6120975439364096.docx docx
pdfjs-GHOSTSCRIPT-698804-1-fuzzed.pdf ! nothing can be read
pdfjs-Pages-tree-refs.pdf pdf
pdfjs-empty_protected.pdf ! without words
pdfjs-helloworld-bad.pdf pdf
pdfjs-poppler-67295-0.pdf pdf
pdfjs-poppler-742-0-fuzzed.pdf ! nothing can be read
pdfjs-poppler-85140-0.pdf ! nothing can be read
pdfjs-poppler-91414-0-54.pdf pdf
pdfjs-poppler-937-0-fuzzed.pdf ! nothing can be read
pp-empty.pdf ! the file is empty
qpdf-append-xref-loop.pdf pdf
qpdf-bad1.pdf text
qpdf-bad13.pdf pdf
qpdf-bad24.pdf pdf
quine.gz ! a gzip archive
quoted-printable-invalid.raw eml
testWORD_truncated.docx ! cut off or damaged
testXXE.xml ! an XML file
truncated-utf16-xml.xyz ! an XML file
`

// Every hostile file ends in a page or in one line, soon and in little memory, and
// each as judged.
func TestNasty(t *testing.T) {
	files, _ := filepath.Glob(nasty + "/*")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	right := map[string]string{}
	for line := range strings.Lines(judged) {
		name, want, _ := strings.Cut(strings.TrimSpace(line), " ")
		right[name] = want
	}
	for _, path := range files {
		start := processorTime()
		got := ""
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d, err := Open(path, Options{})
		if err == nil {
			src, e := d.Read(context.Background())
			if err = e; err == nil && len(src.Markdown) == 0 {
				t.Errorf("%s: an empty page", path)
			}
			got = src.Meta.Format
		}
		want, known := right[filepath.Base(path)]
		line, fails := strings.CutPrefix(want, "! ")
		switch {
		case !known:
			t.Errorf("%s: nobody has judged it; it gives %q, %v", path, got, err)
		case fails && (err == nil || !strings.Contains(err.Error(), line)):
			t.Errorf("%s: %v, want a line with %q", path, err, line)
		case !fails && (err != nil || got != want):
			t.Errorf("%s: read as %q, %v, want %s", path, got, err, want)
		}
		runtime.ReadMemStats(&after)
		if err != nil && (strings.ContainsAny(err.Error(), "\n\x1b") || !strings.HasPrefix(err.Error(), "open ")) {
			t.Errorf("%s: %q", path, err)
		}
		if took := processorTime() - start; took > 5*time.Second {
			t.Errorf("%s takes %v", path, took)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 400<<20 {
			t.Errorf("%s allocates %d MB", path, n>>20)
		}
	}
}

// processorTime is what the process has used: how busy the machine is does not count.
func processorTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// What is known of the hostile files: their title and their date.
func TestNastyTitleDate(t *testing.T) {
	j, err := os.ReadFile(nasty + "/expected.json")
	if err != nil {
		t.Skip("no samples beside the repository")
	}
	var expected struct {
		Same      []string              `json:"same_as_seed"`
		TitleDate map[string][2]*string `json:"title_date"`
	}
	if err := json.Unmarshal(j, &expected); err != nil {
		t.Fatal(err)
	}
	for name, want := range expected.TitleDate {
		m := read(t, filepath.Join(nasty, name), Options{}).Meta
		if date := want[1]; date == nil && !m.Date.IsZero() || date != nil && m.Date.String() != *date {
			t.Errorf("%s: date %q from %q", name, m.Date, m.DateFrom)
		}
		if title := want[0]; title == nil && !m.TitleMade || title != nil && m.Title != *title {
			t.Errorf("%s: title %q, made %v", name, m.Title, m.TitleMade)
		}
	}
	seed := read(t, nasty+"/../paris.txt", Options{})
	for _, name := range expected.Same {
		src := read(t, filepath.Join(nasty, name), Options{})
		want := string(seed.Markdown)
		if strings.Contains(name, "nfd") {
			want = strings.ReplaceAll(want, "Macron", "Mâcron")
		}
		if string(src.Markdown) != want || src.Meta.Date != seed.Meta.Date {
			t.Errorf("%s is not the seed", name)
		}
	}
}
