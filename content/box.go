package content

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"readout/content/format"
)

// A file of mails is a library: each mail is a briefing of its own, FILE#3. Where
// they begin is looked for once, so that listing them reads each once.

// span is where a mail stands in its file.
type span struct{ start, end int64 }

// IsBox reports whether a file holds several mails.
func IsBox(path string) bool {
	return formatOf(path) == "mbox" && len(mailsIn(path, 2)) > 1
}

// Exists reports whether a path names something to open: a file, a folder, or
// FILE#3, a mail or an attachment.
func Exists(path string) bool {
	if _, err := os.Stat(path); err == nil {
		return true
	}
	file, part := partOf(path)
	return part > 0 && hasParts(file)
}

// hasParts reports whether FILE#3 is a part of the file.
func hasParts(path string) bool {
	f := formatOf(path)
	return f == "eml" || f == "mbox"
}

// formatOf is the format of a file as its head tells it, "" for none.
func formatOf(path string) string {
	d, err := Open(path, Options{})
	if err != nil {
		return ""
	}
	defer d.Close()
	return d.out.Meta.Format
}

// mailsIn finds up to most mails: they begin with a line “From …” behind a blank one.
func mailsIn(path string, most int) (mails []span) {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	in := bufio.NewReaderSize(io.LimitReader(f, MostInput), 64<<10)
	at, blank, begins := int64(0), true, true
	maybe := int64(-1) // where a mail begins if a header comes next
	for {
		line, err := in.ReadSlice('\n') // of a long line a part
		if begins && maybe >= 0 && format.IsField(line) {
			if n := len(mails); n > 0 {
				mails[n-1].end = maybe
			}
			if len(mails) == most {
				return mails
			}
			mails = append(mails, span{start: maybe})
		}
		if begins {
			if maybe = -1; blank && bytes.HasPrefix(line, []byte("From ")) {
				maybe = at
			}
			blank = len(bytes.TrimRight(line, "\r\n")) == 0
		}
		at += int64(len(line))
		begins = err == nil
		if err != nil && err != bufio.ErrBufferFull {
			break
		}
	}
	if n := len(mails); n > 0 {
		mails[n-1].end = at
	}
	return mails
}

// box lists the mails of a file.
func (l *Library) box(path string) {
	mails := mailsIn(path, mostFiles)
	for i, m := range mails {
		name := fmt.Sprintf("%s#%d", path, i+1)
		l.Paths = append(l.Paths, name)
		if l.mails == nil {
			l.mails = map[string]span{}
		}
		l.mails[name] = m
	}
	if len(mails) == mostFiles {
		l.Notes = append(l.Notes, fmt.Sprintf("%s: what comes after %d mails is left out", shown(path), mostFiles))
	}
}

// openMail opens a mail of a box where it stands.
func openMail(name string, m span, o Options) (*Document, error) {
	path := name[:strings.LastIndexByte(name, '#')]
	f, err := os.Open(path)
	if err != nil {
		return nil, fileError("open", path, err)
	}
	o.As = "mbox"
	return open(name, io.NewSectionReader(f, m.start, m.end-m.start), f, m.end-m.start, o)
}
