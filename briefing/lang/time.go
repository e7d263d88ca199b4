package lang

// TimeType is the TIMEX3 type of a temporal expression.
type TimeType uint8

const (
	DATE TimeType = iota
	TIME
	DURATION
	SET
)

func (t TimeType) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// A Time is a temporal expression, with the extent, type, value and modifier of
// TIMEX3 (TempEval-3 guidelines: prepositions stay out of the extent).
type Time struct {
	Span
	Type  TimeType
	Value string // TIMEX3: 2021-11-10, 2021-W45, P4D, PRESENT_REF, XXXX-WXX-3 …
	Mod   string // TIMEX3: APPROX, START, MID, END, BEFORE, AFTER …

	// Calendar is Value where it names one stretch of the calendar, as
	// DESIGN's dates are written (2021-11-10T09:00 with a clock time), else "".
	Calendar string
	// Until is the last part of the stretch where Calendar is only its first: the
	// end of a range that the text gives with this expression (“from May 5 to May
	// 9”), the Sunday of a weekend.
	Until    string
	From, To Date // first and last day of the stretch, Until included; zero without one
	Basis    Basis
	Why      string // the rule, in a sentence a staffer understands; "" for a written date
	Lead     string // the preposition before it, lower case: by, since, until, before, after; ""
	Forward  bool   // a governing future or modal verb was seen
	Backward bool   // a governing past verb was seen, of a stretch coarser than a day
	NoEvent  bool   // inside the name of a law, act, order, document or building; a page stamp, a byline
	Spelt    bool   // the words give the month and the day; of a clock time those of the heading above
	Weekday  int    // the weekday written with a calendar date, 1 Monday to 7 Sunday; 0 without one
	// Event says that the time hangs on an event and not on the calendar: “since
	// Biden took office”, “the day before the vote”.
	Event  bool
	Adrift bool // a clock time, and nothing says of which day: that of the anchor is taken
	Attr   bool // it only says which thing is meant: “the 2020 election”, “the events of last week”
	Ends   bool // the end of the range that the time before it begins
	Idle   bool // nothing happens then: no verb says that anything does, or a speaker speaks of speaking
}

// Misfits reports whether the text gives a date a weekday that it is not.
func (t *Time) Misfits() bool {
	return t.Weekday > 0 && t.From == t.To && t.From.Valid() && t.From.Weekday()+1 != t.Weekday
}

// timeCarry is what a reader remembers of the dates spoken of.
type timeCarry struct {
	last          stamp // the last date spoken of
	sinceLast     int   // sentences since then
	day           stamp // the last one as fine as a day
	pastDay       stamp // the last one up to the anchor
	sinceDay      int   // sentences since then
	month         stamp // the last one as fine as a month
	year          int   // the last year spoken of
	ahead, behind int   // days that lie ahead of the anchor, and behind it
	far, near     int   // full dates far from the anchor, and words like today that need it
	dmy, mdy      int   // how the document writes numeric dates
	quarter       stamp // the last quarter spoken of
	sinceQuarter  int   // sentences since then
	head          stamp // the day that a heading gives to what stands under it
	headSpelt     bool  // with its month and day
	aside         stamp // a day that said which thing is meant: “the 4 November issue”
	sinceAside    int   // sentences since then
	list          list  // of the days to come that the text goes through
}

func readTimes(t *text, anchor Date, c timeCarry) ([]Time, timeCarry) {
	z := resolver{t: t, anchor: anchor, c: c, dayFirst: -1, inUnit: -1}
	all := make([]stretch, 0, len(t.sentences)+8)
	total := 0
	for s := range t.sentences {
		for lo := t.from[s]; lo < t.from[s+1]; lo += longestRead {
			k := t.tokens[lo:min(lo+longestRead, t.from[s+1])]
			r := reader{k: k, kind: t.units[k[0].unit].Kind}
			list := r.read()
			for n := range list {
				z.register(&list[n])
			}
			all = append(all, stretch{k, list})
			total += len(list)
		}
	}
	z.out = make([]Time, 0, total)
	for _, s := range all {
		if len(s.list) > 0 {
			z.sentence(s.k, s.list)
		}
		z.c.sinceQuarter++
		z.c.sinceDay++
		z.c.sinceLast++
		z.c.sinceAside++
		z.c.list.since++
	}
	return z.out, z.c
}

// A stretch is a sentence with its expressions, or the part of one that is longer
// than anybody writes: what looks through a sentence then stays within bounds.
type stretch struct {
	k    []token
	list []expr
}

const longestRead = 1000 // tokens
