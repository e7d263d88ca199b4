package lang

// Stretch gives the first and the last day of a date as DESIGN writes them: 2021,
// 2021-11, 2021-11-08, that with T09:00, 2021-W45, 2021-H1, 2021-Q4, 2021-SP, 199,
// 19, FY2004.
func Stretch(value string) (from, to Date, ok bool) {
	s := stamp{sec: -1}
	v := value
	if len(v) > 2 && v[:2] == "FY" {
		s.fiscal = true
		v = v[2:]
	}
	for i := 0; i < len(v); i++ {
		if v[i] == 'T' {
			v = v[:i]
			break
		}
	}
	num := func(t string) int { return int(value2(t)) }
	switch {
	case len(v) == 2:
		s.g, s.y = gCentury, num(v)
	case len(v) == 3:
		s.g, s.y = gDecade, num(v)
	case len(v) == 4:
		s.g, s.y = gYear, num(v)
	case len(v) < 7 || v[4] != '-':
		return
	default:
		s.y = num(v[:4])
		rest := v[5:]
		switch {
		case rest[0] == 'W' && len(rest) >= 3:
			s.g, s.n = gWeek, num(rest[1:3])
			if rest[3:] == "-WE" {
				s.g = gWeekend
			} else if len(rest) > 3 {
				return
			}
		case rest[0] == 'H' && len(rest) == 2:
			s.g, s.n = gHalf, num(rest[1:])
		case rest[0] == 'Q' && len(rest) == 2:
			s.g, s.n = gQuarter, num(rest[1:])
		case len(rest) == 2 && rest[0] > '9':
			for n, c := range seasonCode {
				if c == rest {
					s.g, s.n = gSeason, n
				}
			}
		case len(rest) == 2:
			s.g, s.n = gMonth, num(rest)
		case len(rest) == 5 && rest[2] == '-':
			s.g, s.n, s.d = gDay, num(rest[:2]), num(rest[3:])
		}
	}
	if s.g == gNone || s.y < 0 || !s.real() {
		return
	}
	from, to = s.bounds()
	return from, to, true
}

// value2 is value, but no string of digits is too short for it.
func value2(s string) int32 {
	if s == "" {
		return -1
	}
	return value(s)
}

// real reports whether the calendar has such a stretch.
func (s stamp) real() bool {
	switch s.g {
	case gHalf:
		return s.n >= 1 && s.n <= 2
	case gQuarter, gSeason:
		return s.n >= 1 && s.n <= 4
	case gMonth:
		return s.n >= 1 && s.n <= 12
	case gWeek, gWeekend:
		return s.n >= 1 && s.n <= 53
	case gDay:
		return Date{s.y, s.n, s.d}.Valid()
	}
	return true
}
