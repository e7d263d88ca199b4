package ui

import (
	"context"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
	"readout/ui/page"
)

// A Document is a briefing that is being read in.
type Document interface {
	// Next reads about n more bytes of the file and returns the source so far,
	// and whether that is all of it. It ends soon when the context does.
	Next(ctx context.Context, n int) (src briefing.Source, done bool, err error)
	// Progress is how much of the file has been read, and its size, -1 if unknown.
	Progress() (read, size int64)
}

// How much is read at a time: head is what the first frame may cost, step what
// a key may have to wait for.
const (
	head = 64 << 10
	step = 2 << 20
)

// large is a source whose derivation leaves enough behind to give back at once.
const large = 1 << 20

// document is the briefing that is open.
type document struct {
	id    int // answers of commands carry it; those of another document are dropped
	path  string
	feed  Document
	work  work // what reads it, until the reader leaves
	text  briefing.Text
	state briefing.State
	tail  bool // the last of text.Pieces is not closed yet
	done  bool
	err   error // what ended the reading early
	facts *briefing.Facts
	page  *page.Page

	top   page.Place
	focus page.Paragraph
	has   bool // there is a focus
	sents []briefing.Range
	sent  int // index into sents, -1 for the whole paragraph

	point    pointer               // what a pane points at
	folded   map[briefing.Pos]bool // sections, by where their heading begins; quoted mails, by where they do
	closed   closed                // the fold made last
	only     *finding              // only the sections with its hits are shown
	want     wanted
	marks    map[rune]spot
	eye      briefing.Pos // where reading left off before the last page, 0 for nowhere
	back     []spot
	forward  []spot
	toEnd    bool // G was pressed while the rest was still being read
	read     int  // per cent of the file, -1 if unknown
	reserved bool // the card keeps lines for facts to come
}

// scanned is the answer of a scan: what has been read up to now.
type scanned struct {
	id    int
	text  briefing.Text
	state briefing.State
	tail  bool
	done  bool
	err   error
	read  int // per cent of the file, -1 if unknown
}

// derived is the answer of a derivation.
type derived struct {
	id    int
	facts *briefing.Facts
}

// scan reads n more bytes and cuts them. It is the only one to touch feed while
// it runs; snapshots of the source are never changed, so the page goes on with
// the one it has.
func scan(ctx context.Context, id int, feed Document, text briefing.Text, state briefing.State, tail bool, n int) scanned {
	src, done, err := feed.Next(ctx, n)
	pieces := text.Pieces
	if tail {
		pieces = pieces[: len(pieces)-1 : len(pieces)-1]
	}
	more, state := briefing.Cut(src.Markdown, state, done || err != nil)
	pieces = append(pieces, more...)
	tail = false
	if open := state.Open(briefing.Pos(len(src.Markdown))); open.At.Start < open.At.End {
		pieces, tail = append(pieces, open), true
	}
	read := -1
	if n, size := feed.Progress(); size > 0 {
		read = int(n * 100 / size)
	}
	return scanned{id, briefing.Text{Source: src, Pieces: pieces, Refs: state.Refs}, state, tail, done || err != nil, err, read}
}

// thrift tells the collector how much it may leave lying about: as much again as
// there is, but of a large source, whose bytes are most of it and cost nothing to
// keep, a tenth.
func (d *document) thrift() {
	percent := 100
	if d.feed != nil {
		if _, size := d.feed.Progress(); size > large || len(d.text.Markdown) > large {
			percent = 10
		}
	}
	debug.SetGCPercent(percent)
}

// newDocument makes a document of the answer to its first scan.
func newDocument(id int, path string, feed Document, first scanned, looks *page.Looks, measure int) *document {
	d := &document{id: id, path: path, feed: feed, page: page.New(looks, measure), sent: -1}
	d.take(first)
	d.foldQuoted()
	d.top = d.page.First()
	if p, ok := d.page.Paragraph(0); ok {
		d.setFocus(p)
	}
	return d
}

// take takes in what has been read.
func (d *document) take(s scanned) {
	d.text, d.state, d.tail, d.done, d.err, d.read = s.text, s.state, s.tail, s.done, s.err, s.read
	d.page.Feed(d.text.Markdown, d.text.Pieces, d.text.Refs)
	if at, ok := d.titleAt(); ok {
		d.page.Hide(at)
	}
}

// titleAt is where the heading stands that the card shows.
func (d *document) titleAt() (briefing.Range, bool) {
	if len(d.text.Pieces) == 0 {
		return briefing.Range{}, false
	}
	for _, b := range d.page.Blocks(0) {
		if b.Kind == briefing.Heading && b.Level == 1 {
			return b.At, true
		}
	}
	return briefing.Range{}, false
}

// next is the command that goes on: reading while there is more, then facts.
func (d *document) next() tea.Cmd {
	id, ctx, feed, text, state, tail := d.id, d.work.context(), d.feed, d.text, d.state, d.tail
	if !d.done {
		return func() tea.Msg { return scan(ctx, id, feed, text, state, tail, step) }
	}
	if d.facts != nil {
		return nil
	}
	return func() tea.Msg {
		f := briefing.Panes(text, nil)
		if len(text.Markdown) > large { // the engine's workings are many times the text, and done with
			debug.FreeOSMemory()
		}
		return derived{id, f}
	}
}

// anchor is the date anchor.
func (d *document) anchor() briefing.Date { return d.text.Meta.Date }

// setFocus puts the focus on a paragraph, and on no sentence of it.
func (d *document) setFocus(p page.Paragraph) {
	d.focus, d.has, d.sent = p, true, -1
	d.sents = d.sents[:0]
	if p.Block == nil {
		return
	}
	briefing.Leaves([]briefing.Block{*p.Block}, func(b *briefing.Block) bool {
		if b.Kind != briefing.Code {
			d.sents = append(d.sents, b.Leaf.Sentences()...)
		}
		return true
	})
}
