package page

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

var allowed = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;(id=[0-9A-Za-z]*)?;((https?://|mailto:)[!-~]+)?\x07`)

// harmful returns what a line holds that no line may hold, "" for nothing. It
// shares no code with Vet.
func harmful(line string) string {
	rest := allowed.ReplaceAllString(line, "")
	if !utf8.ValidString(rest) {
		return "bytes that are no text"
	}
	for _, r := range rest {
		switch {
		case r < 0x20, r == 0x7f, r >= 0x80 && r < 0xa0:
			return fmt.Sprintf("control %U", r)
		case strings.ContainsRune("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029", r):
			return fmt.Sprintf("override %U", r)
		case r >= 0xe0000 && r <= 0xe007f:
			return fmt.Sprintf("tag %U", r)
		}
	}
	if strings.Count(line, "\x1b]8;")%2 != 0 {
		return "a link that does not end"
	}
	return ""
}

// attacks are sequences that a document must not get to a terminal.
var attacks = []string{
	"\x1b[2J", "\x1b[31m", "\x1b[?1049h", "\x1b[6n", "\x1b[>4;1m", "\x1b[1;1H", "\x1b[38;5;9", "\x1b",
	"\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;file:///etc/passwd\x07x\x1b]8;;\x07",
	"\x1b]8;;javascript:alert(1)\x07x\x1b]8;;\x07", "\x1b]8;;http://\x1b]52;c;AA==\x07", "\x1b]1337;File=:AA==\x07", "\x1b]8;id=a;http://x.org\x07",
	"\x1bP+q544e\x1b\\", "\x1bPq#0;2;0;0;0~\x1b\\", "\x1b_Gi=1;AA\x1b\\", "\x1b^private\x1b\\", "\x1bXstring\x1b\\", "\x1bc", "\x1b(0", "\x1b#8", "\x1b7", "\x1bM",
	"\u009b31m", "\x9b31m", "\u009d0;title\u009c", "\x9d0;title\x9c", "\u0090q\u009c", "\x90q\x9c", "\u0085", "\x84",
	"\x00", "\x07", "\x08\x08\x08", "\r", "\x0b", "\x0c", "\x0e", "\x7f", "\x05",
	"\u202e", "\u202d", "\u2066", "\u2067", "\u2068", "\u202a", "\u202b", "\u200e", "\u200f", "\u061c", "\u2028", "\u2029", "\U000e0041\U000e0042",
	"&#27;[2J", "&#x1b;]52;c;AA==&#7;", "&#155;31m", "&#x9b;31m", "&#8238;", "&#x202e;", "&#x2067;", "&#7;", "&#8;", "&#13;", "&#10;&#10;", "&#0;", "&#x90;q&#x9c;", "&rlm;", "&lrm;", "&#xe0041;",
	`\` + "\x1b[2J", "%1b[2J", "&amp;#27;[2J", "&NewLine;&Tab;",
}

// places are where an attack may stand in Markdown.
var places = []string{
	"text %s text", "# head %s", "Setext %s\n===\n", "**bold %s** *em %s*", "`code %s`", "[link %s](http://x.org/%s)", "[link](javascript:%s)", "[link](<http://x.org/%s>)",
	"<http://x.org/%s>", "![alt %s](http://x.org/%s)", "- item %s\n- b", "1. item %s", "> quote %s", "| a %s | b |\n|---|---|\n| c %s | d |", "```\ncode %s\n```", "```go %s\ncode %s\n```", "```%s\nx\n```",
	"    indented %s", "<div>%s</div>", "<!-- %s -->\n\ntext", "Term %s\n: Description %s", "text[^%s]\n\n[^%s]: note %s", "text[^1]\n\n[^1]: note %s", "[a][r]\n\n[r]: http://x.org/%s", "- [ ] task %s", "~~struck %s~~", "%s", "a<br title=\"%s\">b",
}

// TestNothingHostileReachesTheScreen puts every attack into every place.
func TestNothingHostileReachesTheScreen(t *testing.T) {
	for _, place := range places {
		for _, attack := range attacks {
			md := strings.ReplaceAll(place, "%s", attack)
			for _, b := range parse([]byte(md)) {
				for _, w := range []int{20, 72} {
					for _, l := range Layout(&b, w, Dark()) {
						if h := harmful(l.Text); h != "" {
							t.Errorf("%q: %s in %q", md, h, l.Text)
						}
						if n := ansi.StringWidth(l.Text); n > w {
							t.Errorf("%q: %d cells at %d: %q", md, n, w, l.Text)
						}
					}
				}
			}
			pieces, s := briefing.Cut([]byte(md), briefing.State{}, true)
			var out strings.Builder
			if err := Render(&out, []byte(md), pieces, s.Refs, briefing.Range{}, 72, Dark(), LinksPrinted, nil); err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(out.String(), "\n") {
				if h := harmful(line); h != "" || strings.Contains(line, "\x1b") {
					t.Errorf("%q: written out as %q", md, line)
				}
			}
		}
	}
}

func TestVetKeepsStylesAndLinks(t *testing.T) {
	for _, s := range []string{
		"plain", "Zürich, 東京, 👩‍👩‍👧", "\x1b[1;38;2;1;2;3mbold\x1b[m", "\x1b[4:3mcurly\x1b[0m",
		ansi.SetHyperlink("https://example.org/a?b=c", "id=x1") + "link" + ansi.ResetHyperlink(),
		ansi.SetHyperlink("mailto:a@b.org") + "mail" + ansi.ResetHyperlink(),
	} {
		if got := Vet(s); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
	for _, c := range []struct{ in, out string }{
		{"a\x1b[2Jb", "ab"}, {"a\x1b]52;c;AA==\x07b", "ab"}, {"a\u202eb", "ab"}, {"a\u009b31mb", "a31mb"},
		{"\x1b]8;;file:///x\x07b\x1b]8;;\x07", "b"}, {"\x1b[>4mb", "b"}, {"tab\there", "tabhere"},
		{"\x1b]8;;http://x.org\x07open", "\x1b]8;;http://x.org\x07open\x1b]8;;\x07"},
		{"\x1b]8;id=a:b=;http://x.org/\u00e9\x1b\\y\x1b]8;;\x1b\\", "\x1b]8;id=a;http://x.org/%C3%A9\x07y\x1b]8;;\x07"},
	} {
		if got := Vet(c.in); got != c.out {
			t.Errorf("%q becomes %q, not %q", c.in, got, c.out)
		}
	}
}

func TestAddress(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"https://example.org/a b", "https://example.org/a%20b"}, {"HTTP://example.org", "http://example.org"}, {"mailto:a@b.org", "mailto:a@b.org"},
		{"https://example.org/\u202ex", "https://example.org/x"}, {"http://x.org/\x1b]52", "http://x.org/]52"},
		{"javascript:alert(1)", ""}, {"file:///etc/passwd", ""}, {"java\tscript:x", ""}, {"//x.org", ""}, {"http:x", ""}, {"http://", ""}, {"data:text/html,x", ""}, {"#a", ""}, {"ht\x00tp://x.org", "http://x.org"},
		{"http://" + strings.Repeat("x", 3000), ""},
	} {
		if got := Address(c.in); got != c.out {
			t.Errorf("%q becomes %q, not %q", c.in, got, c.out)
		}
	}
}

func FuzzVet(f *testing.F) {
	for _, a := range attacks {
		f.Add("x" + a + "y")
	}
	f.Add("x\x1b]8;id=a;htTp://x\x0eorg\ay")
	f.Fuzz(func(t *testing.T, s string) {
		v := Vet(s)
		if h := harmful(v); h != "" {
			t.Fatalf("%q leaves %s in %q", s, h, v)
		}
		if again := Vet(v); again != v {
			t.Fatalf("%q becomes %q, and that %q", s, v, again)
		}
	})
}
