package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing"
)

// The editor gets a text file itself, at the line that the place came from; of what
// is no text it gets a copy to read, which bears the marking and is gone afterwards.
func TestEdit(t *testing.T) {
	dir := t.TempDir()
	said := filepath.Join(dir, "said")
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", `sh -c 'echo "$1" "$2" >'"'"'`+said+`'"'"'; cat "$2" >>'"'"'`+said+`'"'"'' sh`)
	run := func(name string, src briefing.Source, at briefing.Pos) (string, string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("one\ntwo\nthree\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		e, note, err := Edit(path, src, at)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Run(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(said)
		if err != nil {
			t.Fatal(err)
		}
		return string(b), note
	}
	src := briefing.Source{Markdown: []byte("# T\n\none\n\nthree\n"), Origin: briefing.LineMap{{At: 0, Line: 0}, {At: 5, Line: 1}, {At: 10, Line: 3}}}
	src.Meta.Format = "text"
	got, note := run("a.txt", src, 10)
	if !strings.HasPrefix(got, "+3 "+filepath.Join(dir, "a.txt")+"\n") || note != "" {
		t.Errorf("a text file: %q, %q", got, note)
	}
	src.Meta = briefing.Meta{Format: "docx", Title: "T", Marking: "SECRET"}
	got, note = run("a.docx", src, 10)
	first, shown, _ := strings.Cut(got, "\n")
	if !strings.HasPrefix(first, "+10 ") || !strings.HasSuffix(first, "a.docx.md") || strings.Split(shown, "\n")[9] != "three" || !strings.Contains(shown, "marking: \"SECRET\"") && !strings.Contains(shown, "marking: SECRET") {
		t.Errorf("a Word document: %q", got)
	}
	if !strings.Contains(note, "nothing goes back to a.docx") {
		t.Errorf("the note is %q", note)
	}
	if _, err := os.Stat(strings.Fields(first)[1]); err == nil {
		t.Error("the copy is still there")
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "a.docx")); string(b) != "one\ntwo\nthree\n" {
		t.Error("the document was written")
	}
}
