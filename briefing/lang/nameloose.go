package lang

// What stands for a role where the text gives no office: the body that a person is
// with (“the BBC's Ann Berg”, “Ann Berg of the Red Cross”, “For Radio North, Ann Berg
// reports”), or what the person does there (“Ann Berg edits the yearly report”).
//
// It must not take the object of a verb for a body that one belongs to (“replaced Ann
// Berg with the Red Cross”), nor a country for one (“Kenya's Ann Berg” won a race for
// it).

// looseRole finds what stands for the role of the person at tokens [from, to) of the
// sentence [lo, hi).
func (w *words) looseRole(from, to, lo, hi int, names []tagged) (r [2]int) {
	first := from
	from = w.address(from, lo)
	if i := from - 2; i > lo && first > from && w.tokens[i+1].low == "where" && w.tokens[i].low == "," { // “at the Northern Clinic, where Dr. Ann Berg works”
		if low := w.tokens[from].low; low == "dr" || low == "doctor" || low == "prof" || low == "professor" {
			if n := ending(names, i); n != nil && n.typ == Organisation {
				return [2]int{n.from, n.to}
			}
		}
	}
	if n := w.led(from, lo, names); n != nil {
		return [2]int{n.from, n.to}
	}
	if i := from - 1; i > lo && (w.tokens[i].low == "'s" || w.tokens[i].low == "’" || w.tokens[i].low == "'") {
		if n := ending(names, i); n != nil && n.typ == Organisation {
			return [2]int{n.from, n.to}
		}
		if k := &w.tokens[i-1]; k.kind == word && (k.upper || k.cap && len(k.low) == 1) && ending(names, i) == nil { // “V-O-A's Ann Berg”
			j := i - 1
			for j > lo+1 && w.tokens[j-1].low == "-" && w.tokens[j-2].cap && len(w.tokens[j-2].low) == 1 && !w.tokens[j].space {
				j -= 2
			}
			if j < i-1 || len(k.low) > 1 {
				return [2]int{j, i}
			}
		}
	}
	if i := from - 1; i > lo+1 && w.tokens[i].low == "," {
		if n := ending(names, i); n != nil && n.typ == Organisation && n.from == lo+1 && w.tokens[lo].low == "for" {
			return [2]int{n.from, n.to}
		}
	}
	if to+1 >= hi {
		return r
	}
	low := w.tokens[to].low
	switch low {
	case "of", "at", "with", "from", "for":
		if low != "of" && !w.mayGoOn(from, lo) {
			return r
		}
		n := w.bodyAt(to+1, hi, names)
		if n == nil || low != "of" && !w.closes(n.to, hi) {
			return r
		}
		return [2]int{n.from, n.to}
	case "(":
		if n := starting(names, to+1); n != nil && n.typ == Organisation && n.to < hi && w.tokens[n.to].low == ")" &&
			(w.tokens[n.from].upper || w.phraseClass(*n)&isBody != 0 || w.class[n.from]&isBodyHead != 0 || w.class[n.to-1]&isBodyHead != 0) { // “(BBC)”, but not a film
			return [2]int{n.from, n.to}
		}
	case ",":
		n := starting(names, to+1)
		if n != nil && n.typ == Organisation && (from == lo || w.tokens[from-1].low == ";" || w.tokens[from-1].low == ":") &&
			(n.to == hi || w.tokens[n.to].low == ";" || w.tokens[n.to].low == "." && n.to+1 == hi) {
			return [2]int{n.from, n.to}
		}
		switch w.tokens[to+1].low { // “Ann Berg, from the BBC, said”
		case "of", "at", "with", "from":
			if n := w.bodyAt(to+2, hi, names); n != nil && (n.to == hi || w.tokens[n.to].low == "," || w.tokens[n.to].low == ".") {
				return [2]int{n.from, n.to}
			}
		}
	}
	return w.duty(to, hi)
}

// mayGoOn reports whether a phrase behind a person's name at token from can belong to
// the name: no verb right before it takes the phrase.
func (w *words) mayGoOn(from, lo int) bool {
	if from == lo {
		return true
	}
	k := &w.tokens[from-1]
	switch k.low {
	case "to", "by", "with", "from", "and", "of", "including":
		return true
	}
	return k.kind == mark && k.low != "-" && k.low != "'s"
}

// bodyAt returns the organisation that begins at token i, behind an article and some
// words that say what it is (“the relief group Open Hands”).
func (w *words) bodyAt(i, hi int, names []tagged) *tagged {
	for j := i; j < hi && j < i+5; j++ {
		if n := starting(names, j); n != nil {
			if n.typ == Organisation {
				return n
			}
			if n.typ == Place && n.to < hi && w.tokens[n.to].low == "'s" { // “of Oslo's Northern Clinic”
				j = n.to
				continue
			}
			return nil
		}
		if k := &w.tokens[j]; k.kind != word || k.cap || j > i && function(k.low) || w.class[j]&isSaying != 0 || participle(k.low) {
			return nil
		}
	}
	return nil
}

// closes reports whether a phrase may end before token i: a mark or a verb of saying
// stands there.
func (w *words) closes(i, hi int) bool {
	return i == hi || w.tokens[i].kind == mark && w.tokens[i].low != "'s" && w.tokens[i].low != "-" || w.class[i]&isSaying != 0
}

// duty is what a person does for a living as a verb tells it, at token i behind the
// name: “edits the yearly report”, “, who runs the shelter”. Only verbs that tell what
// one does by office count, and behind “who” those that also can.
func (w *words) duty(i, hi int) (r [2]int) {
	who := false
	if i+1 < hi && w.tokens[i].low == "," && w.tokens[i+1].low == "who" {
		i, who = i+2, true
	}
	if i+2 >= hi {
		return r
	}
	switch w.tokens[i].low {
	case "edits", "chairs", "heads", "directs", "edited", "chaired", "headed", "directed":
	case "runs", "leads", "led", "owns", "founded", "oversees", "covers", "manages", "teaches", "represents", "represented":
		if !who {
			return r
		}
	default:
		return r
	}
	if !article(w.tokens[i+1].low) && !w.tokens[i+1].cap {
		return r
	}
	return [2]int{i, w.object(i+1, hi)}
}

// object is where the noun phrase ends that begins at token i behind a verb.
func (w *words) object(i, hi int) int {
	j := i + 1
	for j < hi && j < i+8 {
		k := &w.tokens[j]
		if k.kind == word && (!function(k.low) || k.low == "of" || k.low == "for" || k.low == "on" || k.low == "the" && function(w.tokens[j-1].low)) && !calendar(k.low) && w.class[j]&isSaying == 0 {
			j++
			continue
		}
		if k.low == "'s" || k.low == "-" && !k.space {
			j++
			continue
		}
		break
	}
	for j > i+1 && (function(w.tokens[j-1].low) || w.tokens[j-1].kind == mark) {
		j--
	}
	return j
}

// led returns the body that the person at token from leads as a passive tells it: “the
// Northern Panel, which is led by Ann Berg”.
func (w *words) led(from, lo int, names []tagged) *tagged {
	i := from - 2
	if i <= lo || w.tokens[i+1].low != "by" {
		return nil
	}
	switch w.tokens[i].low {
	case "led", "headed", "chaired", "run", "directed", "founded":
	default:
		return nil
	}
	for i--; i > lo; i-- {
		switch w.tokens[i].low {
		case "which", "is", "was", ",", "that":
			continue
		}
		break
	}
	if w.tokens[i].low == ")" {
		for i > lo && w.tokens[i].low != "(" {
			i--
		}
		i--
	}
	if n := ending(names, i+1); n != nil && n.typ == Organisation {
		return n
	}
	return nil
}

// leads reports whether a verb tells an office by what is led.
func leads(low string) bool {
	switch low {
	case "head", "lead", "chair", "run", "direct", "command":
		return true
	}
	return false
}
