package format

import (
	"bytes"
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

func readMbox(o *Out, raw []byte, name string, opt Options) error {
	mails := splitMbox(raw)
	switch {
	case len(mails) == 0:
		return fmt.Errorf("there is no mail in it")
	case len(mails) == 1: // a mail that was cut out of one
		o.Meta.Format = "eml"
		return readMail(o, mails[0], name, opt)
	case opt.Part > len(mails):
		return fmt.Errorf("there is no message %d; it has %d", opt.Part, len(mails))
	case opt.Part > 0:
		n := opt.Part
		opt.Part = 0
		o.Meta.Format = "eml"
		return readMail(o, mails[n-1], name, opt)
	}
	if len(mails) > mostMails {
		o.Meta.Warnings = append(o.Meta.Warnings, fmt.Sprintf("only the first %d of %d messages are read; one of the others opens as FILE#%d", mostMails, len(mails), mostMails+1))
		mails = mails[:mostMails]
	}
	var md []byte
	var day stamp
	for i, raw := range mails {
		m := newMail(raw)
		p := &part{kind: "message/rfc822", body: raw}
		p.body = bytes.ReplaceAll(raw, []byte("\r\n"), []byte{'\n'})
		md = together(md, m.forwarded(p, 2))
		// Days are told from the one day of all mails; where there are several, from
		// none.
		if sent := m.sent(m.root); i == 0 {
			day = sent
		} else if sent.Date != day.Date {
			day = stamp{}
		}
		o.Meta.Furniture = append(o.Meta.Furniture, m.signature...)
	}
	o.Meta.Title, o.Meta.TitleMade = fromName(name), true
	o.anchor(opt, day, stamp{}, stamp{}, name)
	o.whole(md)
	return nil
}

// splitMbox cuts at the lines “From ” that follow a blank line, and takes the
// sign off those that were quoted.
func splitMbox(raw []byte) (mails [][]byte) {
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte{'\n'})
	start := -1
	blank := true
	for at := 0; at < len(raw); {
		line, _, _ := bytes.Cut(raw[at:], []byte{'\n'})
		next := min(at+len(line)+1, len(raw))
		if blank && bytes.HasPrefix(line, []byte("From ")) {
			if start >= 0 {
				mails = append(mails, raw[start:at])
			}
			start = next
		}
		blank = len(line) == 0
		at = next
	}
	if start >= 0 && start < len(raw) {
		mails = append(mails, raw[start:])
	}
	for i := range mails {
		mails[i] = bytes.ReplaceAll(mails[i], []byte("\n>From "), []byte("\nFrom "))
	}
	return mails
}
