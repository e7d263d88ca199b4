package format

import (
	"bytes"
	"strings"
)

// notices finds what stands under a message for its readers' lawyers, and what
// its author signs with in a page: both are read, and give no facts.
func (l lined) notices() lined {
	lines := bytes.Split(l.md, []byte{'\n'})
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && len(bytes.TrimSpace(lines[end])) > 0 {
			end++
		}
		switch _, first := unquoted(lines[i]); {
		case l.isMute(i):
		case first == "--" && end-i <= 20, isNotice(bytes.Join(lines[i:end], []byte{' '})):
			l.mute = append(l.mute, lineSpan{i, end})
		}
		if isRuleLine(lines[i]) && len(lines)-i <= longestTrailer && isListTrailer(bytes.Join(lines[i:], []byte{' '})) {
			l.mute = append(l.mute, lineSpan{i, len(lines)})
			break
		}
		for i = max(end, i+1); i < len(lines) && len(bytes.TrimSpace(lines[i])) == 0; {
			i++
		}
	}
	return l
}

const longestTrailer = 20 // lines

// isRuleLine reports whether a line begins with one drawn in characters, as the
// programs that run mailing lists draw it.
func isRuleLine(line []byte) bool {
	s := bytes.TrimLeft(line, `\ `)
	return len(s) > 2 && (s[0] == '-' || s[0] == '_' || s[0] == '*') && len(s)-len(bytes.TrimLeft(s, string(s[:1]))) > 2
}

// isListTrailer recognises what a mailing list puts under each mail.
//
//	catches: --- Exmh-workers mailing list, https://listman.example.org/listinfo/exmh
//	not:     --- He asked to be taken off the list of guests.
func isListTrailer(rest []byte) bool {
	s := strings.ToLower(string(rest))
	return strings.Contains(s, "mailing list") || strings.Contains(s, "unsubscribe") || strings.Contains(s, "listinfo")
}

// isNotice recognises a legal notice: it speaks of the message itself, and says
// three of the things that such notices say.
//
//	catches: This e-mail is confidential. If you are not the intended recipient, delete it.
//	not:     The talks are confidential, and the message to the press has not changed.
func isNotice(paragraph []byte) bool {
	s := strings.ToLower(string(paragraph))
	if !strings.Contains(s, "mail") && !strings.Contains(s, "message") && !strings.Contains(s, "communication") {
		return false
	}
	n := 0
	for _, w := range []string{"confidential", "intended recipient", "intended only", "intended solely", "intended for the", "privileged", "notify the sender", "notify us",
		"in error", "delete", "destroy", "unauthori", "disclaimer", "virus", "views expressed", "registered office", "registered in", "strictly prohibited", "not the addressee", "unlawful"} {
		if strings.Contains(s, w) {
			n++
		}
	}
	return n >= 3
}
