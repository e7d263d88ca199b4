package format

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// RTF is text in groups, with words that begin with a backslash and hold for what
// follows in the group. Groups that are no text (pictures, fonts, what no reader
// knows) are skipped; others hold a flow of their own: a note, a text box, a
// header. What the words mean is in rtfword.go, tables of characters in rtfchar.go.
type rtf struct {
	in    []byte
	at    int
	out   *Out
	w     *blockWriter
	state rtfState
	stack []rtfState
	flow  *rtfFlow // the one that is open; the body is the last
	given int

	styles  map[int]rtfStyle
	fonts   map[int]string // their code pages
	page    string         // the code page of the file
	style   rtfStyle       // that is read
	styleN  int
	fontN   int
	bytes   []byte // of a code page, not yet text
	high    rune   // half of a character
	skip    int    // characters that stand for one just read
	text    []byte // of a destination that is no flow
	notes   []odtNote
	count   map[string]int
	author  string
	seen    map[string]bool // lines of margins
	track   struct{ in, out int }
	cut     bool
	line    int // of the file, at counted
	counted int
	came    int // where the bytes of a code page began
}

// rtfState is what holds in a group.
type rtfState struct {
	to      rtfTo
	look    look
	hidden  bool
	deleted bool
	link    string
	font    int
	uc      int
	star    bool     // the next word names a destination that may be skipped
	field   bool     // the group is a field, whose link its result has
	opens   *rtfFlow // the flow that was open before the group
	first   bool     // no word has come yet
}

// rtfTo is where the text of a group goes.
type rtfTo int

const (
	rtfBody rtfTo = iota
	rtfSkip
	rtfFonts
	rtfStyles
	rtfInfo // one of the properties
	rtfInstr
	rtfLabel // the number of an item
	rtfAuthor
)

// rtfFlow is a flow of paragraphs.
type rtfFlow struct {
	kind  string
	give  func(block)
	p     *paragraph
	props rtfProps
	grid  *grid
	row   []cell
	cell  []block
	boxes []block // text boxes of the paragraph that is open
	held  []block // of a text box
}

// rtfProps holds for a paragraph until it is reset.
type rtfProps struct {
	style, outline int
	level          int // of a list
	label          string
	table          bool
	listed         bool
}

type rtfStyle struct {
	name  string
	level int
}

const deepestRTF = 1000

func isRtf(raw []byte) bool { return bytes.HasPrefix(raw, []byte(`{\rtf`)) }

func readRtf(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	if !isRtf(raw) {
		return nil, errors.New("it is no rich text (RTF), whatever it is called; open it without --as")
	}
	r := &rtf{in: raw, out: o, styles: map[int]rtfStyle{}, fonts: map[int]string{}, page: "1252", count: map[string]int{}, seen: map[string]bool{}}
	r.w = &blockWriter{out: o, name: name, opt: opt}
	r.state.uc = 1
	r.flow = &rtfFlow{p: &paragraph{}, props: rtfProps{outline: -1}, give: func(b block) {
		r.given++
		r.w.add(b)
	}}
	return r, nil
}

// Progress counts bytes of the file.
func (r *rtf) Progress() (read, size int64) { return int64(r.at), int64(len(r.in)) }

// Step reads up to the end of the next block.
func (r *rtf) Step() (bool, error) {
	given := r.given
	for n := 0; r.at < len(r.in); n++ {
		if r.given > given || n > 1<<16 {
			return false, nil
		}
		switch c := r.in[r.at]; c {
		case '{':
			r.at++
			r.decode()
			if len(r.stack) >= deepestRTF {
				if !r.w.begun {
					return true, errors.New("its groups are more than " + strconv.Itoa(deepestRTF) + " deep")
				}
				r.cut = true
				return true, r.end()
			}
			r.stack = append(r.stack, r.state)
			r.state.opens, r.state.star, r.state.field, r.state.first = nil, false, false, true
			r.skip = 0
		case '}':
			r.at++
			r.decode()
			if len(r.stack) <= 1 { // what follows the text is none
				r.stack = nil
				r.at = len(r.in)
				break
			}
			r.close()
		case '\\':
			r.at++
			r.control()
		case '\n', '\r', 0:
			r.at++
		default:
			end := r.at + 1
			for end < len(r.in) && r.in[end] != '{' && r.in[end] != '}' && r.in[end] != '\\' && r.in[end] != '\n' && r.in[end] != '\r' && r.in[end] != 0 {
				end++
			}
			r.raw(r.in[r.at:end])
			r.at = end
		}
	}
	r.cut = r.cut || len(r.stack) > 0
	return true, r.end()
}

// raw takes bytes of text.
func (r *rtf) raw(b []byte) {
	if r.skip > 0 {
		n := min(r.skip, len(b))
		r.skip -= n
		b = b[n:]
	}
	if len(b) > 0 && r.state.to != rtfSkip {
		if len(r.bytes) == 0 {
			r.came = r.at
		}
		r.bytes = append(r.bytes, b...)
	}
	if len(r.bytes) > 1<<16 {
		r.decode()
	}
}

// decode makes text of the bytes that have come.
func (r *rtf) decode() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	page := r.page
	if p := r.fonts[r.state.font]; p != "" {
		page = p
	}
	r.say(inCodePage(b, page))
	r.came = 0
}

// say gives text to where the group's text goes.
func (r *rtf) say(s string) {
	if r.high != 0 {
		r.high = 0
	}
	switch r.state.to {
	case rtfSkip:
	case rtfBody:
		if !r.state.hidden && !r.state.deleted {
			r.stands()
			r.flow.p.add(textRun{text: s, look: r.state.look, link: r.state.link})
		}
	default:
		if len(r.text) < 1<<16 {
			r.text = append(r.text, s...)
		}
	}
}

// stands notes on which line of the file the words of the paragraph begin.
func (r *rtf) stands() {
	if r.flow.p.line > 0 {
		return
	}
	at := max(r.counted, r.at)
	if r.came > 0 {
		at = max(r.counted, r.came)
	}
	r.line += bytes.Count(r.in[r.counted:at], []byte{'\n'})
	r.counted = at
	r.flow.p.line = r.line + 1
}

// rune takes a character by its number, of which 16 bits come at a time.
func (r *rtf) rune(n int) {
	r.decode()
	c := rune(uint16(n))
	if n > 0xFFFF {
		c = rune(n)
	}
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.high, c)
	}
	if c != utf8.RuneError && c != 0 {
		r.say(string(c))
	}
	r.high = 0
}

// close ends a group.
func (r *rtf) close() {
	s := r.state
	outer := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.skip = 0
	if s.to != outer.to {
		switch s.to {
		case rtfInstr:
			f := docxField{instr: r.text}
			(&docx{}).runField(&f)
			if n := len(r.stack); n > 0 && f.link != "" {
				outer.link = f.link
			}
		case rtfLabel:
			r.flow.props.label = strings.TrimSpace(string(r.text))
			r.flow.props.listed = true
		case rtfAuthor:
			r.author = line1(string(r.text))
		case rtfInfo:
			r.w.property(r.author, line1(string(r.text)))
			r.author = ""
		case rtfStyles, rtfFonts:
		}
		r.text = r.text[:0]
	} else if s.to == rtfStyles && len(r.text) > 0 {
		name, _, _ := strings.Cut(string(r.text), ";")
		r.style.name = strings.ToLower(strings.TrimSpace(name))
		if len(r.styles) < 20_000 {
			r.styles[r.styleN] = r.style
		}
		r.text = r.text[:0]
	}
	if s.opens != nil {
		f := r.flow
		f.end(r)
		r.flow = s.opens
		if f.kind == "shptxt" {
			r.flow.boxes = append(r.flow.boxes, f.held...)
		}
	}
	r.state = outer
}

// open begins a flow of its own in the group.
func (r *rtf) open(kind string, give func(block)) *rtfFlow {
	f := &rtfFlow{kind: kind, give: give, p: &paragraph{}, props: rtfProps{outline: -1}}
	r.state.opens = r.flow
	r.state.to, r.state.look, r.state.link, r.state.hidden = rtfBody, 0, "", false
	r.flow = f
	return f
}

func (r *rtf) end() error {
	r.decode()
	for len(r.stack) > 0 {
		r.close()
	}
	r.flow.end(r)
	if len(r.w.held) == 0 && !r.w.begun && len(r.notes) == 0 {
		if r.cut {
			return errCutOff
		}
		return errors.New("there are no words in it")
	}
	r.w.end()
	for _, n := range r.notes {
		r.w.note(n.label, n.blocks)
	}
	if r.cut {
		r.out.Meta.Warnings = append(r.out.Meta.Warnings, "the file is read as far as it goes: it is cut off")
	}
	var s []string
	for _, c := range []string{counts(r.track.in, "insertion", "insertions"), counts(r.track.out, "deletion", "deletions")} {
		if c != "" {
			s = append(s, c)
		}
	}
	if len(s) > 0 {
		r.out.more("Tracked changes", strings.Join(s, ", ")+", shown as if accepted")
	}
	return nil
}

// end ends the flow: what is open in it is given.
func (f *rtfFlow) end(r *rtf) {
	if !f.p.empty() {
		f.paragraph(r)
	}
	if len(f.cell) > 0 || len(f.row) > 0 {
		f.endCell(r)
		f.endRow()
	}
	f.endTable()
}

// paragraph ends the paragraph that is open.
func (f *rtfFlow) paragraph(r *rtf) {
	p := f.p
	f.p = &paragraph{}
	boxes := f.boxes
	f.boxes = nil
	s := r.styles[f.props.style]
	level := s.level
	if n, ok := strings.CutPrefix(s.name, "heading "); ok && level == 0 {
		level = number(n, 9)
	}
	if f.props.outline >= 0 {
		level = f.props.outline
	}
	label := f.props.label
	bullet := f.props.listed && (label == "o" || strings.IndexFunc(label, hasNumber) < 0) // Word draws the second kind with the letter
	f.props.label, f.props.listed = "", false
	switch {
	case level > 0:
		p.level, p.number = level, label
		if bullet {
			p.number = ""
		}
	case s.name == "title":
		p.title = true
	case label != "" || bullet:
		p.item, p.number, p.depth = true, label, f.props.level
		if bullet {
			p.number = ""
		}
		n := digits([]byte(label))
		p.plain = n > 0 && n+1 == len(label) && (label[n] == '.' || label[n] == ')')
	case s.name == "quote" || s.name == "quotations" || s.name == "intense quote":
		p.quote = true
	}
	give := func(b block) {
		if f.props.table {
			f.cell = append(f.cell, b)
			return
		}
		f.endTable()
		f.give(b)
	}
	if !p.empty() {
		give(block{paragraph: p})
	}
	for _, b := range boxes {
		give(b)
	}
}

func hasNumber(c rune) bool {
	return c < utf8.RuneSelf && isAlnum(byte(c)) || c >= 0xC0 && c < 0x2000
}

func (f *rtfFlow) endCell(r *rtf) {
	table := f.props.table
	f.props.table = true
	f.paragraph(r)
	f.props.table = table
	if len(f.row) < 1000 {
		f.row = append(f.row, cell{blocks: f.cell})
	}
	f.cell = nil
}

func (f *rtfFlow) endRow() {
	if len(f.row) == 0 {
		return
	}
	if f.grid == nil {
		f.grid = &grid{}
	}
	f.grid.rows = append(f.grid.rows, f.row)
	f.row = nil
}

func (f *rtfFlow) endTable() {
	if f.grid == nil {
		return
	}
	g := f.grid
	f.grid = nil
	f.give(block{table: g})
}
