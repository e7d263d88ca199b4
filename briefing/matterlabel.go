package briefing

import (
	"strings"
	"unicode"

	"readout/briefing/lang"
)

// What a matter is called: the longest words of the text that are its name and no more,
// and one label for one thing.

// name gives a matter the label that says most: the heaviest phrase of two to four
// words that holds all of its own.
func (k *ranking) name(m *matter) {
	var best *matter
	for _, o := range k.order {
		if len(m.words) == 1 && alone(strings.ToLower(k.of(m.label))) {
			if 2*len(o.spans) < len(m.spans) || o.score < weakest {
				continue // most mentions say no more
			}
		} else if o.score < m.score*.4 {
			break
		}
		if o != m && len(o.words) > len(m.words) && len(o.words) <= 6 && shared(m.words, o.words) == len(m.words) && strings.Contains(k.of(o.label), " ") {
			best = o
			break
		}
	}
	if best != nil {
		m.label, m.words = best.label, best.words
	}
}

// leftward takes a label whose first word has a capital back to the first of the words with
// capitals that it stands behind, as far as six words: “States presidential election” begins
// inside a name. A word that opens the sentence and is no name, and a person, end it.
func (k *ranking) leftward(m *matter) {
	text := k.units[m.label.Unit].S
	for upper(text[m.label.Start:]) && strings.Count(text[m.label.Start:m.label.End], " ") < 5 {
		before, ok := strings.CutSuffix(text[:m.label.Start], " ")
		if !ok {
			return
		}
		if b, joint := strings.CutSuffix(before, " and"); joint && (agreed(m.head) || isMatter(m.head)) && m.label.End-m.label.Start > 0 && upper(text[m.label.End-len(m.head):]) {
			before = b // Infrastructure Investment and Jobs Act
		}
		i := strings.LastIndexAny(before, " \n(“\"‘") + 1
		if w := before[i:]; strings.HasPrefix(w, "\x80") || strings.HasPrefix(w, "\x9c") || strings.HasPrefix(w, "\x98") {
			return
		}
		w := before[i:]
		if !upper(w) || strings.ContainsAny(w, ".,;:!?") || len(w) < 2 || small(strings.ToLower(w)) || !strings.ContainsFunc(text[k.SentenceOf(m.label).Start:i], unicode.IsLetter) && (lang.Common(w) || k.nameOver(m.label.Unit, i) == nil) {
			return
		}
		if name := k.nameOver(m.label.Unit, i); name != nil && name.Type == lang.Person {
			return
		}
		m.label.Start = i
	}
}

// cutName reports whether a label in capitals goes on behind its end: “National Breast”
// of the National Breast and Cervical Cancer Act.
func (k *ranking) cutName(m *matter) bool {
	text := k.units[m.label.Unit].S
	last := text[m.label.Start:m.label.End]
	if m.head == "conference" && strings.Contains(text[m.label.Start:m.label.End], " of ") {
		return true // of those who meet, and so a body
	}
	if strings.HasSuffix(text[:m.label.Start], "Secretary of ") || vessel(last) {
		return true
	}
	if b, ok := strings.CutSuffix(text[:m.label.Start], " of "); ok && upper(last) && upper(b[strings.LastIndexByte(b, ' ')+1:]) && k.nameOver(m.label.Unit, m.label.Start) != nil {
		return true // “State for Health” of the Secretary of State for Health
	}
	last = last[strings.LastIndexByte(last, ' ')+1:]
	rest, ok := strings.CutPrefix(text[m.label.End:], " and ")
	return ok && upper(last) && upper(rest) && len(last) < m.label.End-m.label.Start && k.nameOver(m.label.Unit, m.label.End-1) == nil
}

// vessel reports whether a label is the name of a ship.
func vessel(label string) bool {
	for _, p := range [...]string{"USS ", "HMS ", "USNS ", "USCGC ", "MV ", "M/V ", "INS ", "HMCS ", "RFA "} {
		if strings.HasPrefix(label, p) {
			return true
		}
	}
	return false
}

// released reports whether a label is what a text is itself given out as.
func released(label string) bool {
	for _, s := range [...]string{"press release", "news release", "media release", "press conference", "news conference", "press briefing", "press statement", "media briefing"} {
		if strings.HasSuffix(label, s) || strings.HasSuffix(label, s+"s") {
			return true
		}
	}
	return false
}

// beside reports whether a label is a noun in small letters and the name of what it is
// behind it, “enterprise Alpha Works”, or has a word of another language in small letters,
// “tőkekihelyezési strategy”.
func (k *ranking) beside(m *matter) bool {
	f := strings.Fields(k.of(m.label))
	for _, w := range f {
		if w[0] >= 'a' && w[0] <= 'z' && strings.IndexFunc(w, func(c rune) bool { return c > 'ÿ' && c < '‐' }) >= 0 {
			return true
		}
	}
	last := f[len(f)-1]
	return len(f) > 1 && !upper(f[0]) && f[0][0] < 0x80 && !strings.Contains(f[0], "-") && !lang.Describes(f[0]) && upper(last) && strings.ToUpper(last) != last && !isMatter(m.head)
}

// personal reports whether a label is what a person has: “Weber’s allegations”, with
// the name in it or before it.
func (k *ranking) personal(m *matter) bool {
	before := k.units[m.label.Unit].S[:m.label.Start]
	before = strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(before, " "), "’s"), "'s")
	for _, at := range [...]int{m.label.Start, max(0, len(before)-1)} {
		if name := k.nameOver(m.label.Unit, at); name != nil && name.Type == lang.Person {
			return true
		}
	}
	return false
}

// goesOn reports whether a capital that ends at byte end of a unit is cut inside a name,
// “Right” of a Right of Way, or before the noun that it shares: “Treasury and agency securities”.
func (k *ranking) goesOn(unit, end int) bool {
	text := k.units[unit].S
	if !upper(text[strings.LastIndexByte(text[:end], ' ')+1:]) {
		return false
	}
	if rest, ok := strings.CutPrefix(text[end:], " of "); ok {
		return upper(rest)
	}
	rest, ok := strings.CutPrefix(text[end:], " and ")
	return ok && !(upper(rest) && k.nameOver(unit, end-1) != nil)
}

// unnamedAct reports whether a label is headed by an act that is no Act: “act of barbarity”.
func unnamedAct(head, label string) bool { return head == "act" && !strings.Contains(label, "Act") }

// sameMatter reports whether a lighter label names the matter of a heavier one with other
// words that only describe it: “lower prices” and “falling oil prices”, or with its initials.
func (k *ranking) sameMatter(m, o *matter) bool {
	a, b := k.of(m.label), k.of(o.label)
	if initialsOf(a, b) || initialsOf(b, a) {
		return true
	}
	if m.head != o.head || len(m.words) < 2 {
		return false
	}
	for _, w := range strings.Fields(a)[:len(strings.Fields(a))-1] {
		if w = strings.ToLower(w); !vague(w) && !lang.Describes(w) {
			return false
		}
	}
	return true
}

// initialsOf reports whether a label has a word that is the initials of another: “Turkish
// EEZ” of an “exclusive economic zone”.
func initialsOf(label, long string) bool {
	if strings.Count(long, " ") < 1 {
		return false
	}
	all := ""
	for w := range strings.FieldsSeq(long) {
		all += strings.ToUpper(w[:1])
	}
	for w := range strings.FieldsSeq(label) {
		if len(w) > 2 && strings.ToUpper(w) == w && strings.Contains(all, w) {
			return true
		}
	}
	return false
}

// within joins matters whose label has, after naming, every word of a heavier one, and
// the other way round; the longer label stands: “prorogation of Parliament”.
func (k *ranking) within(ms []*matter) []*matter {
	var out []*matter
next:
	for _, m := range ms {
		for _, o := range out {
			n := shared(m.words, o.words)
			if n < len(m.words) && n < len(o.words) {
				continue
			}
			if len(m.words) > len(o.words) {
				o.label, o.words, o.head = m.label, m.words, m.head
			}
			o.spans = append(o.spans, m.spans...)
			continue next
		}
		out = append(out, m)
	}
	return out
}

// stub reports whether a label begins or ends with a lone letter, or is no more than an
// abbreviation with full stops: “Q Thanks”, “J.D.”.
func stub(s string) bool {
	f := strings.Fields(s)
	return len(s) < 3 || len(f[0]) == 1 || len(f[len(f)-1]) == 1 || len(f) == 1 && strings.HasSuffix(s, ".")
}

func upper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }
