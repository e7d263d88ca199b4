package format

import (
	"strings"
	"testing"
)

// Emphasis that ends at a break ends before it, or its marks would be read.
func TestEmphasisAtBreaks(t *testing.T) {
	for in, want := range map[string]string{
		"<p><b>One<br></b><b>two</b> three</p>":                                                    "**One**\\\n**two** three\n",
		"<p><a href='https://a.b/'><b>One<br/>\n</b></a><b><a href='https://c.d/'>two</a></b></p>": "**One**\\\n**[two](https://c.d/)**\n",
		"<p><b><i>One<br></i></b>two</p>":                                                          "***One***\\\ntwo\n",
		"<p><b><br></b>two</p>":                                                                    "two\n",
		"<p>a<b><br></b>two</p>":                                                                   "a\\\ntwo\n",
	} {
		src := convert("x.eml", "From: a@b.c\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n"+in, Options{}, 4096)
		_, got, _ := strings.Cut(string(src.Markdown), "\n\n")
		if got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

// Who took a picture is read and gives no facts, and a caption that stands twice is
// read once.
func TestCredits(t *testing.T) {
	long := strings.Repeat("<p>The ministers agreed on Tuesday to open the crossing for lorries, officials on both sides said.</p>\n", 1)
	src := convert("x.html", "<html><body><article><h1>The crossing opens</h1>"+long+
		`<figure><img src="a.jpg"><figcaption>Lorries wait at the crossing on Sunday. <span class="credit">Ann Roe/Anadolu</span></figcaption></figure>
<div class="caption-wrap"><p>Lorries wait at the crossing on Sunday.</p><p>Bob Lee/Pool via Getty Images</p></div>
<p>She had bought the pictures from Getty Images, she said, and from nobody else in the trade.</p></article></body></html>`, Options{}, 4096)
	md := string(src.Markdown)
	if n := strings.Count(md, "Lorries wait"); n != 1 {
		t.Errorf("the caption stands %d times:\n%s", n, md)
	}
	for words, want := range map[string]bool{"Ann Roe": true, "Bob Lee": true, "Lorries wait": false, "She had bought": false} {
		if got := silent(src, words); got != want {
			t.Errorf("%q gives no facts: %v\n%s", words, got, md)
		}
	}
}
