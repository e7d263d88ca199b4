package format

import (
	"bytes"
	"context"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/briefing"
	"readout/content/clean"
)

// Mail: its header is the metadata, the subject the title, the sender's day the
// anchor. The richer body of an alternative is read, forwarded messages stand in
// line under their own header, quotations in quotation, attachments are named and
// open as FILE#1.

// isMailHead recognises a message by its clean head.
func isMailHead(head []byte) bool {
	start := bytes.TrimLeft(head, " \t\n")
	return !bytes.HasPrefix(start, []byte("From ")) && isMail(start)
}

func readMail(ctx context.Context, o *Out, raw []byte, name string, opt Options) error {
	return newMail(raw, 1).write(ctx, o, name, opt)
}

// write writes the message, or the part of it that is asked for.
func (m *message) write(ctx context.Context, o *Out, name string, opt Options) error {
	if opt.Part > 0 {
		return m.attachment(ctx, o, name, opt)
	}
	meta := &o.Meta
	root := m.root
	meta.Title = root.words("Subject")
	meta.From, meta.To, meta.Subject = root.sender(), people(root.words("To")), meta.Title
	for _, n := range []string{"Cc", "Date"} {
		if v := people(root.words(n)); v != "" {
			o.more(n, v)
		}
	}
	md := m.body(root, 2)
	if len(bytes.TrimSpace(md.md)) == 0 {
		for _, a := range m.attached {
			if a.kind == "text/calendar" {
				md = calendarMarkdown(a.text())
				break
			}
		}
	}
	md = md.replies().notices().below(meta.Subject)
	for i, a := range m.attached {
		o.more("Attachment", fmt.Sprintf("#%d %s", i+1, attachmentName(a)))
	}
	meta.Warnings = append(meta.Warnings, m.warnings...)
	if meta.Title == "" {
		meta.Title, meta.TitleMade = madeFromMarkdown(md.md, name), true
	}
	o.anchor(opt, root.sent(), stamp{}, stamp{}, name)
	o.whole(md)
	return nil
}

// sender is who a message is from. Some archives put another “From:” in front,
// which is no address.
func (p *part) sender() string {
	for _, f := range p.head {
		if s := headWords(f.Value); strings.EqualFold(f.Name, "From") {
			if _, err := mail.ParseAddress(s); err == nil {
				return people(s)
			}
		}
	}
	return people(p.words("From"))
}

// people is a list of addresses without the quotation marks around names.
func people(s string) string { return strings.ReplaceAll(s, `"`, "") }

// message is a mail that is being read.
type message struct {
	root     *part
	attached []*part
	warnings []string
}

// newMail parses a message that begins on a line of the file.
func newMail(raw []byte, line int) *message {
	if bytes.IndexByte(raw[:min(len(raw), 512)], 0) >= 0 || bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")) { // the whole of it in UTF-16
		raw = clean.Bytes(raw)
	}
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte{'\n'})
	if !bytes.Contains(raw, []byte{'\n'}) {
		raw = bytes.ReplaceAll(raw, []byte{'\r'}, []byte{'\n'})
	}
	left := mostMailParts
	body := bytes.TrimLeft(raw, "\n")
	m := &message{root: parsePart(body, line+len(raw)-len(body), deepestPart, &left)}
	if m.root.tooDeep {
		m.warnings = append(m.warnings, fmt.Sprintf("parts of the message that are more than %d deep in others are left out", deepestPart))
	}
	if left < 0 {
		m.warnings = append(m.warnings, fmt.Sprintf("only the first %d parts of the message are read", mostMailParts))
	}
	return m
}

// sent is the day of the sender: the date as the header has it, in its own zone.
func (p *part) sent() stamp {
	v := p.words("Date")
	if t, err := mail.ParseDate(v); err == nil && t.Year() > 1900 {
		return stamp{briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, "header"}
	}
	if d, ok := webDate(v); ok {
		return stamp{d, "header"}
	}
	return stamp{}
}

// body is what a part says, as Markdown. Level is that of the headings over
// forwarded messages.
func (m *message) body(p *part, level int) lined {
	switch {
	case p.kind == "multipart/alternative" && len(p.parts) > 0:
		return m.richest(p, level)
	case p.kind == "multipart/related" && len(p.parts) > 0:
		md := m.body(p.parts[0], level)
		for _, c := range p.parts[1:] {
			if strings.HasPrefix(c.kind, "image/") || strings.HasPrefix(c.kind, "multipart/") && len(bytes.TrimSpace(md.md)) > 0 {
				continue // what the page shows in it
			}
			md = together(md, m.body(c, level))
		}
		return md
	case p.kind == "multipart/encrypted":
		m.attached = append(m.attached, p)
		return lined{}
	case len(p.parts) > 0:
		var md lined
		for _, c := range p.parts {
			md = together(md, m.body(c, level))
		}
		return md
	case p.kind == "message/rfc822":
		return m.forwarded(p, level)
	case p.isAttachment():
		if p.kind != "application/pgp-signature" && !strings.HasSuffix(p.kind, "pkcs7-signature") && !strings.HasPrefix(p.kind, "multipart/") {
			m.attached = append(m.attached, p)
		}
		return lined{}
	case p.kind == "text/html":
		text := p.text()
		doc, err := html.Parse(bytes.NewReader(text))
		if err != nil {
			return looseHTML(text).at(p.lineOf())
		}
		htmlLines(text, doc)
		return webMarkdown(doc, nil, isBrowserLink, htmlLine).at(p.lineOf())
	}
	text := m.unpack(p.text())
	if strings.EqualFold(p.params["format"], "flowed") {
		text, begins := unflow(text)
		return m.plain(text).at(func(n int) int { return begins[min(n, len(begins))-1] }).at(p.lineOf())
	}
	return m.plain(text).at(p.lineOf())
}

// isBrowserLink reports whether an element only leads to the page of a newsletter:
// “View in browser”.
func isBrowserLink(n *html.Node) bool {
	if n.Type != html.ElementNode || n.FirstChild == nil || !isBlock(n) && n.DataAtom != atom.A {
		return false
	}
	s := strings.ToLower(line1(nodeText(n)))
	return len(s) < 90 && strings.Contains(s, "view") && (strings.Contains(s, "in browser") || strings.Contains(s, "in your browser") || strings.Contains(s, "email online") || strings.Contains(s, "web version"))
}

// richest is the body of an alternative: the page, unless it says less than half
// of what the plain text says.
func (m *message) richest(p *part, level int) lined {
	var best lined
	var attached []*part
	was := m.attached
	most := 0
	for _, c := range p.parts {
		m.attached = slices.Clone(was)
		md := m.body(c, level)
		n := len(bytes.Fields(md.md))
		if n > 0 && n*2 >= most {
			best, attached = md, m.attached
			most = max(most, n)
		} else if c.kind == "text/calendar" {
			was = append(was, c)
		}
	}
	if attached == nil {
		attached = was
	}
	m.attached = attached
	return best
}

// forwarded is a message within a message, under its own header.
func (m *message) forwarded(p *part, level int) lined {
	left := mostMailParts
	raw := p.decoded()
	body := bytes.TrimLeft(raw, "\n")
	line := p.line
	if line > 0 && len(raw) != len(p.body) { // packed
		line = 0
	} else if line > 0 {
		line += len(raw) - len(body)
	}
	inner := parsePart(body, line, deepestPart-level, &left)
	title := inner.words("Subject")
	if title == "" {
		title = "Forwarded message"
	}
	md := append(bytes.Repeat([]byte{'#'}, min(level, 6)), ' ')
	md = append(appendHeading(md, []byte(title)), "\n\n"...)
	for _, n := range []string{"From", "To", "Date"} {
		v := people(inner.words(n))
		if n == "From" {
			v = inner.sender()
		}
		if v != "" {
			md = append(appendText(append(md, "**"+n+":** "...), []byte(v), false), "\\\n"...)
		}
	}
	md = append(bytes.TrimSuffix(md, []byte("\\\n")), '\n')
	head := lined{md: md}
	for range bytes.Lines(md) {
		head.from = append(head.from, p.line)
	}
	head.mute = []lineSpan{{2, len(head.from)}} // under the subject
	if level >= deepestPart {
		return head
	}
	all := together(head, m.body(inner, level+1).replies().notices())
	if sent := inner.sent(); level > 1 { // what it quotes stands within it
		all.days = append(all.days, lineDay{lineSpan{0, len(all.from)}, sent.Date})
	}
	return all
}

func attachmentName(p *part) string {
	name := p.fileName()
	switch {
	case p.kind == "application/ms-tnef" || strings.EqualFold(name, "winmail.dat"):
		return "winmail.dat, which only Outlook reads"
	case p.kind == "multipart/encrypted" || strings.HasSuffix(p.kind, "pkcs7-mime"):
		return "an encrypted message: decrypt it in your mail program"
	case name == "":
		return line1(p.kind)
	}
	return name + ", " + size(len(p.decoded()))
}

func size(n int) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", (n+1<<19)>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// attachment reads one as a briefing of its own.
func (m *message) attachment(ctx context.Context, o *Out, name string, opt Options) error {
	m.body(m.root, 2)
	if opt.Part > len(m.attached) {
		return fmt.Errorf("there is no attachment %d; the message has %d", opt.Part, len(m.attached))
	}
	p := m.attached[opt.Part-1]
	if p.kind == "text/calendar" {
		md := calendarMarkdown(p.text())
		if o.Meta.Format, o.Meta.Title = "eml", m.root.words("Subject"); o.Meta.Title == "" {
			o.Meta.Title, o.Meta.TitleMade = fromName(name), true
		}
		o.anchor(opt, m.root.sent(), stamp{}, stamp{}, name)
		o.whole(md)
		return nil
	}
	return readBytes(ctx, o, p.decoded(), p.fileName(), Options{Date: opt.Date}, m.root.sent())
}

// readBytes reads a document that came within another one. What it is shows by
// itself; where it has no date, it has that of what it came with.
func readBytes(ctx context.Context, o *Out, raw []byte, name string, opt Options, with stamp) error {
	f, ok := Sniff(raw, opt)
	if !ok {
		if what := Other(raw); what != "" {
			return fmt.Errorf("%s; readout reads %s", what, List())
		}
		text := clean.Bytes(raw)
		if len(bytes.TrimSpace(text)) == 0 {
			return fmt.Errorf("there is nothing to read in it")
		}
		head := text[:min(len(text), clean.Head)]
		f, _ = Pick(head, name, opt)
		if o.Meta.Format = f.Name; f.New != nil {
			f.New(o, name, opt).Convert(text, true)
		}
	}
	o.Meta.Format = f.Name
	if f.New == nil {
		if err := f.whole(ctx, o, raw, name, opt); err != nil {
			return err
		}
	}
	if o.Meta.Date.IsZero() {
		o.Meta.Date, o.Meta.DateFrom = with.Date, with.from
	}
	return nil
}
