package briefing

import (
	"math"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// score weighs a matter; nought drops it.
func (k *ranking) score(m *matter) float64 {
	text := strings.ToLower(k.of(m.label))
	if unnamedAct(m.head, k.of(m.label)) || k.cutName(m) || released(text) || k.beside(m) {
		return 0
	}
	if assembly(m.head) || generic(m.head) && !(gathers(m.head) && !strings.HasSuffix(text, m.head)) || stub(text) {
		return 0
	}
	n := float64(len(m.words))
	sum, inTitle := 0., 0
	marks := k.marks(m)
	for i, w := range m.words {
		rare := min(lang.Rarity(w), slip)
		if i < len(marks) {
			switch marks[i] {
			case demonym:
				rare *= .4
			case ofName:
				rare = max(rare, known)
			}
		}
		sum += math.Log2(1+float64(max(1, k.tf[w]))) * rare
		if k.title[w] {
			inTitle++
		}
	}
	w := sum / n
	w *= 1 + .4*math.Log2(float64(len(m.spans)))
	name := k.nameOver(m.label.Unit, m.label.End-1)
	whole := name != nil && name.Start <= m.label.Start
	heads := isMatter(m.head) || !strings.HasSuffix(text, m.head) || designated(k.of(m.label))
	switch {
	case whole && (name.Type == lang.Place || !agreed(m.head)):
		return 0 // a body
	case heads:
		w *= 1.6
	case len(m.spans) == 1 && inTitle == 0:
		w *= .5
	}
	if !strings.Contains(text, " ") {
		switch n := len(m.spans); {
		case alone(text) && (n > 1 || k.leads(m)): // it counts as two words do
		case !heads && n < 3:
			return 0
		case n < 3 || !heads && n < 5:
			w *= .2
		default:
			w *= .5
		}
	}
	if inTitle > 0 {
		w *= 1 + .5*float64(inTitle)/n
	}
	if shouted(k.of(m.label)) && !strings.Contains(text, "-") && strings.Contains(text, " ") {
		w *= .3
	}
	spread, explained := false, false
	for _, s := range m.spans {
		spread = spread || k.leaves[s.unit].paragraph != k.leaves[m.spans[0].unit].paragraph
		explained = explained || explains(k.units[s.unit].S[s.end:])
	}
	if spread {
		w *= 1.2
	}
	if explained {
		w *= 1.1
	}
	return w
}

// weak reports whether a phrase, heavy as it is, names no matter: it is said once and headed
// by none (“medal haul”), or has one word that says something and tells not which (“small
// changes”, “resolution”). A word of the title tells.
func (k *ranking) weak(m *matter) bool {
	text := strings.ToLower(k.of(m.label))
	heads := isMatter(m.head) || !strings.HasSuffix(text, m.head) || designated(k.of(m.label))
	if alone(text) {
		return false
	}
	if (!heads || shouted(k.of(m.label))) && len(m.spans) == 1 && k.leaves[m.label.Unit].paragraph == 0 {
		return true // a title is cut short, and its verbs look like nouns
	}
	for i, w := range m.words {
		if k.title[w] && !(i == len(m.words)-1 && (form(m.head) || object(m.head))) {
			return false
		}
	}
	if len(m.spans) == 1 && form(m.head) && k.personal(m) {
		return true
	}
	if !heads && len(m.spans) == 1 {
		return k.nameOver(m.label.Unit, m.label.End-1) == nil
	}
	if !heads && !strings.Contains(text, " ") {
		return true // “parallel”
	}
	one := k.soleOf(m, text)
	return one != "" && (!heads && (len(m.spans) < 6 || object(one)) || heads && form(one))
}

// A wordMark says what a word of a label is besides a word.
type wordMark uint8

const (
	noMark  wordMark = iota
	demonym          // it has a capital and is no name: it says whose matter it is (“Polish market”)
	ofName           // it belongs to a name
)

// slip is how much a rare word counts at most: a slip of the pen is in no other text, and
// says less than drought does.
const slip = 6.

// known is how rare a word of a name counts at least: the names of the day are in
// all the news, and still tell one matter from another.
const known = 4.

// marks tells what the words of a label are, but for its head.
func (k *ranking) marks(m *matter) []wordMark {
	text := k.of(m.label)
	out := make([]wordMark, 0, len(m.words))
	at := 0
	for _, f := range strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' || c == '–' }) {
		i := at + strings.Index(text[at:], f)
		at = i + len(f)
		mark := noMark
		switch {
		case k.nameOver(m.label.Unit, m.label.Start+i) != nil:
			mark = ofName
		case f[0] >= 'A' && f[0] <= 'Z' && strings.ToUpper(f) != f:
			mark = demonym
		}
		out = append(out, mark)
	}
	if len(out) > 0 {
		out[len(out)-1] = noMark
	}
	return out
}

// explains reports whether what follows a phrase says what it is.
func explains(s string) bool {
	for _, b := range [...]string{", which ", ", a ", ", an ", " that ", " aimed ", " over ", " between ", " against ", " because ", " on ", " in ", " of "} {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

// titled reports whether a word of a matter stands in the title.
func (k *ranking) titled(m *matter) bool {
	return slices.ContainsFunc(m.words, func(w string) bool { return k.title[w] })
}

// leads reports whether a matter stands in the first two paragraphs, the title aside.
func (k *ranking) leads(m *matter) bool {
	for _, s := range m.spans {
		if p := k.leaves[s.unit].paragraph; p > 0 && p <= 2 {
			return true
		}
	}
	return false
}
