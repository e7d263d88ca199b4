package briefing

import (
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
	for _, w := range [...]string{"the ", "a ", "an ", "all "} {
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
	if head == "issue" && strings.HasPrefix(rest, " of ") {
		return // the issue of rising prices is they; that of a newspaper is none
	}
	if k.goesOn(p.Unit, end) {
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
		weak := k.weak(m)
		joined, w := false, m.score
		for _, o := range out {
			n := shared(m.words, o.words)
			if weak && !k.titled(m) {
				break
			}
			if n >= 2 || n == len(m.words) || n == len(o.words) || k.sameMatter(m, o) {
				o.spans = append(o.spans, m.spans...)
				joined = true
				break
			}
			if n > 0 {
				w *= kin
			}
		}
		if joined || weak || w < floor {
			continue
		}
		k.name(m)
		k.leftward(m)
		for _, o := range out {
			if shared(m.words, o.words) >= 2 || k.sameMatter(m, o) {
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
const least, weakest, strongest = .35, 2.5, 6.

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
