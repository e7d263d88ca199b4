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
