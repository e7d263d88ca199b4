package lang

// A wordClass is what a word can be in a temporal expression. A word has one class;
// what it means beside its neighbours is for the grammar to say.
type wordClass uint8

const (
	plain     wordClass = iota
	cMonth              // n: 1 to 12
	cWeekday            // n: 1 to 7
	cUnit               // n: grain; plural in the high bit
	cSeason             // n: 1 spring to 4 winter
	cPart               // part of the day; n indexes partCode
	cDay                // yesterday, today, tomorrow; n: -1, 0, 1
	cTonight            // tonight
	cCardinal           // one to ninety; n
	cScale              // hundred, thousand; n
	cOrdinal            // first to thirty-first; n, -1 for last in “the last week of”
	cVague              // few, several, many: an unknown number
	cArticle            // a, an
	cThe                // the
	cLast               // last, past, previous: n is 1 where it can look back from the date spoken of
	cNext               // next, coming, following: the same
	cThis               // this, current
	cThat               // that, same
	cEarly              // early, late, mid, earlier, later; n indexes modCode
	cEdge               // end, beginning, middle, rest; n indexes modCode
	cAgo                // ago, later, earlier, hence: moves a count of units; n: direction
	cNow                // now, currently; the value is refValue(n)
	cSet                // daily, weekly; n: grain
	cEvery              // every, each, per
	cApprox             // about, nearly, over: n indexes modCode
	cHalf               // half
	cMid                // noon, midday, midnight; n: hour
	cFiscal             // fiscal, financial
	cHoliday            // first word of a holiday that is one word, n is its number
	cZone               // filled in by zone()
)

// grain is how fine a date is, from coarse to fine.
type grain uint8

const (
	gNone grain = iota
	gCentury
	gDecade
	gYear
	gHalf
	gSeason
	gQuarter
	gMonth
	gFortnight
	gWeek
	gWeekend
	gDay
	gPart
	gHour
	gMinute
	gSecond
)

const plural = 64

// modifiers of TIMEX3, indexed by the n of cEarly, cEdge and cApprox.
const (
	modNone = iota
	modStart
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modMost
	modLeast
	modBefore
	modAfter
	modEarlier // “earlier this week”: a part of it that lies behind
	modLater
)

var modCode = [...]string{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER", "", ""}

var partCode = [...]string{"", "MO", "AF", "EV", "NI", "DT", "MI"}

// classify gives the class of a word by its lower case form.
func classify(w string) (wordClass, int) {
	if len(w) > 13 {
		return plain, 0
	}
	if m := month(w); m > 0 {
		return cMonth, m
	}
	if d := weekday(w); d > 0 {
		return cWeekday, d
	}
	switch w {
	case "mondays":
		return cWeekday, 1 | plural
	case "tuesdays":
		return cWeekday, 2 | plural
	case "wednesdays":
		return cWeekday, 3 | plural
	case "thursdays":
		return cWeekday, 4 | plural
	case "fridays":
		return cWeekday, 5 | plural
	case "saturdays":
		return cWeekday, 6 | plural
	case "sundays":
		return cWeekday, 7 | plural

	case "century":
		return cUnit, int(gCentury)
	case "centuries":
		return cUnit, int(gCentury) | plural
	case "decade":
		return cUnit, int(gDecade)
	case "decades":
		return cUnit, int(gDecade) | plural
	case "year", "yr":
		return cUnit, int(gYear)
	case "years", "yrs":
		return cUnit, int(gYear) | plural
	case "quarter", "qtr":
		return cUnit, int(gQuarter)
	case "quarters", "qtrs":
		return cUnit, int(gQuarter) | plural
	case "month":
		return cUnit, int(gMonth)
	case "months":
		return cUnit, int(gMonth) | plural
	case "fortnight":
		return cUnit, int(gFortnight)
	case "fortnights":
		return cUnit, int(gFortnight) | plural
	case "week", "wk", "workweek":
		return cUnit, int(gWeek)
	case "weeks", "wks":
		return cUnit, int(gWeek) | plural
	case "weekend", "wkend":
		return cUnit, int(gWeekend)
	case "weekends", "wkends":
		return cUnit, int(gWeekend) | plural
	case "day":
		return cUnit, int(gDay)
	case "days":
		return cUnit, int(gDay) | plural
	case "hour", "hr":
		return cUnit, int(gHour)
	case "hours", "hrs":
		return cUnit, int(gHour) | plural
	case "minute", "min":
		return cUnit, int(gMinute)
	case "minutes", "mins":
		return cUnit, int(gMinute) | plural
	case "seconds", "secs", "sec":
		return cUnit, int(gSecond) | plural

	case "spring", "springtime":
		return cSeason, 1
	case "summer", "summertime":
		return cSeason, 2
	case "autumn", "fall":
		return cSeason, 3
	case "winter", "wintertime":
		return cSeason, 4

	case "morning", "dawn", "daybreak", "sunrise":
		return cPart, 1
	case "afternoon":
		return cPart, 2
	case "evening", "dusk", "sunset":
		return cPart, 3
	case "night", "overnight", "nighttime":
		return cPart, 4
	case "daytime":
		return cPart, 5
	case "mornings":
		return cPart, 1 | plural
	case "afternoons":
		return cPart, 2 | plural
	case "evenings":
		return cPart, 3 | plural
	case "nights":
		return cPart, 4 | plural
	case "noon", "midday", "lunchtime":
		return cMid, 12
	case "midnight":
		return cMid, 24
	case "tonight", "tonite":
		return cTonight, 0
	case "yesterday":
		return cDay, -1
	case "today":
		return cDay, 0
	case "tomorrow":
		return cDay, 1

	case "zero":
		return cCardinal, 0
	case "one":
		return cCardinal, 1
	case "two":
		return cCardinal, 2
	case "three":
		return cCardinal, 3
	case "four":
		return cCardinal, 4
	case "five":
		return cCardinal, 5
	case "six":
		return cCardinal, 6
	case "seven":
		return cCardinal, 7
	case "eight":
		return cCardinal, 8
	case "nine":
		return cCardinal, 9
	case "ten":
		return cCardinal, 10
	case "eleven":
		return cCardinal, 11
	case "twelve", "dozen":
		return cCardinal, 12
	case "thirteen":
		return cCardinal, 13
	case "fourteen":
		return cCardinal, 14
	case "fifteen":
		return cCardinal, 15
	case "sixteen":
		return cCardinal, 16
	case "seventeen":
		return cCardinal, 17
	case "eighteen":
		return cCardinal, 18
	case "nineteen":
		return cCardinal, 19
	case "twenty":
		return cCardinal, 20
	case "thirty":
		return cCardinal, 30
	case "forty":
		return cCardinal, 40
	case "fifty":
		return cCardinal, 50
	case "sixty":
		return cCardinal, 60
	case "seventy":
		return cCardinal, 70
	case "eighty":
		return cCardinal, 80
	case "ninety":
		return cCardinal, 90
	case "hundred":
		return cScale, 100
	case "thousand":
		return cScale, 1000
	case "half":
		return cHalf, 0

	case "first":
		return cOrdinal, 1
	case "second":
		return cOrdinal, 2
	case "third":
		return cOrdinal, 3
	case "fourth":
		return cOrdinal, 4
	case "fifth":
		return cOrdinal, 5
	case "sixth":
		return cOrdinal, 6
	case "seventh":
		return cOrdinal, 7
	case "eighth":
		return cOrdinal, 8
	case "ninth":
		return cOrdinal, 9
	case "tenth":
		return cOrdinal, 10
	case "eleventh":
		return cOrdinal, 11
	case "twelfth":
		return cOrdinal, 12
	case "thirteenth":
		return cOrdinal, 13
	case "fourteenth":
		return cOrdinal, 14
	case "fifteenth":
		return cOrdinal, 15
	case "sixteenth":
		return cOrdinal, 16
	case "seventeenth":
		return cOrdinal, 17
	case "eighteenth":
		return cOrdinal, 18
	case "nineteenth":
		return cOrdinal, 19
	case "twentieth":
		return cOrdinal, 20
	case "thirtieth":
		return cOrdinal, 30
	case "final":
		return cOrdinal, -1

	case "few", "several", "many", "multiple", "numerous", "various", "countless":
		return cVague, 0
	case "a", "an":
		return cArticle, 0
	case "the":
		return cThe, 0
	case "last", "past":
		return cLast, 0
	case "previous", "preceding", "prior":
		return cLast, 1
	case "next":
		return cNext, 1
	case "coming", "upcoming", "forthcoming":
		return cNext, 0
	case "following", "subsequent", "ensuing":
		return cNext, 2
	case "this", "current":
		return cThis, 0
	case "that", "same":
		return cThat, 0

	case "early":
		return cEarly, modStart
	case "mid":
		return cEarly, modMid
	case "late":
		return cEarly, modEnd
	case "earlier":
		return cEarly, modEarlier
	case "later":
		return cEarly, modLater
	case "beginning", "start", "outset", "opening":
		return cEdge, modStart
	case "middle":
		return cEdge, modMid
	case "end", "close", "ending":
		return cEdge, modEnd
	case "rest", "remainder":
		return cEdge, modLater
	case "course", "whole", "duration":
		return cEdge, modNone
	case "ago":
		return cAgo, -1
	case "hence":
		return cAgo, 1

	case "now", "nowadays", "currently", "presently":
		return cNow, 0
	case "recently", "recent", "lately":
		return cNow, -1
	case "future", "soon":
		return cNow, 1

	case "hourly":
		return cSet, int(gHour)
	case "daily", "nightly":
		return cSet, int(gDay)
	case "weekly":
		return cSet, int(gWeek)
	case "monthly":
		return cSet, int(gMonth)
	case "quarterly":
		return cSet, int(gQuarter)
	case "annual", "annually", "yearly":
		return cSet, int(gYear)
	case "every", "each", "per":
		return cEvery, 0

	case "about", "around", "approximately", "roughly", "circa", "some":
		return cApprox, modApprox
	case "nearly", "almost":
		return cApprox, modLess
	case "over":
		return cApprox, modMore
	case "under":
		return cApprox, modLess
	case "fiscal", "financial", "fy":
		return cFiscal, 0
	}
	if h := holidayWord(w); h > 0 {
		return cHoliday, h
	}
	return plain, 0
}
