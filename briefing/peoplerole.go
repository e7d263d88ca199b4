package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// roleText is the role that stands with a mention: “President of France” of
// “President Emmanuel Macron of France”. What only stands for a role is none.
func roleText(r *reading, m lang.Name) string {
	if m.Role.Start >= m.Role.End || m.Loose {
		return ""
	}
	role := lang.OneOf(r.line(m.Role))
	if m.Of.Start < m.Of.End && !strings.Contains(role, " of ") {
		role += " " + r.line(m.Of)
	}
	return role
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
			case more && less && !role.plainer(have), less && !more:
			case more:
				out[i] = role
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

// covers reports whether the words of role b all stand in role a: “President” in
// “French President”, “Sen.” in “Senator of Ohio”.
func covers(a, b string) bool {
	for w := range strings.FieldsFuncSeq(fold(b), apart) {
		found := false
		for have := range strings.FieldsFuncSeq(fold(a), apart) {
			if found = longForm(have) == longForm(w); found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// apart reports whether a character stands between the words of a role.
func apart(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }

// longForm is a word of a role in full.
func longForm(w string) string {
	switch w {
	case "sen":
		return "senator"
	case "rep":
		return "representative"
	case "gov":
		return "governor"
	case "gen":
		return "general"
	case "sec":
		return "secretary"
	case "prof":
		return "professor"
	case "lt":
		return "lieutenant"
	case "col":
		return "colonel"
	case "adviser":
		return "advisor"
	}
	return w
}
