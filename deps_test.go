package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows are the only imports between our packages, sub-packages included, and
// what each may not use of the rest.
var arrows = []struct {
	from   string
	may    []string // our packages
	never  []string // everyone else's, by prefix
	reason string
}{
	{"briefing/lang", []string{"briefing/lang"}, []string{"os", "net", "charm.land/", "github.com/charmbracelet/", "github.com/yuin/"}, "the engine takes strings and gives spans"},
	{"briefing", []string{"briefing"}, []string{"os", "net", "charm.land/", "github.com/charmbracelet/"}, "the same in and out"},
	{"content", []string{"content", "briefing"}, []string{"charm.land/", "github.com/charmbracelet/"}, "where briefings come from, not how they look"},
	{"ui", []string{"ui", "briefing"}, []string{"os/exec", "net/http"}, "what is shown comes from briefing, handed in by main"},
}

func TestArrows(t *testing.T) {
	seen := map[string]int{}
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasPrefix(string(src), "//go:build ignore") {
			return nil // a generator
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		for _, a := range arrows {
			if dir != a.from && !strings.HasPrefix(dir, a.from+"/") {
				continue
			}
			seen[a.from]++
			for _, imp := range f.Imports {
				p, _ := strconv.Unquote(imp.Path.Value)
				if own, ok := strings.CutPrefix(p, "readout/"); ok {
					if !within(own, a.may) || a.from == "content" && own == "briefing/lang" || a.from == "ui" && own == "briefing/lang" {
						t.Errorf("%s imports %s: %s", path, p, a.reason)
					}
					continue
				}
				for _, n := range a.never {
					if p == n || strings.HasPrefix(p, strings.TrimSuffix(n, "/")+"/") {
						t.Errorf("%s imports %s: %s", path, p, a.reason)
					}
				}
			}
			return nil
		}
		if dir == "." {
			return nil
		}
		t.Errorf("%s stands in no package of the design", path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range arrows {
		if seen[a.from] == 0 {
			t.Errorf("no file of %s seen", a.from)
		}
	}
}

func within(own string, may []string) bool {
	for _, m := range may {
		if own == m || strings.HasPrefix(own, m+"/") {
			return true
		}
	}
	return false
}

// TestOneUserOfGlamour: only ui/page knows Glamour.
func TestOneUserOfGlamour(t *testing.T) {
	users := map[string]bool{}
	_ = filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			b, _ := os.ReadFile(path)
			if strings.Contains(string(b), `"charm.land/glamour/`) {
				users[filepath.ToSlash(filepath.Dir(path))] = true
			}
		}
		return nil
	})
	if len(users) != 1 || !users["ui/page"] {
		t.Errorf("users of Glamour: %v, want ui/page alone", users)
	}
}
