package content

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout/briefing"
	"readout/content/format"
)

// A Library is a list of briefings: the files of a command line and of the
// folders named there, or the built-in ones. Making it reads folders, not files.
type Library struct {
	Paths []string // what Open takes, in the order of the command line, then of their names
	Notes []string // what was left out, in a line each
	Cache *Cache   // where what is converted is kept, nil for nowhere
	open  func(path string) (io.ReadCloser, int64, error)
	mails map[string]span // of the files of mails
}

// An Entry is a briefing of a library, as its head tells it.
type Entry struct {
	Path    string
	Format  string
	Title   string
	Date    briefing.Date
	Marking string
	Words   int
	Minutes int
	About   bool  // Words and Minutes are an estimate: the file goes on after its head
	Err     error // why it cannot be read
}

// The bounds of a walk: links may lead in circles and folders may hold a disk.
const (
	deepestFolder = 32
	mostFiles     = 20_000
)

// OpenLibrary lists files and the files under folders. A file that is named is
// listed whatever it is called, and one of mails as its mails; under a folder those are that a format claims by
// its name. An error is a path that does not exist.
func OpenLibrary(paths ...string) (*Library, error) {
	l := &Library{open: openFile}
	w := &walk{library: l}
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case p == "-":
			l.Paths = append(l.Paths, p)
		case err != nil:
			return nil, fileError("open", p, err)
		case info.IsDir():
			w.folder(p, info, 0)
		case IsBox(p):
			l.box(p)
		default:
			l.Paths = append(l.Paths, p)
		}
	}
	if w.others > 0 {
		l.Notes = append(l.Notes, left(w.others))
	}
	return l, nil
}

// walk goes through folders in the order of their names.
type walk struct {
	library *Library
	within  []fs.FileInfo // the folders that this one stands in, to see a circle
	others  int
	full    bool
}

func (w *walk) note(path, why string) {
	w.library.Notes = append(w.library.Notes, shown(path)+": "+why)
}

func (w *walk) folder(path string, info fs.FileInfo, depth int) {
	for _, above := range w.within {
		if os.SameFile(above, info) {
			w.note(path, "leads back into itself, left out")
			return
		}
	}
	if depth > deepestFolder {
		w.note(path, "too deep, left out")
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		w.note(path, words(err)+", left out")
	}
	w.within = append(w.within, info)
	defer func() { w.within = w.within[:len(w.within)-1] }()
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		w.file(filepath.Join(path, e.Name()), e, depth)
		if w.full {
			return
		}
	}
}

func (w *walk) file(path string, e fs.DirEntry, depth int) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 || mode.IsDir() {
		info, err := os.Stat(path)
		if err != nil {
			w.note(path, words(err)+", left out")
			return
		}
		if info.IsDir() {
			w.folder(path, info, depth+1)
			return
		}
		mode = info.Mode()
	}
	switch {
	case !mode.IsRegular():
		w.note(path, "no file, left out")
	case !format.Claims(path):
		w.others++
	case len(w.library.Paths) == mostFiles:
		w.note(path, fmt.Sprintf("and what comes after it left out, %d files are enough", mostFiles))
		w.full = true
	default:
		w.library.Paths = append(w.library.Paths, path)
	}
}

// Open opens a briefing of the library.
func (l *Library) Open(path string, o Options) (*Document, error) {
	if _, ok := l.mails[path]; ok || path == "-" {
		return Open(path, o)
	}
	f, size, err := l.open(path)
	if err != nil {
		return nil, fileError("open", path, err)
	}
	d, err := open(path, f, f, size, o)
	if err == nil {
		d.Cache(l.Cache)
	}
	return d, err
}

// head opens a briefing to read its head.
func (l *Library) head(path string, o Options) (*Document, error) {
	if m, ok := l.mails[path]; ok {
		return openMail(path, m, o)
	}
	return l.Open(path, o)
}

// Entry reads the head of a briefing, and no more of it.
func (l *Library) Entry(path string, o Options) Entry {
	e := Entry{Path: path}
	if path == "-" {
		e.Title = "standard input"
		return e
	}
	d, err := l.head(path, o)
	if err != nil {
		e.Err = err
		return e
	}
	defer d.Close()
	src, done, err := d.Next(context.Background(), 0)
	m := src.Meta
	e.Format, e.Title, e.Date, e.Marking, e.Err = m.Format, m.Title, m.Date, m.Marking, err
	e.Words = countWords(src.Markdown)
	if read, size := d.Progress(); !done && read > 0 && size > read && len(src.Markdown) > 0 {
		e.About = true
		e.Words = int(float64(e.Words) * float64(size) / float64(read))
	}
	e.Minutes = briefing.Minutes(e.Words)
	return e
}

// List reads the heads of all briefings. It stops when told to.
func (l *Library) List(o Options, yield func(Entry) bool) {
	for _, p := range l.Paths {
		if !yield(l.Entry(p, o)) {
			return
		}
	}
}

// countWords counts what stands between white space and has a letter or digit.
func countWords(md []byte) int {
	n, in, real := 0, false, false
	for _, c := range md {
		if c == ' ' || c == '\n' || c == '\t' {
			if in && real {
				n++
			}
			in, real = false, false
			continue
		}
		in = true
		real = real || c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	if in && real {
		n++
	}
	return n
}

func left(n int) string {
	if n == 1 {
		return "1 file of another kind left out"
	}
	return fmt.Sprintf("%d files of other kinds left out", n)
}
