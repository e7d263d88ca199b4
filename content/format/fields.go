package format

import (
	"bytes"
	"strings"
)

// Header fields: TO, FROM, SUBJECT and their kin, as memos and messages have
// them. A value may begin on the next row and go on over rows that are indented
// further.

// fieldOf splits “Name: value” if the name is one that headers have.
func fieldOf(s []byte) (name, value []byte, ok bool) {
	i := bytes.IndexByte(s[:min(len(s), 25)], ':')
	if i < 1 {
		return nil, nil, false
	}
	name, value = bytes.TrimSpace(s[:i]), bytes.TrimSpace(s[i+1:])
	switch n := low(name); n {
	case "to", "from", "subject", "subj", "re", "cc", "bcc", "through", "thru", "via", "contact", "contacts", "press contact", "media contact", "media contacts",
		"reference", "ref", "references", "attachment", "attachments", "enclosure", "enclosures", "classification", "marking", "embargo", "handling",
		"drafted by", "drafter", "prepared by", "prepared for", "approved by", "cleared by", "clearance", "author", "source", "distribution", "precedence",
		"memorandum for", "memorandum to", "for":
		return name, value, true
	default:
		if isDateField(n) {
			return name, value, true
		}
	}
	return nil, nil, false
}

func isDateField(low string) bool {
	switch low {
	case "date", "dated", "sent", "published", "published on", "updated", "last updated", "issued", "released", "release date", "posted", "posted on":
		return true
	}
	return false
}

// headField takes a header field with its value.
func (h *header) headField(r *row) bool {
	name, value, ok := fieldOf(r.text)
	if !ok {
		if name, value, ok = memoFor(r.text); !ok || h.title == "" && !h.subjectBelow() {
			return false
		}
	}
	if low(name) == "for" && !h.subjectBelow() {
		return false
	}
	line, indent := r.line, r.indent
	if len(value) > 400 { // no header says so much
		return false
	}
	h.next()
	v := string(value)
	n := low(name)
	if v == "" && !strings.Contains(n, "contact") {
		if i := h.block(-1); i <= 1 && !h.ahead(i).blank() && wordCount(h.ahead(i).text) <= 30 {
			if _, _, isField := fieldOf(h.ahead(i).text); !isField {
				v, indent = string(h.ahead(i).text), max(indent, h.ahead(i).indent-4)
				h.rows = h.rows[i+1:]
			}
		}
	}
	for v != "" && !h.ahead(0).blank() && h.ahead(0).indent >= indent+4 && len(v) < 600 {
		if _, _, isField := fieldOf(h.ahead(0).text); isField {
			break
		}
		v += " " + string(h.ahead(0).text)
		h.next()
	}
	v = line1(v)
	m := &h.out.Meta
	switch {
	case n == "to" || n == "memorandum for" || n == "memorandum to" || n == "for" && m.To == "":
		m.To = join(m.To, v)
		return true
	case n == "from" && m.From == "":
		m.From = v
		return true
	case (n == "subject" || n == "subj" || n == "re") && m.Subject == "":
		m.Subject = v
		if h.title == "" {
			h.title, h.titleLine = v, line
		}
		return true
	case n == "source" && m.Source == "":
		m.Source = v
		return true
	case n == "classification" || n == "marking" || n == "handling":
		h.out.mark(v)
		return true
	case isDateField(n):
		if d, ok := parseDate(v); ok {
			if h.header.IsZero() {
				h.header = stamp{d, "header"}
			}
			h.weekday(line, v, d)
		} else if strings.ContainsAny(v, "0123456789") {
			if d, _, _, ok := findDate(v); ok && h.header.IsZero() {
				h.header = stamp{d, "header"}
			} else if !ok {
				h.out.warn(line, "%s: no one date of the calendar: %s", name, v)
			}
		}
	}
	if v == "" {
		h.out.furniture(string(name) + ":")
	} else {
		h.out.more(string(name), v)
	}
	return true
}

// memoFor splits “MEMORANDUM FOR THE PRESIDENT”.
func memoFor(s []byte) (name, value []byte, ok bool) {
	for _, p := range []string{"memorandum for ", "memorandum to "} {
		if len(s) > len(p) && strings.EqualFold(string(s[:len(p)]), p) && wordCount(s) <= 16 {
			return s[:len(p)-1], bytes.TrimSpace(bytes.TrimPrefix(s[len(p):], []byte(":"))), true
		}
	}
	return nil, nil, false
}

// subjectBelow reports whether a SUBJECT field follows soon: then this is a memo.
func (h *header) subjectBelow() bool {
	for i := range h.rows[:min(len(h.rows), 30)] {
		if name, _, ok := fieldOf(h.rows[i].text); ok && i > 0 {
			switch low(name) {
			case "subject", "subj", "re":
				return true
			}
		}
	}
	return false
}
