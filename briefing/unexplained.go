package briefing

func unexplained(r *reading, f *Facts) []Mentioned { return nil }
