package lang

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// corpus reads the documents of a file of the corpora, one a line, and skips the test
// where it is not beside the repository.
func corpus[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join("../../../shared/corpora", filepath.FromSlash(path)))
	if err != nil {
		t.Skip("no corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var out []T
	for lines.Scan() {
		var d T
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
