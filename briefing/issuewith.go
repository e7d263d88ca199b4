package briefing

// With lists who and what stands with an issue: the persons who are named in its
// sentences, in their order of rank, and the dated events that these sentences tell.
func (f *Facts) With(i Issue) (people []Person, events []Event) {
	in := map[Range]bool{}
	for _, e := range i.Evidence {
		in[e.Sentence] = true
	}
	delete(in, Range{})
	if len(in) == 0 {
		return nil, nil
	}
	for _, p := range f.People {
		if stands(p.Evidence, in) {
			people = append(people, p)
		}
	}
	for _, e := range f.Timeline {
		if e.When != Undated && stands(e.Evidence, in) {
			events = append(events, e)
		}
	}
	return people, events
}

func stands(evidence []Evidence, in map[Range]bool) bool {
	for _, e := range evidence {
		if in[e.Sentence] {
			return true
		}
	}
	return false
}
