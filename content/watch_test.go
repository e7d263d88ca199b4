package content

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWatch: a file that is written, or replaced by another, is told; one that
// is only read, or that is no longer looked at, is not.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(a, "one")
	write(b, "one")
	w := NewWatcher()
	w.Look(b)
	w.Look(a)
	time.Sleep(100 * time.Millisecond) // for the system to begin to watch
	told := func() string {
		select {
		case p := <-w.Changes:
			return p
		case <-time.After(10 * time.Second):
			return "nothing"
		}
	}
	write(b, "two and more")
	write(a, "two and more")
	if got := told(); got != a {
		t.Errorf("told %s, want %s", got, a)
	}
	write(filepath.Join(dir, "c"), "three, by another file")
	if err := os.Rename(filepath.Join(dir, "c"), a); err != nil {
		t.Fatal(err)
	}
	if got := told(); got != a {
		t.Errorf("told %s, want %s", got, a)
	}
	w.Look("-")
}
