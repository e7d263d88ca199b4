package briefing

import (
	"math"
	"sort"
	"strings"

	"readout/briefing/lang"
)

// ranking weighs the phrases of a reading, which are gathered as it is read.
type ranking struct {
	*reading
	tf    map[string]int // how often a stem stands in phrases
	title map[string]bool
	cands map[string]*matter
	order []*matter
}

// rank lists the matters of a text, the heaviest first, and all that were candidates.
func rank(r *reading) (chosen, all []*matter) {
	r.matters.reading = r
	r.matters.weigh()
	return r.matters.choose(), r.matters.order
}

func (k *ranking) weigh() {
	k.title = map[string]bool{}
	for u := range k.leaves {
		if k.leaves[u].paragraph == 0 && k.leaves[u].kind == Heading {
			for _, s := range stems(k.units[u].S) {
				k.title[s] = true
			}
		}
	}
	for _, m := range k.order {
		m.score = k.score(m)
	}
	sort.SliceStable(k.order, func(i, j int) bool { return k.order[i].score > k.order[j].score })
}

// gather makes a matter of every phrase and of its endings: “submarine deal” of
// “AUKUS submarine deal”. A compound with hyphens is never cut, nor is a name. A
// name at the end stands for itself, and what stands before it too (“retailer Tesco”).
func (k *ranking) gather(phrases []lang.Phrase) {
	if k.cands == nil {
		k.tf, k.cands = map[string]int{}, map[string]*matter{}
	}
	for i, p := range phrases {
		for s := range strings.SplitSeq(p.Key, " ") {
			if n, ok := k.tf[s]; ok {
				k.tf[s] = n + 1
			} else {
				k.tf[strings.Clone(s)] = 1 // alone, not with the keys of all
			}
		}
		s := p.Span
		k.possessed(s)
		k.about(phrases[i:])
		if name := k.nameOver(s.Unit, s.End-1); name != nil && (name.Start > s.Start || name.End > s.End) {
			if whole := k.of(name.Span); strings.Count(whole, " ") < 5 {
				k.add(name.Span, keyOf(whole), headOfName(whole))
			}
			if name.Start <= s.Start {
				continue
			}
			s.End = s.Start + len(strings.TrimRight(k.units[s.Unit].S[s.Start:name.Start], " -–’'\""))
			if s.End <= s.Start || k.units[s.Unit].S[s.End] != ' ' {
				continue
			}
		}
		k.endings(s)
	}
}

// possessed makes one matter of a name and what it has: “Putin’s war”.
func (k *ranking) possessed(s lang.Span) {
	text := k.units[s.Unit].S
	before := text[:s.Start]
	b, ok := strings.CutSuffix(before, "’s ")
	if !ok {
		if b, ok = strings.CutSuffix(before, "'s "); !ok {
			return
		}
	}
	head := headOf(text[s.Start:s.End])
	name := k.nameOver(s.Unit, max(0, len(b)-1))
	if !isMatter(head) || name == nil || name.End < len(b) || strings.Count(text[name.Start:s.End], " ") > 3 {
		return
	}
	all := lang.Span{Unit: s.Unit, Start: name.Start, End: s.End}
	k.add(all, keyOf(k.of(all)), head)
}

// about makes one matter of a phrase headed by one and of what it is about: “elections
// in Libya”, “flow of refugees”.
func (k *ranking) about(phrases []lang.Phrase) {
	p := phrases[0].Span
	text := k.units[p.Unit].S
	head := headOf(text[p.Start:p.End])
	if !isMatter(head) && !gathers(head) || head == "job" || unnamedAct(head, text[p.Start:p.End]) {
		return
	}
	if name := k.nameOver(p.Unit, p.End-1); name != nil && (name.Type == lang.Place || name.End > p.End) {
		return
	}
	rest := text[p.End:]
	at := p.End
	for _, w := range [...]string{" on ", " in ", " of ", " over ", " with ", " against ", " for ", " about "} {
		if strings.HasPrefix(rest, w) {
			at += len(w)
			break
		}
	}
	if at == p.End {
		return
	}
	for _, w := range [...]string{"the ", "a ", "an ", "its ", "their ", "all "} {
		if strings.HasPrefix(text[at:], w) {
			at += len(w)
			break
		}
	}
	end := 0
	if len(phrases) > 1 && phrases[1].Unit == p.Unit && phrases[1].Start == at {
		end = phrases[1].End
		if generic(headOf(text[at:end])) {
			return
		}
	}
	if end == 0 || strings.HasPrefix(text[end:], "’") || strings.HasPrefix(text[end:], "'") {
		return
	}
	if head == "state" && strings.HasPrefix(rest, " of ") && upper(text[at:]) {
		return // the state of Pennsylvania
	}
	if strings.HasPrefix(rest, " in ") && strings.ToLower(text[at:end]) == text[at:end] {
		return // “law in their municipalities”: in names where
	}
	from := p.Start
	for strings.Count(text[from:end], " ") > 5 {
		n := strings.IndexByte(text[from:p.End], ' ')
		if n < 0 {
			return
		}
		from += n + 1
	}
	if name := k.nameOver(p.Unit, from); name != nil && name.Start < from {
		return
	}
	all := lang.Span{Unit: p.Unit, Start: from, End: end}
	k.add(all, strings.Join(append(stems(text[from:p.End]), stems(text[at:end])...), " "), head)
}

// endings adds a phrase of up to four words and what it ends with.
func (k *ranking) endings(p lang.Span) {
	text := k.of(p)
	words := strings.Fields(text)
	at := len(text)
	for n := 1; n <= len(words) && n <= 4; n++ {
		at = strings.LastIndex(text[:at], words[len(words)-n])
		s := lang.Span{Unit: p.Unit, Start: p.Start + at, End: p.End}
		if name := k.nameOver(p.Unit, s.Start); name != nil && name.Start < s.Start {
			continue
		}
		k.add(s, keyOf(text[at:]), headOf(text[at:]))
	}
}

// nameOver is the name that holds byte at of a unit, nil for none.
func (k *ranking) nameOver(unit, at int) *lang.Name {
	list := k.names.list
	i := sort.Search(len(list), func(i int) bool {
		n := &list[i]
		return int(n.unit) > unit || int(n.unit) == unit && int(n.end) > at
	})
	if i < len(list) && int(list[i].unit) == unit && int(list[i].start) <= at {
		n := k.names.at(i)
		return &n
	}
	return nil
}

// keyOf is the stems of a phrase, in one string.
func keyOf(s string) string { return strings.Join(stemsOfPhrase(s), " ") }

func (k *ranking) add(s lang.Span, key, head string) {
	if key == "" {
		return
	}
	m := k.cands[key]
	if m == nil {
		m = &matter{label: s, head: head, words: strings.Split(key, " ")}
		k.cands[key] = m
		k.order = append(k.order, m)
	}
	if k.units[m.label.Unit].Kind != lang.Prose && k.units[s.Unit].Kind == lang.Prose {
		m.label = s
	}
	m.spans = append(m.spans, pass(s))
}

// score weighs a matter; nought drops it.
func (k *ranking) score(m *matter) float64 {
	text := strings.ToLower(k.of(m.label))
	if unnamedAct(m.head, k.of(m.label)) || k.cutName(m) {
		return 0
	}
	if generic(m.head) && !(gathers(m.head) && !strings.HasSuffix(text, m.head)) || stub(text) {
		return 0
	}
	n := float64(len(m.words))
	sum, inTitle := 0., 0
	marks := k.marks(m)
	for i, w := range m.words {
		rare := lang.Rarity(w)
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
	heads := isMatter(m.head) || !strings.HasSuffix(text, m.head)
	switch {
	case whole && name.Type == lang.Place:
		return 0
	case whole && !agreed(m.head):
		if len(m.spans) < 3 && inTitle == 0 {
			return 0
		}
		w *= .4
	case heads:
		w *= 1.6
	case len(m.spans) == 1 && inTitle == 0:
		w *= .5
	}
	if !strings.Contains(text, " ") {
		w *= .5
		if !heads && len(m.spans) < 3 {
			return 0
		}
		if heads && len(m.spans) < 3 || !heads && len(m.spans) < 5 {
			w *= .4
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
	for _, w := range m.words {
		if k.title[w] {
			return false
		}
	}
	text := strings.ToLower(k.of(m.label))
	heads := isMatter(m.head) || !strings.HasSuffix(text, m.head)
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

// choose takes matters in order of weight. One that shares two words with a heavier
// one, or lies in it, is joined to it; one that shares a word weighs half.
func (k *ranking) choose() []*matter {
	var out []*matter
	if len(k.order) == 0 {
		return nil
	}
	floor := weakest
	for _, m := range k.order {
		if m.score > 0 && !k.weak(m) {
			floor = min(max(m.score*least, weakest), strongest)
			break
		}
	}
	for _, m := range k.order {
		if m.score <= 0 || m.score < floor || len(out) == enough {
			break
		}
		if k.weak(m) {
			continue
		}
		joined, w := false, m.score
		for _, o := range out {
			n := shared(m.words, o.words)
			if n >= 2 || n == len(m.words) || n == len(o.words) || k.sameMatter(m, o) {
				o.spans = append(o.spans, m.spans...)
				joined = true
				break
			}
			if n > 0 {
				w *= kin
			}
		}
		if joined || w < floor {
			continue
		}
		k.name(m)
		k.leftward(m)
		for _, o := range out {
			if shared(m.words, o.words) >= 2 {
				o.spans = append(o.spans, m.spans...)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, m)
		}
	}
	out = k.within(out)
	for _, m := range out {
		m.settle()
	}
	return out
}

// least is how much of the heaviest matter's weight another must have; weakest is
// under what weight nothing is a matter, strongest what is always one.
const least, weakest, strongest = .35, 2.5, 8.

// enough matters are weighed against one another: no text is about more.
const enough = 4 * mostIssues

// kin is what is left of the weight of a matter that shares a word with a heavier one.
const kin = .6

// settle orders the passages of a matter and drops those that lie in one another.
func (m *matter) settle() {
	sort.Slice(m.spans, func(i, j int) bool {
		a, b := m.spans[i], m.spans[j]
		if a.unit != b.unit {
			return a.unit < b.unit
		}
		if a.start != b.start {
			return a.start < b.start
		}
		return a.end > b.end
	})
	var out []passage
	for _, s := range m.spans {
		if n := len(out); n == 0 || out[n-1].unit != s.unit || s.start >= out[n-1].end {
			out = append(out, s)
		}
	}
	m.spans = out
}
