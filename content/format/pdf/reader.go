package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"
	"unicode"
)

// Options is what holds for reading.
type Options struct {
	Cache  string // the folder for compiled code, "" for none
	Behind bool   // compile it while the first pages are read, however few they are
}

// A Reader reads a document page by page.
type Reader struct {
	Info
	raw      []byte
	opt      Options
	in       *instance
	source   func(n int) (*Page, error) // reads a page, nil for pdfium
	isFast   bool
	layout   *layout
	sheets   map[int]*sheet
	next     int
	held     []Block // of the last page: the next may go on with the last of them
	feet     []Block // the notes of the last page
	later    []seg   // what stands apart at the foot of the first page and may be running
	words    bool    // some page had words
	bad      []int   // pages that could not be read
	scans    []int   // pages that are pictures alone
	traps    int
	late     time.Duration // how much longer than usual its pages took, all together
	now      func() time.Time
	Warnings []string
}

// fewPages of a file with not muchRaw are read by the interpreter alone: the compiler
// would not be done before it is.
const (
	fewPages = 8
	muchRaw  = 256 << 10
)

// errScan is of a document of pictures.
var errScan = errors.New("a scan with no text layer; run it through OCR")

// Open opens a document. An error is in words for the person who reads.
func Open(raw []byte, opt Options) (*Reader, error) {
	r := &Reader{raw: raw, opt: opt, sheets: map[int]*sheet{}}
	if fast(opt.Cache) == nil && (opt.Behind || len(raw) > muchRaw) {
		compileBehind(opt.Cache)
	}
	err := r.start()
	if err == errDamaged {
		if mended := mendTrailer(raw); mended != nil {
			r.raw = mended
			err = r.start()
		}
	}
	if err != nil {
		if err == errDamaged && cutOff(raw) {
			err = errors.New("a PDF document that is cut off, of which nothing can be read; fetch it again")
		}
		return nil, err
	}
	if r.Info, err = r.in.info(); err == errOutrun {
		if err = r.restart(); err == nil {
			r.Info, err = r.in.info()
		}
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	if r.Pages == 0 {
		r.Close()
		return nil, errors.New("a damaged PDF document without pages; fetch it again")
	}
	marks, err := r.in.bookmarks()
	if err != nil {
		r.Close() // the pages may be sound
	}
	if err == errOutrun {
		if err = r.restart(); err != nil {
			return nil, err
		}
		marks, _ = r.in.bookmarks()
	}
	if !r.isFast && (opt.Behind || r.Pages > fewPages) {
		compileBehind(opt.Cache)
	}
	r.layout = newLayout(marks)
	runtime.SetFinalizer(r, (*Reader).Close) // who stops in the middle need not say so
	if r.Damaged && cutOff(raw) {
		r.Warnings = append(r.Warnings, "the file is cut off: it is read as far as it goes")
	} else if r.Damaged {
		r.Warnings = append(r.Warnings, "the file is damaged: what can be read of it is shown")
	}
	if r.Pages > mostPages {
		r.Warnings = append(r.Warnings, fmt.Sprintf("only the first %d of its %d pages are read", mostPages, r.Pages))
		r.Pages = mostPages
	}
	return r, nil
}

// mendTrailer gives a file without its end a trailer that names the catalog, which
// is all that pdfium needs to find the rest; nil if no catalog can be seen.
func mendTrailer(raw []byte) []byte {
	at := bytes.Index(raw, []byte("/Catalog"))
	if at < 0 || bytes.Contains(raw, []byte("\ntrailer")) {
		return nil
	}
	object := bytes.LastIndex(raw[:at], []byte(" obj"))
	if object < 0 {
		return nil
	}
	start := bytes.LastIndexAny(raw[:object], "\r\n") + 1
	f := strings.Fields(string(raw[start:object]))
	if len(f) != 2 || len(f[0]) > 8 || strings.Trim(f[0]+f[1], "0123456789") != "" {
		return nil
	}
	return append(bytes.Clone(raw), fmt.Sprintf("\ntrailer\n<< /Root %s %s R >>\n", f[0], f[1])...)
}

// cutOff reports whether the end of the file is missing.
func cutOff(raw []byte) bool {
	return !strings.Contains(string(raw[max(0, len(raw)-2048):]), "%%EOF")
}

func (r *Reader) start() (err error) {
	e := fast(r.opt.Cache)
	if r.isFast = e != nil; !r.isFast {
		if e, err = slow(); err != nil {
			return err
		}
	}
	r.in, err = openIn(e, r.raw)
	if err == errOutrun {
		return r.start()
	}
	return err
}

// page reads a page with pdfium: with the compiled one as soon as there is one, and
// with a new one behind a trap.
func (r *Reader) page(n int) (*Page, error) {
	if r.in == nil || !r.isFast && fast("") != nil {
		if err := r.restart(); err != nil {
			return &Page{}, err
		}
	}
	p, err := r.in.page(n)
	if err != nil {
		r.Close()
	}
	if err == errOutrun {
		return r.page(n)
	}
	return p, err
}

// restart throws the instance away after a trap, or when the compiler is done.
func (r *Reader) restart() error {
	r.Close()
	return r.start()
}

// Progress is how many pages are read, of how many.
func (r *Reader) Progress() (read, pages int64) { return int64(min(r.next, r.Pages)), int64(r.Pages) }

// Close lets go of pdfium's memory.
func (r *Reader) Close() {
	if r.in != nil {
		r.in.close()
		r.in = nil
	}
}

// mostTraps is how often a document may break pdfium before it is given up, mostLate
// how much longer than usual its pages may take together: each may be within its
// limit, and there may be thousands of them.
const (
	mostTraps = 3
	usual     = 2 * time.Second
	mostLate  = 10 * time.Second
)

func (r *Reader) clock() time.Time {
	if r.now != nil {
		return r.now()
	}
	return time.Now()
}

// sheet reads a page, nil if it cannot be.
func (r *Reader) sheet(n int) *sheet {
	if n < 0 || n >= r.Pages {
		return nil
	}
	if s, ok := r.sheets[n]; ok {
		return s
	}
	if r.traps >= mostTraps {
		r.bad = append(r.bad, n)
		r.sheets[n] = nil
		return nil
	}
	read := r.source
	if read == nil {
		read = r.page
	}
	start := r.clock()
	p, err := read(n)
	if took := r.clock().Sub(start); took > usual {
		r.late += took - usual
	}
	if r.late > mostLate {
		r.traps = mostTraps
	}
	if err != nil {
		r.traps++
		if len(p.Glyphs) == 0 {
			r.bad = append(r.bad, n)
			r.sheets[n] = nil
			return nil
		}
	}
	s := prepare(p)
	if len(s.words) == 0 && p.Pictures > 0.3 {
		r.scans = append(r.scans, n)
	}
	r.sheets[n] = s
	return s
}

// Next gives the blocks of the next page, and reports whether there are no more.
// The first page is given before the second is read, but where a line stands apart at
// its head: the second shows whether it is a running one.
func (r *Reader) Next() ([]Block, bool, error) {
	n := r.next
	r.next++
	if n >= r.Pages {
		return r.end()
	}
	s := r.sheet(n)
	delete(r.sheets, n-3)
	if s == nil {
		return nil, false, nil
	}
	var near []*sheet
	peek := n == 0 && s.headApart()
	for _, d := range [...]int{-2, -1, 1, 2} {
		if n == 0 && d > 0 && !(peek && d == 1) {
			continue
		}
		if o := r.sheet(n + d); o != nil {
			near = append(near, o)
		}
	}
	var out []Block
	if n == 0 && r.Pages > 1 && len(near) == 0 {
		s.holdFoot(r)
	}
	if n == 1 && len(r.later) > 0 {
		margin, text := r.footOfFirst(s)
		out = append(out, margin...)
		r.feet = append(text, r.feet...)
	}
	s.findMargins(near, n == 0)
	for _, m := range append(s.margin, s.aside...) {
		out = append(out, r.layout.marginal(m)...)
	}
	r.layout.page = n
	blocks := r.layout.take(s)
	r.words = r.words || len(blocks) > 0
	out = append(out, r.join(blocks)...)
	return out, false, nil
}

// holdFoot keeps back what stands apart at the foot of the first page until the
// second shows whether it stands there too.
func (s *sheet) holdFoot(r *Reader) {
	ls := s.edge[1]
	for n := 0; n < 3 && n+1 < len(ls); n++ {
		l := &ls[n]
		if l.base < 0.88*s.Height {
			return
		}
		if s.isNote(l) {
			return
		}
		if l.base-ls[n+1].base > 1.4*max(l.size, ls[n+1].size) {
			for i := range n + 1 {
				r.later = append(r.later, s.drop(&ls[i])...)
			}
			s.margin = s.margin[:len(s.margin)-n-1]
			return
		}
	}
}

// footOfFirst gives what was kept back: what the next page s has too is running.
func (r *Reader) footOfFirst(s *sheet) (margin, text []Block) {
	var rest []seg
	for _, l := range lines(r.later) {
		runs := isPageNumber(l.text())
		for j := range s.edge[1] {
			runs = runs || running(s.edge[1][j].text()) == running(l.text())
		}
		if runs {
			margin = append(margin, r.layout.marginal(l.text())...)
			continue
		}
		for _, x := range r.later {
			if x.base > l.base-0.5*l.size && x.base < l.base+0.5*l.size {
				rest = append(rest, x)
			}
		}
	}
	r.later = nil
	if len(rest) > 0 {
		text = r.layout.read(rest, nil)
		on(1, text)
	}
	return margin, text
}

// join gives the blocks but the last, with which the next page may go on.
func (r *Reader) join(blocks []Block) []Block {
	var out, feet []Block
	on(r.next, blocks)
	for len(blocks) > 0 && blocks[len(blocks)-1].Kind == Note {
		feet = append([]Block{blocks[len(blocks)-1]}, feet...)
		blocks = blocks[:len(blocks)-1]
	}
	blocks = r.layout.merge(blocks)
	if len(blocks) > 0 && len(r.held) > 0 {
		if r.layout.goesOn(&r.held[0], &blocks[0]) {
			blocks = blocks[1:]
			if len(blocks) == 0 {
				r.feet = append(r.feet, feet...)
				return nil
			}
		}
	}
	if len(blocks) > 0 {
		out = append(out, r.held...)
		out = append(out, r.feet...)
		r.held, r.feet = nil, nil
		out = append(out, blocks[:len(blocks)-1]...)
		r.held = []Block{blocks[len(blocks)-1]}
	}
	r.feet = append(r.feet, feet...)
	return out
}

// on says which page blocks stand on.
func on(page int, blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		b.Page = page
		b.On = make([]int, len(b.Rows))
		for k := range b.On {
			b.On[k] = page
		}
	}
}

// merge joins paragraphs that go on in the next column.
func (l *layout) merge(blocks []Block) []Block {
	var out []Block
	for i := range blocks {
		if n := len(out); n > 0 && blocks[i].Kind == Paragraph && l.goesOn(&out[n-1], &blocks[i]) {
			continue
		}
		out = append(out, blocks[i])
	}
	return out
}

// goesOn joins two blocks if the second goes on with the first.
func (l *layout) goesOn(a, b *Block) bool {
	if a.Kind == Table && b.Kind == Table && len(a.Rows) > 0 && len(b.Rows) > 0 && len(a.Rows[0]) == len(b.Rows[0]) {
		rows, on := b.Rows, b.On
		if sameRow(a.Rows[0], rows[0]) {
			rows, on = rows[1:], on[min(1, len(on)):]
		}
		a.Rows, a.On = append(a.Rows, rows...), append(a.On, on...)
		return true
	}
	if b.Kind != Paragraph || a.Kind != Paragraph && a.Kind != Item || len(a.Spans) == 0 || len(b.Spans) == 0 {
		return false
	}
	if d := a.size - b.size; d > 0.6 || d < -0.6 {
		return false
	}
	text := a.words()
	first := []rune(strings.TrimSpace(b.words()))
	if len(first) == 0 || ended(text) && !unicode.IsLower(first[0]) || !a.open && !unicode.IsLower(first[0]) {
		return false
	}
	if !unicode.IsLower(first[0]) && len(text) < 60 {
		return false
	}
	spans, lead := joinLines(a.Spans, strings.Fields(b.words())[0], func(s string) bool { return l.words[wordKey(s)] })
	a.Spans = spans
	for i, s := range b.Spans {
		if i == 0 {
			s.Text = lead + s.Text
		}
		a.Spans = add(a.Spans, s)
	}
	a.open = b.open
	return true
}

func sameRow(a, b []Cell) bool {
	text := func(row []Cell) string {
		var s strings.Builder
		for _, c := range row {
			for _, p := range c {
				for _, x := range p {
					s.WriteString(x.Text)
				}
			}
			s.WriteByte('|')
		}
		return s.String()
	}
	return text(a) == text(b)
}

// end gives what was held back, or says why there is nothing.
func (r *Reader) end() ([]Block, bool, error) {
	out := append(r.held, r.feet...)
	if len(r.later) > 0 {
		text := r.layout.read(r.later, nil)
		on(1, text)
		out = append(out, text...)
		r.words = true
	}
	r.held, r.feet, r.later = nil, nil, nil
	r.Close()
	if !r.words {
		switch {
		case len(r.scans) > 0:
			return nil, true, errScan
		case len(r.bad) > 0 || r.Damaged:
			return nil, true, errDamaged
		}
		return nil, true, errors.New("a PDF document without words")
	}
	if len(r.scans) > 0 {
		r.Warnings = append(r.Warnings, pagesAre(r.scans, "is a picture", "are pictures")+" with no text layer; OCR would make it readable")
	}
	if len(r.bad) > 0 {
		r.Warnings = append(r.Warnings, pagesAre(r.bad, "cannot", "cannot")+" be read")
	}
	return out, true, nil
}

// pagesAre names pages: “page 3 is”, “pages 3, 4 and 9 are”.
func pagesAre(pages []int, one, more string) string {
	if len(pages) == 1 {
		return fmt.Sprintf("page %d %s", pages[0]+1, one)
	}
	if len(pages) > 6 {
		return fmt.Sprintf("%d pages %s", len(pages), more)
	}
	var s []string
	for _, p := range pages {
		s = append(s, fmt.Sprint(p+1))
	}
	return "pages " + strings.Join(s[:len(s)-1], ", ") + " and " + s[len(s)-1] + " " + more
}
