package format

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"readout/briefing"
)

// A Converter turns the clean text of one file into Markdown as it comes.
type Converter interface {
	// Convert takes the next portion of the text and appends to the Out what can
	// be said of the text so far. With end there is no more to come.
	Convert(text []byte, end bool)
}

// Options is what the reader says about a file.
type Options struct {
	As   string        // the name of a format; "" to find out
	Date briefing.Date // the date anchor, over anything the file says
	Part int           // the attachment or message to read of a mail, from 1; 0 for the mail itself

	Restricted bool // nothing is written, not even to a cache
	Behind     bool // there is time: what makes the next reading faster may go on behind this one
}

// A Format is a row of the table.
type Format struct {
	Name  string
	Files []string // name extensions, with the dot
	// Is recognises the format by the first bytes of the clean text, surely; what
	// no format recognises goes by the name of the file.
	Is  func(head []byte) bool
	New func(o *Out, name string, opt Options) Converter
	// Magic recognises a format by the first bytes of the file as they are; it has
	// no text before it is read, and Is is nil.
	// Of a container (see Container) it gets the whole.
	Magic func(raw []byte) bool
	// Whole reads a file that cannot be read as it comes: its bytes as they are, all
	// of them, and stops soon when the context ends. Such a format has no New. An error is in words that go on with
	// “open x.docx: ”; after one the Out is not used.
	Whole func(ctx context.Context, o *Out, raw []byte, name string, opt Options) error
	// Steps is Whole for a format that is then read block by block, so that the
	// first screen does not wait for the last page.
	Steps func(o *Out, raw []byte, name string, opt Options) (Reader, error)
	// Slow says that the first step takes longer than a screen may wait for.
	Slow bool
}

// A Reader makes Markdown of a file that it has whole. What it reads does not pass
// the gate on its way in: its words have to pass clean on their way out.
type Reader interface {
	// Step appends what the next block gives, and reports whether there is no more.
	// An error is for a file of which nothing can be read; what is damaged further
	// on ends the text with a warning.
	Step() (done bool, err error)
}

// whole reads a file that is there, to its end.
func (f Format) whole(ctx context.Context, o *Out, raw []byte, name string, opt Options) error {
	if f.Whole != nil {
		return f.Whole(ctx, o, raw, name, opt)
	}
	steps, err := f.Steps(o, raw, name, opt)
	for done := false; !done && err == nil; {
		if done, err = steps.Step(); err == nil {
			err = ctx.Err()
		}
	}
	return err
}

func table() []Format {
	return []Format{
		{Name: "text", Files: []string{".txt", ".text", ".asc"}, Is: hasEnvelope, New: newText},
		{Name: "markdown", Files: []string{".md", ".markdown", ".mdown", ".mkd", ".mdtext"}, Is: hasFrontMatter, New: newMarkdown},
		{Name: "docx", Files: []string{".docx", ".docm", ".dotx", ".dotm"}, Magic: isDocx, Steps: readDocx},
		{Name: "odt", Files: []string{".odt", ".ott"}, Magic: isOdt, Steps: readOdt},
		{Name: "pdf", Files: []string{".pdf"}, Magic: isPDF, Steps: readPDF, Slow: true},
		{Name: "epub", Files: []string{".epub"}, Magic: isEpub, Steps: readEpub},
		{Name: "rtf", Files: []string{".rtf"}, Magic: isRtf, Steps: readRtf},
		{Name: "html", Files: []string{".html", ".htm", ".xhtml"}, Is: isHTML, Whole: readHTML},
		{Name: "eml", Files: []string{".eml", ".mht", ".mhtml"}, Is: isMailHead, Whole: readMail},
		{Name: "mbox", Files: []string{".mbox", ".mbx"}, Is: isMbox, Steps: readMbox},
	}
}

// IsText reports whether a file of a format is text that a person can read and
// edit, as a Word document is not.
func IsText(name string) bool {
	return !slices.ContainsFunc(table(), func(f Format) bool { return f.Name == name && f.Magic != nil })
}

// Sniff recognises a format by the first bytes of the file, or is told by --as
// that it is one which reads them as they are.
func Sniff(raw []byte, opt Options) (Format, bool) {
	for _, f := range table() {
		if opt.As == f.Name && f.Is == nil || opt.As == "" && f.Magic != nil && f.Magic(raw) {
			return f, true
		}
	}
	return Format{}, false
}

// Container reports whether only the whole of a file says what it is, as far as
// the options leave it open: a zip archive, whose list stands at its end, or the
// archive that Word had before it.
func Container(head []byte, opt Options) bool {
	if opt.As != "" {
		return false
	}
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte(compoundMagic))
}

// Names lists the formats, for --as.
func Names() []string {
	var names []string
	for _, f := range table() {
		names = append(names, f.Name)
	}
	return names
}

// Pick chooses the format of a file: the one asked for, else by content, else by
// name, else by whether the head looks like Markdown.
func Pick(head []byte, name string, opt Options) (Format, error) {
	rows := table()
	if opt.As != "" {
		for _, f := range rows {
			if f.Name == opt.As {
				return f, nil
			}
		}
		return Format{}, fmt.Errorf("--as %s: no such format; there are %s", opt.As, List())
	}
	for _, f := range rows {
		if f.Is != nil && f.Is(head) {
			return f, nil
		}
	}
	if f, ok := byName(rows, name); ok && f.Is != nil {
		return f, nil
	}
	if looksMarkdown(head) {
		return rows[1], nil
	}
	return rows[0], nil
}

// List names the formats in words: “text and markdown”.
func List() string {
	n := Names()
	return strings.Join(n[:len(n)-1], ", ") + " and " + n[len(n)-1]
}

// Claims reports whether a format goes by the name of a file, packed with gzip or
// not.
func Claims(name string) bool {
	if ext := filepath.Ext(name); strings.EqualFold(ext, ".gz") {
		name = name[:len(name)-len(ext)]
	}
	_, ok := byName(table(), name)
	return ok
}

func byName(rows []Format, name string) (Format, bool) {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range rows {
		if slices.Contains(f.Files, ext) {
			return f, true
		}
	}
	return Format{}, false
}
