package content

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"readout/briefing"
	"readout/content/clean"
	"readout/content/format"
)

// Options is what the reader says about a document.
type Options = format.Options

// MostInput is how much is read of what has no size: standard input, a pipe.
const MostInput = 256 << 20

const (
	head         = clean.Head
	portion      = 64 << 10
	leastPortion = 4 << 10
	mostLook     = 16 << 20 // of a file that is read to see whether the cache has it
	firstSteps   = 16 << 10 // of Markdown, of what is read in steps and slow
	mostSteps    = 256 << 10
)

// A Document is a file on its way to Markdown. It is for one goroutine; the
// Sources it gives out are for all.
type Document struct {
	name     string
	file     io.Closer
	in       io.Reader
	size     int64 // -1 if unknown
	most     int64 // how much is read where it is
	read     int64
	gate     clean.Gate
	out      *format.Out
	conv     format.Converter
	whole    func(ctx context.Context, raw []byte) error // of a format that reads the file at once, until the first Next
	look     func(raw []byte) bool                       // into the cache, of a format that is slow to open
	portions int                                         // that were read in steps
	steps    format.Reader                               // of one that then goes on block by block
	raw      []byte                                      // its first bytes
	cache    *Cache
	key      string           // of the file in the cache, to keep it when it is read
	kept     *briefing.Source // what was in the cache
	pending  []byte           // clean text of the head, until the first Next
	buf      []byte
	text     []byte
	cleaned  int
	unzipped bool
	eof      bool // everything is read
	done     bool // and converted
	err      error
}

// Clean passes a whole text through the gate.
func Clean(b []byte) []byte { return clean.Bytes(b) }

// Open opens a file, or standard input for “-”, and reads its head, 64 KB at most.
// An error is one line that names the file, as “open x.md: no such file”.
func Open(path string, o Options) (*Document, error) {
	if path == "-" {
		return OpenReader(path, os.Stdin, o)
	}
	f, size, err := openFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if file, part := partOf(path); part > 0 {
			if g, n, e := openFile(file); e == nil {
				f, size, err, o.Part = g, n, nil, part
			}
		}
	}
	if err != nil {
		return nil, fileError("open", path, err)
	}
	return open(path, f, f, size, o)
}

// partOf splits FILE#3, an attachment or a message of a mail file. A file of that
// very name goes before.
func partOf(path string) (file string, part int) {
	i := strings.LastIndexByte(path, '#')
	if i < 1 || len(path)-i > 6 {
		return path, 0
	}
	n, err := strconv.Atoi(path[i+1:])
	if err != nil || n < 1 || path[i+1] == '+' {
		return path, 0
	}
	return path[:i], n
}

// openFile opens a file and tells its size, -1 for what is no file on a disk.
func openFile(path string) (io.ReadCloser, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = syscall.EISDIR
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return f, -1, nil
	}
	return f, info.Size(), nil
}

// OpenReader opens what a reader gives, 256 MB at most. The name is for the
// errors, and may say what format it is and what date it has.
func OpenReader(name string, r io.Reader, o Options) (*Document, error) {
	return open(name, r, nil, -1, o)
}

func open(name string, r io.Reader, c io.Closer, size int64, o Options) (*Document, error) {
	d := &Document{name: name, in: r, file: c, size: size, most: MostInput, buf: make([]byte, head)}
	if err := d.start(o); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

// start reads the head and decides on the format.
func (d *Document) start(o Options) error {
	for {
		raw, err := d.portion(head)
		if err != nil {
			return err
		}
		first := d.read == int64(len(raw))
		if first && !d.unzipped && bytes.HasPrefix(raw, []byte("\x1F\x8B")) {
			if err := d.unzip(raw); err != nil {
				return err
			}
			continue
		}
		if first {
			if d.raw = raw; format.Container(raw, o) {
				if d.raw, err = d.rest(context.Background(), bytes.Clone(raw)); err != nil {
					return err
				}
				raw = d.raw
			}
			if f, ok := format.Sniff(raw, o); ok {
				d.readsWhole(f, o)
				return nil
			}
		}
		if first && o.As == "" {
			if what := format.Other(raw); what != "" {
				return d.other(what)
			}
		}
		d.pending = d.clean(d.pending, raw)
		if len(bytes.TrimSpace(d.pending)) > 0 {
			break
		}
		if d.eof {
			if d.read == 0 {
				return fmt.Errorf("open %s: the file is empty", shown(d.name))
			}
			return fmt.Errorf("open %s: nothing but white space", shown(d.name))
		}
		d.pending = d.pending[:0] // only the last blanks of a long run are kept
	}
	if o.As == "" {
		if what := format.OtherText(d.pending, d.name); what != "" {
			return d.other(what)
		}
	}
	f, err := format.Pick(d.pending, d.name, o)
	if err != nil {
		return err
	}
	if f.New == nil && d.read == int64(len(d.raw)) {
		d.readsWhole(f, o)
		return nil
	}
	if o.Part > 0 {
		return d.noParts()
	}
	d.raw = nil
	size := max(d.size, int64(len(d.pending)))
	d.out = format.NewOut(int(size))
	d.out.Meta.Format = f.Name
	d.conv = f.New(d.out, clean.String(d.name), o)
	return nil
}

func (d *Document) noParts() error {
	return fmt.Errorf("open %s: no such file; only mail has parts", shown(d.name))
}

// unzip goes on with what is in a gzip archive. One within another stays one.
func (d *Document) unzip(raw []byte) error {
	z, err := gzip.NewReader(io.MultiReader(bytes.NewReader(bytes.Clone(raw)), d.in))
	if err != nil {
		return fmt.Errorf("open %s: a damaged gzip archive", shown(d.name))
	}
	if ext := strings.ToLower(filepath.Ext(d.name)); ext == ".gz" || ext == ".gzip" {
		d.name = strings.TrimSuffix(d.name, filepath.Ext(d.name))
	}
	d.in, d.size, d.read, d.eof, d.unzipped = z, -1, 0, false, true
	return nil
}

// readsWhole leaves the reading to the first Next.
func (d *Document) readsWhole(f format.Format, o Options) {
	d.out = format.NewOut(0)
	d.out.Meta.Format = f.Name
	if o.Part > 0 && f.Name != "eml" && f.Name != "mbox" {
		d.whole = func(context.Context, []byte) error { return d.noParts() }
		return
	}
	if len(d.raw) <= len(d.buf) {
		d.raw = bytes.Clone(d.raw)
	}
	d.pending = nil
	if f.Slow {
		d.look = func(raw []byte) bool { return d.fromCache(raw, o) }
	}
	d.whole = func(ctx context.Context, raw []byte) (err error) {
		if d.fromCache(raw, o) {
			return nil
		}
		if f.Steps == nil {
			err = f.Whole(ctx, d.out, raw, clean.String(d.name), o)
			d.done = err == nil
		} else if d.steps, err = f.Steps(d.out, raw, clean.String(d.name), o); err == nil {
			for !d.done && d.out.Len() == 0 && err == nil {
				if d.done, err = d.steps.Step(); err == nil {
					err = ctx.Err()
				}
			}
		}
		if ctx.Err() != nil {
			return d.stopped(ctx)
		}
		if err != nil {
			return fmt.Errorf("open %s: %s", shown(d.name), shown(err.Error()))
		}
		if d.out.Len() == 0 {
			return fmt.Errorf("open %s: there is nothing to read in it", shown(d.name))
		}
		if d.done {
			d.keep()
		}
		return nil
	}
}

// Slow reports whether the first Next takes longer than a screen may wait for: the
// format is one of those, and the cache does not have what the file is converted to.
func (d *Document) Slow() bool {
	if d.look == nil || d.whole == nil || d.err != nil {
		return false
	}
	if d.size < 0 || d.size > mostLook {
		return true
	}
	if d.raw, d.err = d.rest(context.Background(), d.raw); d.err != nil {
		return false
	}
	if !d.look(d.raw) {
		return true
	}
	d.whole, d.raw = nil, nil
	d.Close()
	return false
}

func (d *Document) stopped(ctx context.Context) error {
	return fmt.Errorf("read %s: %w", shown(d.name), ctx.Err())
}

// readWhole reads what is left of the file and converts it, or its first block.
func (d *Document) readWhole(ctx context.Context) error {
	raw, err := d.rest(ctx, d.raw)
	if err != nil {
		return err
	}
	whole := d.whole
	d.whole, d.raw = nil, nil
	if err := whole(ctx, raw); err != nil {
		d.out, d.steps = format.NewOut(0), nil
		return err
	}
	d.cleaned = d.out.Len()
	return d.Close()
}

// rest returns all of the file, of which raw is what was read before.
func (d *Document) rest(ctx context.Context, raw []byte) ([]byte, error) {
	if d.size > d.most {
		return nil, fmt.Errorf("open %s: more than %d MB", shown(d.name), d.most>>20)
	}
	if !d.eof {
		raw = slices.Grow(raw, int(max(d.size-d.read, 0))+1)
	}
	for !d.eof {
		if ctx.Err() != nil {
			return nil, d.stopped(ctx)
		}
		more, err := d.portion(len(d.buf))
		if err != nil {
			return nil, err
		}
		if raw = append(raw, more...); d.read > d.most {
			return nil, fmt.Errorf("open %s: more than %d MB", shown(d.name), d.most>>20)
		}
	}
	return raw, nil
}

// step goes on with a format that is read block by block, for n bytes of Markdown.
func (d *Document) step(ctx context.Context, n int) error {
	if d.look != nil { // the first page is given at once, then more and more
		n = min(n, firstSteps<<min(d.portions, 16), mostSteps)
		d.portions++
	}
	for upto := d.cleaned + max(n, leastPortion); !d.done && d.err == nil && d.cleaned < upto; d.cleaned = d.out.Len() {
		if ctx.Err() != nil {
			return d.stopped(ctx)
		}
		if d.done, d.err = d.steps.Step(); d.err != nil {
			d.err = fmt.Errorf("read %s: %s", shown(d.name), shown(d.err.Error()))
		}
	}
	if d.done && d.err == nil {
		d.keep()
	}
	return d.err
}

func (d *Document) other(what string) error {
	return fmt.Errorf("open %s: %s; readout reads %s", shown(d.name), what, format.List())
}

// portion reads up to n bytes.
func (d *Document) portion(n int) ([]byte, error) {
	n, err := io.ReadFull(d.in, d.buf[:min(n, len(d.buf))])
	d.read += int64(n)
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		d.eof = true
	case err != nil:
		return nil, fileError("read", d.name, err)
	case d.size < 0 && d.read > d.most:
		return nil, fmt.Errorf("read %s: more than %d MB", shown(d.name), d.most>>20)
	}
	return d.buf[:n], nil
}

func (d *Document) clean(dst, raw []byte) []byte {
	n := len(dst)
	dst = d.gate.Append(dst, raw)
	if d.eof {
		dst = d.gate.Close(dst)
	}
	d.cleaned += len(dst) - n
	return dst
}

// Next converts about n more bytes of the file, and at the first call the head.
// It returns all that there is of the Source so far, which shares the bytes of
// the Sources before, and whether that is all there will be. After an error the
// Source holds what could be read. It ends soon when the context does, with the
// context's error in its own; what is read in steps can then still go on.
func (d *Document) Next(ctx context.Context, n int) (src briefing.Source, done bool, err error) {
	if d.whole != nil && d.err == nil {
		d.err = d.readWhole(ctx)
		if d.look != nil && d.steps != nil {
			return d.out.Source(), d.done, d.err
		}
	}
	if d.kept != nil {
		return *d.kept, true, nil
	}
	if d.steps != nil {
		err := d.step(ctx, n)
		return d.out.Source(), d.done, err
	}
	if d.pending != nil {
		if n -= len(d.pending); n < leastPortion {
			n = 0
		}
		d.convert(d.pending)
		d.pending = nil
	}
	for n > 0 && !d.done && d.err == nil {
		if ctx.Err() != nil {
			return d.out.Source(), false, d.stopped(ctx)
		}
		raw, err := d.portion(min(max(n, leastPortion), portion))
		if err != nil {
			d.err = err
			break
		}
		n -= len(raw)
		d.text = d.clean(d.text[:0], raw)
		d.convert(d.text)
	}
	return d.out.Source(), d.done, d.err
}

func (d *Document) convert(text []byte) {
	if d.done = d.eof; d.done && d.gate.Damaged > 0 {
		d.out.Meta.Warnings = append(d.out.Meta.Warnings, fmt.Sprintf("%d damaged bytes in the middle of words are left out", d.gate.Damaged))
	}
	d.conv.Convert(text, d.eof)
	if d.done {
		d.Close()
	}
}

// Read converts the whole file. It ends soon when the context does.
func (d *Document) Read(ctx context.Context) (briefing.Source, error) {
	for {
		src, done, err := d.Next(ctx, 4<<20)
		if done || err != nil {
			return src, err
		}
	}
}

// Cleaned is the number of bytes that have come through the gate.
func (d *Document) Cleaned() int { return d.cleaned }

// Progress is how much of the file is read, of how much; of -1 where the size is
// not known. The measure is bytes of the file, or of a format that is read in
// steps what it counts by.
func (d *Document) Progress() (read, size int64) {
	if p, ok := d.steps.(interface{ Progress() (read, size int64) }); ok && !d.done {
		return p.Progress()
	}
	return d.read, d.size
}

// Close closes the file. A Document that is read to its end has done so.
func (d *Document) Close() error {
	if d.file == nil {
		return nil
	}
	err := d.file.Close()
	d.file = nil
	return err
}

// fileError is an error of the file system in one line.
func fileError(op, path string, err error) error {
	return fmt.Errorf("%s %s: %s", op, shown(path), words(err))
}

// words says what is wrong as a shell would, rather than as a system call does.
func words(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, syscall.EISDIR):
		return "is a directory"
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

// shown is a path that is safe to print: names of files are bytes from outside.
func shown(path string) string {
	return strings.ReplaceAll(clean.String(path), "\n", " ")
}
