package content

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"readout/briefing"
	"readout/content/clean"
)

func newCache(t *testing.T) *Cache {
	return &Cache{dir: filepath.Join(t.TempDir(), "a", "pages"), version: "1", most: 1 << 20}
}

func (c *Cache) names(t *testing.T) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(c.dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// long is a page that is worth keeping.
func long(words string) string {
	return "<!doctype html><title>Harbour talks</title><body><h1>Harbour talks</h1>" + strings.Repeat("<p>"+words+" on Monday in the harbour.</p>\n", 600)
}

func readCached(t *testing.T, c *Cache, path string, o Options) briefing.Source {
	t.Helper()
	d, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	d.Cache(c)
	src, err := d.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// What is converted once is kept, and comes back as it was.
func TestCache(t *testing.T) {
	c := newCache(t)
	path := write(t, "x.html", long("The talks begin"))
	first := readCached(t, c, path, Options{})
	names := c.names(t)
	if len(names) != 1 {
		t.Fatalf("%d entries", len(names))
	}
	d, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.Cache(c)
	again, done, err := d.Next(context.Background(), 0)
	if err != nil || !done || d.out.Len() > 0 {
		t.Errorf("it is converted again: %v, %v, %d bytes", done, err, d.out.Len())
	}
	if !bytes.Equal(again.Markdown, first.Markdown) || !reflect.DeepEqual(again.Origin, first.Origin) || fmt.Sprint(again.Meta) != fmt.Sprint(first.Meta) {
		t.Errorf("it comes back as %+v, was %+v", again.Meta, first.Meta)
	}
	info, err := os.Stat(filepath.Join(c.dir, names[0]))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// An entry is for one file, read one way by one build.
func TestCacheKeys(t *testing.T) {
	c := newCache(t)
	path := write(t, "x.html", long("The talks begin"))
	readCached(t, c, path, Options{})
	readCached(t, c, path, Options{Date: briefing.Date{Year: 2020, Month: 1, Day: 1}})
	if src := readCached(t, c, path, Options{Date: briefing.Date{Year: 2020, Month: 1, Day: 2}}); src.Meta.Date.Day != 2 {
		t.Errorf("the date is %s", src.Meta.Date)
	}
	readCached(t, c, write(t, "2021-05-06.html", long("The talks begin")), Options{}) // the name has a date
	if src := readCached(t, c, write(t, "x.html", long("The talks end")), Options{}); !strings.Contains(string(src.Markdown), "talks end") {
		t.Error("another file came back")
	}
	c.version = "2"
	readCached(t, c, path, Options{})
	if n := len(c.names(t)); n != 6 {
		t.Errorf("%d entries, want 6", n)
	}
	for _, p := range []string{write(t, "y.html", "<title>Small</title><p>Little to convert."), write(t, "y.md", "# Text\n\n"+strings.Repeat("Words that are no conversion.\n\n", 1000))} {
		readCached(t, c, p, Options{})
	}
	if n := len(c.names(t)); n != 6 {
		t.Errorf("%d entries: what costs nothing is kept", n)
	}
}

// What somebody else put into the cache is not believed.
func TestHostileCache(t *testing.T) {
	page := long("The talks begin")
	path := write(t, "x.html", page)
	c := newCache(t)
	want := readCached(t, c, path, Options{})
	key := c.names(t)[0]
	good, err := os.ReadFile(filepath.Join(c.dir, key))
	if err != nil {
		t.Fatal(err)
	}
	forged := func(change func(*briefing.Source)) []byte {
		src, ok := unpack(good)
		if !ok {
			t.Fatal("it does not unpack")
		}
		change(&src)
		return pack(src)
	}
	resum := func(b []byte) []byte {
		sum := sha256.Sum256(b[len(keptMagic)+sha256.Size:])
		copy(b[len(keptMagic):], sum[:])
		return b
	}
	for name, b := range map[string][]byte{
		"empty":           {},
		"cut off":         good[:len(good)/2],
		"a byte":          append(bytes.Clone(good[:len(good)-1]), 'x'),
		"another version": append([]byte("readout page 9\n"), good[len(keptMagic):]...),
		"no metadata":     resum(append(bytes.Clone(good[:len(keptMagic)+sha256.Size]), 0xFF, 0xFF, 0xFF, 0xFF, 1)),
		"an escape":       forged(func(s *briefing.Source) { s.Markdown = []byte("# Title\n\n\x1b]52;c;eA==\a") }),
		"a title":         forged(func(s *briefing.Source) { s.Meta.Title = "a\u202eb" }),
		"a field":         forged(func(s *briefing.Source) { s.Meta.More = []briefing.Field{{Name: "x", Value: "\u009b2J"}} }),
		"a place":         forged(func(s *briefing.Source) { s.Meta.Silent = []briefing.Range{{Start: 5, End: 1 << 30}} }),
		"a portion":       forged(func(s *briefing.Source) { s.Meta.Portions = []briefing.Portion{{At: 1 << 30, Mark: "(U)"}} }),
		"an origin":       forged(func(s *briefing.Source) { s.Origin = briefing.LineMap{{At: 1 << 30, Line: 1}} }),
	} {
		if err := os.WriteFile(filepath.Join(c.dir, key), b, 0o600); err != nil {
			t.Fatal(err)
		}
		if src := readCached(t, c, path, Options{}); !bytes.Equal(src.Markdown, want.Markdown) || fmt.Sprint(src.Meta) != fmt.Sprint(want.Meta) {
			t.Errorf("%s: it is believed", name)
		}
	}
	if err := os.Remove(filepath.Join(c.dir, key)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(c.dir, key)); err != nil {
		t.Skip(err)
	}
	readCached(t, c, path, Options{})
	if b, _ := os.ReadFile(path); string(b) != page {
		t.Error("the cache wrote through a link")
	}
}

// The cache does not grow beyond its bound: what was not used for longest goes.
func TestCacheBound(t *testing.T) {
	c := newCache(t)
	c.most = 200 << 10
	used := readCached(t, c, write(t, "used.html", long("Used all the time")), Options{})
	key := c.names(t)[0]
	old := time.Now().Add(-2 * time.Hour)
	if err := os.WriteFile(filepath.Join(c.dir, ".new-1"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	os.Chtimes(filepath.Join(c.dir, ".new-1"), old, old)
	for i := range 20 {
		for _, n := range c.names(t) {
			if n != key {
				os.Chtimes(filepath.Join(c.dir, n), old.Add(time.Duration(i)*time.Second), old.Add(time.Duration(i)*time.Second))
			}
		}
		readCached(t, c, write(t, "x.html", long(fmt.Sprint("Number ", i))), Options{})
	}
	sum := int64(0)
	for _, n := range c.names(t) {
		info, err := os.Stat(filepath.Join(c.dir, n))
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
	}
	if sum > c.most || sum < c.most/2 {
		t.Errorf("%d bytes in the cache, the bound is %d", sum, c.most)
	}
	if got, ok := c.load(key); !ok || !bytes.Equal(got.Markdown, used.Markdown) {
		t.Error("what was used last is gone")
	}
	if _, err := os.Stat(filepath.Join(c.dir, ".new-1")); err == nil {
		t.Error("a half of an entry stays")
	}
}

// A cache that cannot be written harms nobody.
func TestNoCache(t *testing.T) {
	c := &Cache{dir: filepath.Join(write(t, "file", "x"), "pages"), version: "1", most: 1 << 20}
	readCached(t, c, write(t, "x.html", long("The talks begin")), Options{})
}

// What the converters write comes through the gate as it is, or no cache would
// serve it.
func TestConvertedIsClean(t *testing.T) {
	files, _ := filepath.Glob("../../shared/samples/*/*")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	n, other := 0, 0
	for i, path := range files {
		if i%2 > 0 || testing.Short() && i%14 > 0 {
			continue
		}
		d, err := Open(path, Options{})
		if err != nil {
			continue
		}
		src, err := d.Read(context.Background())
		if err != nil || d.whole != nil || d.steps == nil && d.conv != nil {
			continue
		}
		n++
		if !bytes.Equal(clean.Bytes(src.Markdown), src.Markdown) {
			other++
			t.Logf("%s changes", path)
		}
		if _, ok := unpack(pack(src)); !ok {
			t.Logf("%s does not come back", path)
			other++
		}
	}
	if other*50 > n {
		t.Errorf("%d of %d cannot be kept", other, n)
	}
}

// Reading stops soon when nobody waits for it, and can go on.
func TestStop(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	mails := strings.Repeat("From a Mon\nFrom: a@b.c\nMessage-Id: <1>\nSubject: One\n\nWords of it.\n\n", 500)
	for name, text := range map[string]string{"x.html": long("The talks begin"), "x.mbox": mails, "x.txt": strings.Repeat("Words of a text.\n\n", 50_000)} {
		d, err := Open(write(t, name, text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, done, err := d.Next(ctx, 1<<20); done || !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, %v", name, done, err)
		}
	}
	path := write(t, "x.mbox", mails)
	d, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, done, err := d.Next(context.Background(), 4096); done || err != nil {
		t.Fatalf("%v, %v", done, err)
	}
	if read, size := d.Progress(); read == 0 || read >= size || size != 500 {
		t.Errorf("%d of %d mails", read, size)
	}
	if _, _, err := d.Next(ctx, 1<<20); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	src, err := d.Read(context.Background())
	if want := read(t, path, Options{}); err != nil || !bytes.Equal(src.Markdown, want.Markdown) {
		t.Errorf("it does not go on: %v, %d bytes", err, len(src.Markdown))
	}
}

// A PDF document is slow to open, until the cache has it; nothing else is.
func TestSlow(t *testing.T) {
	c := newCache(t)
	pdf := "%PDF-1.7\n" + strings.Repeat("%", 2*leastKept)
	path := write(t, "x.pdf", pdf)
	open := func(path string) *Document {
		t.Helper()
		d, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		d.Cache(c)
		return d
	}
	if !open(path).Slow() {
		t.Error("it is not slow")
	}
	page := open(write(t, "x.html", long("The talks begin")))
	if page.Slow() {
		t.Error("a page of the web is slow")
	}
	src, err := page.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c.save(c.key([]byte(pdf), path, Options{}), src)
	d := open(path)
	if d.Slow() {
		t.Error("the cache has it, and it is slow")
	}
	if got, done, err := d.Next(context.Background(), 1); err != nil || !done || string(got.Markdown) != string(src.Markdown) {
		t.Errorf("%d bytes, %v, %v", len(got.Markdown), done, err)
	}
}
