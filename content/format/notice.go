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
		case first == "--" && end-i <= 20, end-i == 1 && isSentFrom(first), isFooter(bytes.Join(lines[i:end], []byte{' '})), isNotice(bytes.Join(lines[i:end], []byte{' '})):
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

// isSentFrom recognises what telephones put under a mail.
func isSentFrom(s string) bool {
	s, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(s), "[", ""), "]")
	for _, p := range []string{"sent from my ", "sent from mail for", "sent from outlook", "get outlook for", "outlook for ios", "outlook for android", "von meinem iphone gesendet", "gesendet von mail", "envoyé de mon ", "enviado desde mi "} {
		if strings.HasPrefix(s, p) && len(s) < 60 {
			return true
		}
	}
	return false
}

// isFooter recognises what stands under a newsletter: why it came, how to leave it.
//
//	catches: You receive this because you signed up. Unsubscribe | Privacy
//	not:     Many clients asked how to unsubscribe, the minister told the committee.
func isFooter(paragraph []byte) bool {
	s := strings.ToLower(string(paragraph))
	if len(strings.Fields(s)) > 80 {
		return false
	}
	n := 0
	for _, w := range []string{"](", "you receive this", "you are receiving", "you’re receiving", "you're receiving", "this email was sent to", "this e-mail was sent to", "manage your preferences", "manage preferences", "update your preferences", "privacy", "view in browser", "view this email in your browser", "email preferences", "no longer wish to receive"} {
		if strings.Contains(s, w) {
			n++
		}
	}
	return strings.Contains(s, "unsubscribe") && n > 0 || n > 1 && !strings.Contains(s, ". ")
}
