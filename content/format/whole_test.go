package format

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata/whole is a document of a format that is read whole and
// what is made of it. One that is a container stands there by its parts.
func TestWholeFormats(t *testing.T) {
	files, _ := filepath.Glob("testdata/whole/*.txtar")
	if len(files) < 6 {
		t.Fatal("no testdata")
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name, raw, left := document(a)
			o := NewOut(0)
			f, ok := Sniff(raw, Options{})
			if !ok {
				f, _ = Pick(raw, name, Options{})
			}
			if o.Meta.Format = f.Name; "."+f.Name != filepath.Ext(name) {
				t.Errorf("it is taken for %s", f.Name)
			}
			if err := f.whole(context.Background(), o, raw, name, Options{}); err != nil {
				t.Fatal(err)
			}
			src := o.Source()
			sound(t, src)
			got := dump(src)
			if *update {
				a.Files = append(a.Files[:len(a.Files)-len(left)], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(left) != 1 || got != string(left[0].Data) {
				t.Errorf("got\n%s\nwant\n%s", got, left)
			}
		})
	}
}

// document is the file of an archive: the first, or a container of all that stand
// in a folder of its name.
func document(a *txtar.Archive) (name string, raw []byte, left []txtar.File) {
	name, _, packed := strings.Cut(a.Files[0].Name, "/")
	if !packed {
		return name, a.Files[0].Data, a.Files[1:]
	}
	var parts []string
	for i, f := range a.Files {
		part, ok := strings.CutPrefix(f.Name, name+"/")
		if !ok {
			left = a.Files[i:]
			break
		}
		data := string(f.Data)
		if part == "mimetype" {
			data = strings.TrimSpace(data)
		}
		parts = append(parts, part, data)
	}
	return name, pack(parts...), left
}
