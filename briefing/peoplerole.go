package briefing

import (
	"slices"
	"strings"

	"readout/briefing/lang"
)

// roleText is the role that stands with a mention: “President of France” of
// “President Emmanuel Macron of France”, “president of Togo” for the second of “the
// presidents of Ghana and Togo, Ada Obi and Kofi Ani”. What only stands for a role is none.
func roleText(r *reading, m lang.Name) string {
	if m.Role.Start >= m.Role.End || m.Loose {
		return ""
	}
	role := lang.OneOf(r.line(m.Role))
	if m.Of.Start >= m.Of.End || strings.Contains(role, " of ") {
		return role
	}
	switch of := r.line(m.Of); {
	case m.Of.Start < m.Role.Start: // “Greek” of “his Greek and French counterparts”
		return of + " " + role
	case strings.HasPrefix(of, "of ") || strings.HasPrefix(of, "from "):
		return role + " " + of
	default:
		return role + " of " + of
	}
}

// told is the role of a person in the text's words: of roles that say the same
// the longest, of different ones each, in the order of the text. Where the text
// gives none, it is the body the person is with.
func (s *someone) told() string {
	if s.role != "" {
		return s.role
	}
	var out []spoken
next:
	for _, role := range s.roles {
		for i, have := range out {
			switch more, less := covers(role.words, have.words), covers(have.words, role.words); {
			case less && howManieth(have.words) && !howManieth(role.words): // “the first president to refuse”
				out[i] = role
			case more && howManieth(role.words) && !howManieth(have.words), more && less && !role.plainer(have), less && !more:
			case more, oneOffice(role.words, have.words) && role.plainer(have):
				out[i] = role
			case oneOffice(role.words, have.words):
			default:
				continue
			}
			continue next
		}
		out = append(out, role)
	}
	if len(out) == 0 && len(s.loose) > 0 {
		return s.loose[0]
	}
	if slices.ContainsFunc(out, func(r spoken) bool { return !slight(r.words) }) { // how one is addressed, and the party, only where the text says no more
		out = slices.DeleteFunc(out, func(r spoken) bool { return slight(r.words) })
	}
	var words []string
	for _, role := range out[:min(len(out), mostRoles)] {
		words = append(words, role.words)
	}
	return strings.Join(words, "; ")
}

// A spoken role is one that a mention gives.
type spoken struct {
	words  string
	shared bool // a role in the plural that several share
}

// plainer reports whether of two wordings of one role a reader wants to see this one:
// rather one's own than a share of a plural, rather “Senator” than “Sen.”, and not
// “SEN.” as the headline has it.
func (a spoken) plainer(b spoken) bool {
	if x, y := strings.ToUpper(a.words) == a.words, strings.ToUpper(b.words) == b.words; x != y {
		return y
	}
	if a.shared != b.shared {
		return b.shared
	}
	return len(a.words) > len(b.words)
}

const mostRoles = 3
