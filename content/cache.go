package content

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"time"

	"readout/briefing"
	"readout/content/clean"
)

// A Cache keeps what files were converted to, so that the second opening costs
// nothing. An entry goes by the bytes of the file, by what the reader said about
// it, and by the program that converted it: another build converts again. What
// the cache holds comes from outside like any file, and passes the gate; what
// does not come through as it is, or lies outside its own text, is not used. A
// cache that cannot be read or written is as good as none: nothing fails for it.
type Cache struct {
	dir     string
	version string
	most    int64 // bytes of all entries
}

const (
	mostKept  = 128 << 20
	leastKept = 16 << 10 // of a file: what is smaller is converted as fast as it is read
	keptMagic = "readout page 1\n"
)

// NewCache is the cache of this user and this build, in $XDG_CACHE_HOME/readout or
// the system's place for such files; nil where there is no such place.
func NewCache() *Cache {
	dir := os.Getenv("XDG_CACHE_HOME")
	if !filepath.IsAbs(dir) {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return nil
		}
	}
	return &Cache{dir: filepath.Join(dir, "readout", "pages"), version: build(), most: mostKept}
}

// build tells this program from any other: nobody has to remember to count.
func build() string {
	s := ""
	if i, ok := debug.ReadBuildInfo(); ok {
		s = i.Main.Version + i.Main.Sum
	}
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			s += fmt.Sprint(" ", info.Size(), info.ModTime().UnixNano())
		}
	}
	return s
}

// key is what a file goes by.
func (c *Cache) key(raw []byte, name string, o Options) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s%q%q%q%q%d\n", keptMagic, c.version, filepath.Base(name), o.As, o.Date, o.Part)
	h.Write(raw)
	return hex.EncodeToString(h.Sum(nil))
}

// load returns what is kept under a key.
func (c *Cache) load(key string) (briefing.Source, bool) {
	path := filepath.Join(c.dir, key)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > c.most {
		return briefing.Source{}, false
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return briefing.Source{}, false
	}
	src, ok := unpack(b)
	if !ok {
		os.Remove(path)
		return briefing.Source{}, false
	}
	now := time.Now()
	os.Chtimes(path, now, now) // the oldest go first
	return src, true
}

// save keeps a source. Another reader sees all of an entry or nothing.
func (c *Cache) save(key string, src briefing.Source) {
	b := pack(src)
	if int64(len(b)) > c.most/4 || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(c.dir, ".new-*")
	if err != nil {
		return
	}
	_, err = f.Write(b)
	if e := f.Close(); err != nil || e != nil || os.Rename(f.Name(), filepath.Join(c.dir, key)) != nil {
		os.Remove(f.Name())
		return
	}
	c.bound()
}

// bound removes what was not used for longest, and what a reader that died left
// half written.
func (c *Cache) bound() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	type file struct {
		name string
		size int64
		used time.Time
	}
	var files []file
	var sum int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if e.Name()[0] == '.' && time.Since(info.ModTime()) < time.Hour {
			continue
		}
		files = append(files, file{e.Name(), info.Size(), info.ModTime()})
		sum += info.Size()
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Or(a.used.Compare(b.used), cmp.Compare(a.name, b.name)) })
	for _, f := range files {
		if sum <= c.most && f.name[0] != '.' {
			continue
		}
		if os.Remove(filepath.Join(c.dir, f.name)) == nil {
			sum -= f.size
		}
	}
}

// pack writes a source: a line that says what it is, the sum of the rest, the
// metadata, the origin, the Markdown.
func pack(src briefing.Source) []byte {
	meta, err := json.Marshal(src.Meta)
	if err != nil {
		return nil
	}
	body := binary.AppendUvarint(nil, uint64(len(meta)))
	body = append(body, meta...)
	body = binary.AppendUvarint(body, uint64(len(src.Origin)))
	at := briefing.Pos(0)
	for _, r := range src.Origin {
		body = binary.AppendUvarint(body, uint64(r.At-at))
		body = binary.AppendUvarint(body, uint64(r.Line))
		at = r.At
	}
	body = append(body, src.Markdown...)
	sum := sha256.Sum256(body)
	return append(append([]byte(keptMagic), sum[:]...), body...)
}

// unpack reads what pack wrote, and nothing else.
func unpack(b []byte) (src briefing.Source, ok bool) {
	b, ok = bytes.CutPrefix(b, []byte(keptMagic))
	if !ok || len(b) < sha256.Size {
		return src, false
	}
	sum := [sha256.Size]byte(b)
	if b = b[sha256.Size:]; sha256.Sum256(b) != sum {
		return src, false
	}
	number := func() uint64 {
		n, k := binary.Uvarint(b)
		if k <= 0 || n > 1<<40 {
			ok, b = false, nil
			return 0
		}
		b = b[k:]
		return n
	}
	n := number()
	if n > uint64(len(b)) || json.Unmarshal(b[:n], &src.Meta) != nil {
		return src, false
	}
	b = b[n:]
	runs := number()
	if runs > uint64(len(b)) {
		return src, false
	}
	at := briefing.Pos(0)
	for i := range runs {
		by, line := number(), number()
		at += briefing.Pos(by)
		if !ok || i > 0 && by == 0 {
			return src, false
		}
		src.Origin = append(src.Origin, briefing.LineRun{At: at, Line: int(line)})
	}
	src.Markdown = b
	if !ok || len(b) == 0 || at > briefing.Pos(len(b)) || !bytes.Equal(clean.Bytes(b), b) || !sound(reflect.ValueOf(src.Meta), briefing.Pos(len(b))) {
		return src, false
	}
	return src, true
}

// sound reports whether metadata is clean text and speaks of places in a source
// of so many bytes.
func sound(v reflect.Value, size briefing.Pos) bool {
	switch v.Kind() {
	case reflect.String:
		return clean.String(v.String()) == v.String()
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if !sound(v.Index(i), size) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !sound(v.Field(i), size) {
				return false
			}
		}
	case reflect.Int:
		if v.Type() == reflect.TypeFor[briefing.Pos]() {
			return v.Int() >= 0 && v.Int() <= int64(size)
		}
	}
	return true
}

// Cache tells the document where what it is converted to is kept. It is called
// before the first Next.
func (d *Document) Cache(c *Cache) { d.cache = c }

// fromCache takes what is kept of the file, if anything is.
func (d *Document) fromCache(raw []byte, o Options) bool {
	if d.cache == nil || len(raw) < leastKept {
		return false
	}
	d.key = d.cache.key(raw, d.name, o)
	src, ok := d.cache.load(d.key)
	if !ok {
		return false
	}
	d.kept, d.done, d.key = &src, true, ""
	return true
}

// keep keeps what the file was converted to.
func (d *Document) keep() {
	if d.key != "" {
		d.cache.save(d.key, d.out.Source())
	}
	d.key = ""
}
