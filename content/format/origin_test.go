package format

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"readout/briefing"
)

// lineWords are words that name the line they stand on.
var lineWords = regexp.MustCompile(`L([0-9]+)x`)

// checkLines checks that every word which names its line comes from there.
func checkLines(t *testing.T, src briefing.Source, want int) {
	t.Helper()
	found := lineWords.FindAllSubmatchIndex(src.Markdown, -1)
	n := 0
	for _, at := range found {
		line, _ := strconv.Atoi(string(src.Markdown[at[2]:at[3]]))
		got := src.Origin.Line(src.Markdown, briefing.Pos(at[0]))
		if got == 0 && strings.HasPrefix(string(src.Markdown[:at[0]]), "# ") && strings.Count(string(src.Markdown[:at[0]]), "\n") == 0 {
			continue // the title stands where the head of the file says it
		}
		n++
		if got != line {
			t.Errorf("what stands on line %d comes from line %d", line, got)
		}
	}
	if n < want {
		t.Errorf("%d lines are known, want %d:\n%s", n, want, src.Markdown)
	}
}

// numbered puts the number of the line in place of each “Lx”.
func numbered(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], "Lx", fmt.Sprintf("L%dx", i+1))
	}
	return strings.Join(lines, "\n")
}

const originPage = `<!doctype html>
<html><head><title>Harbour talks</title>
<script>var a = "<p>no text</p>";
</script></head>
<body><main>
<h1>Harbour talks</h1>

<p>Words on Lx begin here and go on
for a second line,<br>
Lx after a break, with <b>bold</b> and <a href="https://example.org/">a link</a>.</p>
<!-- a comment
of two lines -->
<h2>Heading Lx</h2>
<ul>
<li>Item Lx</li>
<li>Item Lx
<ul><li>Inner Lx</li></ul></li>
</ul>
<blockquote><p>Quoted Lx</p>
<p>Again Lx</p></blockquote>
<table><tr><th>Head Lx</th><th>Two</th></tr>
<tr><td>Row Lx</td><td>b</td></tr>
<tr><td>Row Lx</td><td>c</td></tr></table>
<pre>
Code Lx
Code Lx
</pre>
<p>The last words stand on Lx.</p>
</main></body></html>
`

// Whatever has lines is opened at the right one by v: the words of a page, a mail,
// a rich text know the line of the file that they began on.
func TestOriginOfLines(t *testing.T) {
	t.Run("html", func(t *testing.T) {
		checkLines(t, convert("x.html", numbered(originPage), Options{}, 4096), 14)
	})
	t.Run("deep html", func(t *testing.T) {
		checkLines(t, convert("x.html", numbered("<html>"+strings.Repeat("<div><b>", 600)+"\n<p>Deep Lx\n<p>\nDeeper Lx\n"), Options{}, 4096), 2)
	})
	head := "From: a@example.org\nSubject: Lines\nMIME-Version: 1.0\n"
	t.Run("eml", func(t *testing.T) {
		checkLines(t, convert("x.eml", numbered(head+"\nFirst paragraph Lx\n\nSecond Lx\nThird Lx\n\n> Quoted Lx\n>> Deeper Lx\n> Quoted Lx\n\nAfter it Lx\n"), Options{}, 4096), 6)
	})
	t.Run("flowed", func(t *testing.T) {
		checkLines(t, convert("x.eml", numbered(head+"Content-Type: text/plain; format=flowed\n\nFirst paragraph Lx \ngoes on \nand on.\n\nSecond Lx\n"), Options{}, 4096), 2)
	})
	t.Run("quoted-printable", func(t *testing.T) {
		checkLines(t, convert("x.eml", numbered(head+"Content-Transfer-Encoding: quoted-printable\n\nFirst paragraph Lx goes =\non=2E\n\nSecond Lx\n"), Options{}, 4096), 2)
	})
	t.Run("parts", func(t *testing.T) {
		checkLines(t, convert("x.eml", numbered(head+"Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\nContent-Type: text/plain\n\nPlain Lx\n--b\nContent-Type: text/html\n\n<p>\nPage Lx\n<p>Page Lx\n--b\nContent-Type: message/rfc822\n\nSubject: Inner\nFrom: b@example.org\n\nForwarded Lx\n--b--\n"), Options{}, 4096), 4)
	})
	t.Run("base64", func(t *testing.T) {
		body := base64.StdEncoding.EncodeToString([]byte("Packed L6x\n\nand L6x"))
		checkLines(t, convert("x.eml", head+"Content-Transfer-Encoding: base64\n\n"+body+"\n", Options{}, 4096), 2)
	})
	t.Run("mbox", func(t *testing.T) {
		checkLines(t, convert("x.mbox", numbered("From a Mon\n"+head+"\nOne Lx\n\nFrom b Tue\n"+head+"\nTwo Lx\n\n>From the Lx\n"), Options{}, 4096), 3)
	})
	t.Run("rtf", func(t *testing.T) {
		src, err := readAll([]byte(numbered("{\\rtf1\\ansi\n{\\fonttbl{\\f0 Arial;}}\nWords of Lx go on\n and on.\\par\nSecond Lx\\line\nbroken\\par\n\\trowd\\cellx1\\cellx2 Row Lx\\cell b\\cell\\row\n\\trowd\\cellx1\\cellx2 Row Lx\\cell c\\cell\\row\n\\pard Last Lx\\par}")), readRtf)
		if err != nil {
			t.Fatal(err)
		}
		checkLines(t, src, 4)
	})
}

// What has no lines counts its paragraphs, an e-book its chapters.
func TestOriginOfParagraphs(t *testing.T) {
	src, err := readAll(wordFile(para("Opening words L1x of the first paragraph.")+para("")+para("Third L3x.")+tabled("a L4x|b", "c L6x|d")+listed("1", "0", "Item L8x")), readDocx)
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, src, 5)
	src, err = readAll(bookOf("<p>Chapter one L1x.</p>", "<h2>Chapter L2x</h2><p>Words L2x</p>"), readEpub)
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, src, 3)
}

// bookOf makes an e-book of the bodies of its chapters.
func bookOf(chapters ...string) []byte {
	items, spine := "", ""
	parts := []string{"mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`}
	for i, c := range chapters {
		items += fmt.Sprintf(`<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		spine += fmt.Sprintf(`<itemref idref="c%d"/>`, i)
		parts = append(parts, fmt.Sprintf("c%d.xhtml", i), "<html><body>"+c+"</body></html>")
	}
	return pack(append(parts, "b.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A book</dc:title></metadata><manifest>`+items+`</manifest><spine>`+spine+`</spine></package>`)...)
}
