package format

import (
	"fmt"
	"slices"

	"readout/briefing"
)

// Out is what a converter writes to: Markdown that only ever grows, the lines it
// came from, and the metadata. What a Source taken from it holds never changes.
type Out struct {
	Meta   briefing.Meta
	md     []byte
	origin briefing.LineMap
	lines  int // lines of md since the last run of origin began
}

// NewOut returns an Out with room for the Markdown of a file of size bytes, and a
// quarter more for what a converter puts in; the room costs nothing until it is
// written to.
func NewOut(size int) *Out {
	return &Out{md: make([]byte, 0, size+size/4+4096)}
}

// Len is how many bytes of Markdown there are.
func (o *Out) Len() int { return len(o.md) }

// Source is what there is so far.
func (o *Out) Source() briefing.Source {
	m := o.Meta
	m.Tags, m.More, m.Furniture, m.Warnings = slices.Clip(m.Tags), slices.Clip(m.More), slices.Clip(m.Furniture), slices.Clip(m.Warnings)
	m.Portions, m.Others, m.Silent, m.Quoted = slices.Clip(m.Portions), slices.Clip(m.Others), slices.Clip(m.Silent), slices.Clip(m.Quoted)
	return briefing.Source{Markdown: slices.Clip(o.md), Origin: slices.Clip(o.origin), Meta: m}
}

// from says that the line of Markdown that begins here came from a line of the
// file, 0 for none.
func (o *Out) from(line int) {
	if n := len(o.origin); n > 0 {
		last := o.origin[n-1]
		if last.Line == 0 && line == 0 || last.Line > 0 && last.Line+o.lines == line {
			return
		}
		if last.At == briefing.Pos(len(o.md)) {
			o.origin[n-1].Line, o.lines = line, 0
			return
		}
	}
	o.origin = append(o.origin, briefing.LineRun{At: briefing.Pos(len(o.md)), Line: line})
	o.lines = 0
}

func (o *Out) newline() {
	o.md = append(o.md, '\n')
	o.lines++
}

// blank ends the line and the block before.
func (o *Out) blank() {
	for n := len(o.md); n > 0 && (o.md[n-1] != '\n' || n > 1 && o.md[n-2] != '\n'); n++ {
		o.newline()
	}
}

func (o *Out) furniture(line string) { o.Meta.Furniture = append(o.Meta.Furniture, line) }

func (o *Out) more(name, value string) {
	o.Meta.More = append(o.Meta.More, briefing.Field{Name: name, Value: value})
}

func (o *Out) warn(line int, format string, args ...any) {
	o.Meta.Warnings = append(o.Meta.Warnings, fmt.Sprintf("line %d: ", line)+fmt.Sprintf(format, args...))
}

// mark adds a handling line, once.
func (o *Out) mark(s string) {
	switch {
	case o.Meta.Marking == "":
		o.Meta.Marking = s
	case !slices.Contains(splitMarks(o.Meta.Marking), s):
		o.Meta.Marking += markSeparator + s
	}
}
