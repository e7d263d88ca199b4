package lang

import "strconv"

// reason tells a staffer in a sentence how a date was found. Sentences begin in
// lower case: they stand behind “On Wednesday” → 10 November 2021.
func (z *resolver) reason(e *expr, a *answer) string {
	if !a.ok || a.basis == Written {
		return ""
	}
	if a.why != "" {
		return a.why
	}
	switch e.form {
	case fDate:
		return z.reasonDate(e, a)
	case fDay:
		switch e.rel {
		case 0:
			return "the anchor itself"
		case 1:
			return "the day after the anchor"
		case -1:
			return "the day before the anchor"
		case 2:
			return "two days after the anchor"
		case -2:
			return "two days before the anchor"
		}
	case fUnit:
		u := unitNoun[e.unit]
		if e.spoken {
			return "the " + u + " spoken of"
		}
		switch e.rel {
		case 0:
			return "the " + u + " of the anchor"
		case 1:
			return "the " + u + " after that of the anchor"
		case -1:
			return "the " + u + " before that of the anchor"
		}
		return strconv.Itoa(max(e.rel, -e.rel)) + " " + u + "s " + side(e.rel) + " that of the anchor"
	case fNamed:
		switch {
		case e.spoken:
			return "counted from the date spoken of before"
		case e.rel < 0:
			return "the last one before the anchor"
		case e.rel > 0:
			return "the next one after the anchor"
		}
		return "the one nearest to the anchor"
	case fSame:
		u := unitNoun[e.unit]
		switch {
		case e.rel < 0:
			return "the " + u + " before the one spoken of"
		case e.rel > 0:
			return "the " + u + " after the one spoken of"
		}
		return "the " + u + " spoken of"
	case fShift:
		if e.in != nil {
			return "counted from a date in the same words"
		}
		if e.spoken {
			return "counted from the date spoken of before"
		}
		if e.rel < 0 {
			return "counted back from the anchor"
		}
		return "counted forward from the anchor"
	case fOrd, fOf, fEdge:
		in := *a
		in.why = ""
		return z.reason(e.in, &in)
	case fClock:
		return "the day is not given: the one spoken of before"
	case fHoliday:
		return "the day it falls on in " + strconv.Itoa(a.y) + because(a)
	}
	return ""
}

func side(rel int) string {
	if rel < 0 {
		return "before"
	}
	return "after"
}

func because(a *answer) string {
	if a.verb == "" {
		return ""
	}
	return ", because “" + a.verb + "”"
}

func (z *resolver) reasonDate(e *expr, a *answer) string {
	if z.anchor.IsZero() {
		return "taken from the date spoken of before"
	}
	if e.noMonth && e.wd > 0 && e.date.d == 0 {
		name := weekdayNames[e.wd]
		switch n := a.date().Days() - z.anchor.Days(); {
		case n == 0:
			return "the anchor is a " + name
		case n > 0:
			return "the first " + name + " after the anchor" + because(a)
		case a.verb == "":
			return "the last " + name + " before the anchor, as no verb looks ahead"
		}
		return "the last " + name + " before the anchor" + because(a)
	}
	what := "the year is not given: "
	if e.noMonth {
		what = "the month is not given: "
	}
	switch n := a.date().Days() - z.anchor.Days(); {
	case n > 0:
		return what + "the next one after the anchor" + because(a)
	default:
		return what + "the last one up to the anchor" + because(a)
	}
}

var unitNoun = [...]string{gCentury: "century", gDecade: "decade", gYear: "year", gHalf: "half-year", gSeason: "season", gQuarter: "quarter", gMonth: "month", gFortnight: "fortnight", gWeek: "week", gWeekend: "weekend", gDay: "day", gPart: "day", gHour: "hour", gMinute: "minute", gSecond: "second"}

var weekdayNames = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
