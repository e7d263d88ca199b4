package briefing

func issues(r *reading, f *Facts) []Issue { return nil }
