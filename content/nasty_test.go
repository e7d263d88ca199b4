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

// Every hostile file ends in a page or in one line, soon and in little memory.
func TestNasty(t *testing.T) {
	files, _ := filepath.Glob(nasty + "/*")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	for _, path := range files {
		start := processorTime()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d, err := Open(path, Options{})
		if err == nil {
			src, e := d.Read(context.Background())
			if err = e; err == nil && len(src.Markdown) == 0 {
				t.Errorf("%s: an empty page", path)
			}
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
