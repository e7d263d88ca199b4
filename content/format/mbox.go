package format

import (
	"bytes"
	"context"
	"fmt"
)

// An mbox is a file of mails, each behind a line “From …”. It is read as one page
// with a section a mail; one of them alone opens as FILE#3.

const mostMails = 1000

// isMbox recognises one by its first line and the header under it.
func isMbox(head []byte) bool {
	start := bytes.TrimLeft(head, " \t\n")
	return bytes.HasPrefix(start, []byte("From ")) && isMail(start)
}

func readMbox(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	mails := splitMbox(raw)
	one := func(n int) (Reader, error) {
		o.Meta.Format = "eml"
		m := mails[n]
		return atOnce{}, newMail(m.raw, m.line).write(context.Background(), o, name, opt)
	}
	switch {
	case len(mails) == 0:
		return nil, fmt.Errorf("there is no mail in it")
	case len(mails) == 1: // a mail that was cut out of one
		return one(0)
	case opt.Part > len(mails):
		return nil, fmt.Errorf("there is no message %d; it has %d", opt.Part, len(mails))
	case opt.Part > 0:
		n := opt.Part - 1
		opt.Part = 0
		return one(n)
	}
	if len(mails) > mostMails {
		o.Meta.Warnings = append(o.Meta.Warnings, fmt.Sprintf("only the first %d of %d messages are read; one of the others opens as FILE#%d", mostMails, len(mails), mostMails+1))
		mails = mails[:mostMails]
	}
	// Days are told from that of each mail, and the day of the file is theirs if it
	// is one.
	var day stamp
	for i, m := range mails {
		p := &part{}
		p.head, _ = splitHead(m.raw)
		if sent := p.sent(); i == 0 {
			day = sent
		} else if sent.Date != day.Date {
			day = stamp{}
			break
		}
	}
	o.Meta.Title, o.Meta.TitleMade = fromName(name), true
	o.anchor(opt, day, stamp{}, stamp{}, name)
	o.title(0)
	return &mbox{o, mails, len(mails)}, nil
}

// atOnce is a Reader of what is read already.
type atOnce struct{}

func (atOnce) Step() (bool, error) { return true, nil }

// mbox is one that is being read, mail by mail.
type mbox struct {
	out   *Out
	mails []boxed
	all   int
}

// boxed is a mail of an mbox, with the line of the file that it begins on.
type boxed struct {
	raw  []byte
	line int
}

func (b *mbox) Progress() (read, size int64) { return int64(b.all - len(b.mails)), int64(b.all) }

func (b *mbox) Step() (bool, error) {
	next := b.mails[0]
	b.mails = b.mails[1:]
	m := newMail(next.raw, next.line)
	b.out.blank()
	b.out.write(m.forwarded(&part{kind: "message/rfc822", body: next.raw, line: next.line}, 2))
	return len(b.mails) == 0, nil
}

// IsField reports whether a line is one of a header: what follows the line “From ”
// of a mail, and hardly ever a sentence that begins with the word.
func IsField(line []byte) bool {
	i := bytes.IndexByte(line, ':')
	return i > 0 && !bytes.ContainsAny(line[:i], " \t\n")
}

// splitMbox cuts at the lines “From ” that follow a blank line and come before a
// header, and takes the sign off those that were quoted.
func splitMbox(raw []byte) (mails []boxed) {
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte{'\n'})
	start, begins, count := -1, 0, 0
	blank := true
	for at := 0; at < len(raw); {
		line, _, _ := bytes.Cut(raw[at:], []byte{'\n'})
		next := min(at+len(line)+1, len(raw))
		if blank && bytes.HasPrefix(line, []byte("From ")) && IsField(raw[next:min(next+200, len(raw))]) {
			if start >= 0 {
				mails = append(mails, boxed{raw[start:at], begins})
			}
			start, begins = next, count+2
		}
		count++
		blank = len(line) == 0
		at = next
	}
	if start >= 0 && start < len(raw) {
		mails = append(mails, boxed{raw[start:], begins})
	}
	for i := range mails {
		mails[i].raw = bytes.ReplaceAll(mails[i].raw, []byte("\n>From "), []byte("\nFrom "))
	}
	return mails
}
