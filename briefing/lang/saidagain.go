package lang

// saidAgain is the figure that a number gives once more in another way, nil for none:
// “900 million zlotys (181 million pounds)”, “A$90 billion, about $66 billion”, “up 2
// percent in real terms, or $100 a month”.
//
// A comma does so only between sums of money that end their clause: “12 men, 4 of them
// …” are two numbers.
func (c *counting) saidAgain(from, qualified, to, hi int) *Quantity {
	if qualified == c.from[c.tokens[from].sentence] {
		return nil
	}
	before := &c.tokens[qualified-1]
	far := 3 // bytes
	switch before.low {
	case "or":
		far = 30
	case "(", ",", ";":
	default:
		return nil
	}
	q := c.figureBefore(from)
	if q == nil || q.Unit == "" || q.End > int(before.start) || int(before.start)-q.End >= far {
		return nil
	}
	if before.low != "(" && before.low != "or" && (q.Kind != Money || to < hi && (c.tokens[to].kind != mark || c.tokens[to].low == "-" || c.tokens[to].low == "(")) {
		return nil
	}
	return q
}

// figureBefore is the last figure before token i in its sentence, nil for none.
func (c *counting) figureBefore(i int) *Quantity {
	k := &c.tokens[i]
	for n := len(c.out) - 1; n >= 0 && n > len(c.out)-8; n-- {
		q := &c.out[n]
		if q.Span.Unit != int(k.unit) || q.Start < c.sentences[k.sentence].Start {
			return nil
		}
		if q.Kind <= Rate {
			return q
		}
	}
	return nil
}
