package briefing

func numbers(r *reading) []Number { return nil }

func quantities(r *reading) []Quantity { return nil }
