package train

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"readout/briefing/lang"
)

func files(t *testing.T, pattern string) []File {
	t.Helper()
	paths, _ := filepath.Glob(pattern)
	if paths == nil {
		t.Skipf("%s: the corpora are not beside the repository", pattern)
	}
	var out []File
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, File{filepath.Base(p), b})
	}
	return out
}

// The table was made with these parameters, from these lists and corpora.
func TestHeader(t *testing.T) {
	corpora := files(t, "../../../../shared/corpora/names/*.jsonl")
	b, err := os.ReadFile("../names.bin")
	if err != nil {
		t.Fatal(err)
	}
	if want := header(files(t, "../gazetteer/*.txt"), corpora); !bytes.HasPrefix(b[:lang.HeaderSize], []byte(want)) {
		t.Errorf("names.bin was made with\n%swant\n%s(go generate ./briefing/lang)", bytes.TrimRight(b[:lang.HeaderSize], "\x00"), want)
	}
}

// Learning again gives the same bytes. It takes half a minute: REBUILD=1 asks for it.
func TestRebuild(t *testing.T) {
	if os.Getenv("REBUILD") == "" {
		t.Skip("REBUILD is not set")
	}
	corpora := files(t, "../../../../shared/corpora/names/*.jsonl")
	want, err := os.ReadFile("../names.bin")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Names(files(t, "../gazetteer/*.txt"), corpora)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("names.bin is not what its lists and corpora give: go generate ./briefing/lang")
	}
}

// A few sentences teach the table their names, twice the same bytes.
func TestNamesOfAFewSentences(t *testing.T) {
	lists := []File{}
	for _, n := range []string{"firstnames", "worldfirstnames", "localefirstnames", "surnames", "localesurnames", "countries", "regions", "cities", "largecities", "bodies", "demonyms", "roles", "titles", "bodyheads", "placeheads", "known", "saying"} {
		lists = append(lists, File{n + ".txt", []byte("# none\nzzz\n")})
	}
	corpus := File{"a.jsonl", bytes.Repeat([]byte(`{"doc_id":"1","fold":1,"text":"Ann met Bob in Rome.\nBob left Rome with Ann.","entities":[{"start":0,"end":3,"type":"person"},{"start":8,"end":11,"type":"person"},{"start":15,"end":19,"type":"place"},{"start":21,"end":24,"type":"person"},{"start":30,"end":34,"type":"place"},{"start":40,"end":43,"type":"person"}]}`+"\n"), 4)}
	a, err := Names(lists, []File{corpus})
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Names(lists, []File{corpus})
	if !bytes.Equal(a, b) {
		t.Error("not the same bytes twice")
	}
	units := []lang.Unit{{S: "Bob left Rome with Ann."}}
	var got []string
	for _, n := range lang.TableOf(a).Read(units) {
		got = append(got, n.Type.String()+" "+n.Span.Of(units))
	}
	if want := []string{"person Bob", "place Rome", "person Ann"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
