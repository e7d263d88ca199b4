package briefing

func people(r *reading) (people []Person, organisations, places []Body, names []Named) {
	return nil, nil, nil, nil
}

func sources(r *reading) []Mentioned { return nil }
