package briefing

func timeline(r *reading) []Event { return nil }
