package ui

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// hearing plays the program in linear mode, where all it has to say goes to out.
type hearing struct {
	*driver
	out *bytes.Buffer
}

func hear(t *testing.T, b book, files []string, w, h int) *hearing {
	t.Helper()
	out := &bytes.Buffer{}
	m := b.model(t, Options{Files: files, Linear: out})
	return &hearing{drive(t, m, m.Program(), w, h), out}
}

// keys presses keys and returns what was said.
func (x *hearing) keys(words string) string {
	x.out.Reset()
	x.press(words)
	return strings.ReplaceAll(x.out.String(), "\r\n", "\n")
}

func (x *hearing) says(keys string, words ...string) string {
	x.t.Helper()
	got := x.keys(keys)
	for _, w := range words {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), w) {
			x.t.Errorf("%s: %q is not said in:\n%s", keys, w, got)
		}
	}
	return got
}

// TestLinear: without a picture, every part of the program is told in words: once,
// in the order in which it happens.
func TestLinear(t *testing.T) {
	x := hear(t, shelf, []string{"a.md"}, 80, 24)
	tell(x.m)
	if got := x.out.String(); !strings.Contains(got, "Harris in Paris") || !strings.Contains(got, "Section 1 of ") {
		t.Errorf("at the start it says:\n%s", got)
	}
	x.says("]", "Section 2 of ", ": ", "¶")
	x.says("' B", "Background", "Australia cancelled")
	x.says("}", "¶")
	if got := x.says(")", "¶"); strings.Contains(got, "Section") || strings.Count(got, "\n") > 2 {
		t.Errorf("a sentence is said as\n%s", got)
	}
	x.says("T", "Timeline: 5 items", "EARLIER", "~Wed 10 Nov", "today, Thu 11 Nov", "You are on:")
	x.says("k", "4 of 5: ")
	x.says("enter", "Section ", "Conference on Libya")
	x.says("F", "Figures: 5 items", "PEOPLE", "Kamala Harris, Vice President")
	x.says("esc", "¶")
	x.says("t", "Contents: ", "Talking points")
	x.says("esc o", "Links and footnotes: ", "https://example.com/libya")
	x.says("esc / 'libya' enter", "Search: libya", "1 of ", "Libya")
	x.says("n", "2 of ")
	x.says("m", "mark: a letter or digit")
	x.says("a", "marked a")
	x.says("' a", "go to: a mark")
	x.says("?", "In the text", "line down")
	x.says(": 'next' down", "Action: next", "2 of ")
	x.says("esc y", "copied the paragraph")
	if x.keys("q"); !x.q {
		t.Error("q does not quit")
	}
}

// TestLinearTranscript holds what is heard against what was read.
func TestLinearTranscript(t *testing.T) {
	x := hear(t, shelf, []string{"a.md"}, 80, 24)
	tell(x.m)
	said := "" // what was said before tell is the engine's business
	for _, keys := range []string{"space", "]", "T", "j", "enter", "/ 'libya' enter", "o", "esc", "m a", "z M"} {
		said += "[" + keys + "]\n" + x.keys(keys)
	}
	golden.RequireEqual(t, []byte(said))
}

// TestLinearScrolls: a page says its lines, the next one goes on where it ended,
// and a line is said once.
func TestLinearScrolls(t *testing.T) {
	x := hear(t, shelf, []string{"b.md"}, 80, 24)
	all := x.out.String() + x.keys("space space space")
	for _, want := range []string{"Section 1 of 30: ", "Section 2 of 30: ", "Section 3 of 30: "} {
		if strings.Count(all, want) != 1 {
			t.Errorf("%q is said %d times in\n%s", want, strings.Count(all, want), all)
		}
	}
	if got := x.keys("j"); strings.Count(got, "\n") > 2 {
		t.Errorf("a line down says\n%s", got)
	}
	x.says("G", "Section 30 of 30")
}

// TestLinearLibrary: a library is a list, and what is opened is told from its top.
func TestLinearLibrary(t *testing.T) {
	x := hear(t, shelf, nil, 80, 24)
	if got := x.out.String(); !strings.Contains(got, "library: 3 briefings") || !strings.Contains(got, "1 of 3: ") {
		t.Errorf("at the start it says:\n%s", got)
	}
	x.says("j", "2 of 3: ")
	x.says("enter", "Section 1 of ")
	x.says("q", "3 briefings", "2 of 3: ")
	x.says("/ 'third' enter", "1 of 1: A third")
}

// TestLinearIsPlain: no box, no bar, no escape, whatever is pressed; the marking is
// said with every page.
func TestLinearIsPlain(t *testing.T) {
	marked := book{"m.md": "@date: 2021-11-09\n@marking: TLP:AMBER\n# Marked\n\n> A quotation.\n\n## Head\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\n- [ ] task\n\n" + strings.Repeat("Words of a paragraph.\n\n", 60)}
	x := hear(t, marked, []string{"m.md"}, 60, 20)
	said := x.out.String() + x.keys("space space G g T esc F esc I esc t esc o esc ? } { ) ( ] [ / 'words' enter n N esc 'za' za")
	if i := strings.IndexAny(said, "\x1b─━│▎▌█┃╭╮"); i >= 0 {
		t.Errorf("%q is drawn", said[max(i-40, 0):min(i+10, len(said))])
	}
	if n := strings.Count(said, "TLP:AMBER"); n < 5 {
		t.Errorf("the marking is said %d times", n)
	}
	for _, w := range []string{"> A quotation.", "b: d", "Section 1 of 1: Head"} {
		if !strings.Contains(said, w) {
			t.Errorf("%q is not said in\n%s", w, said)
		}
	}
}
