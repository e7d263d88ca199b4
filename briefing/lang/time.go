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
	Until    string // the end of a range that the text gives with this expression: “from May 5 to May 9”
	From, To Date   // first and last day of the stretch; zero without one
	Basis    Basis
	Why      string // the rule, in a sentence a staffer understands; "" for a written date
	Forward  bool   // a governing future or modal verb was seen
	NoEvent  bool   // inside the name of a law, act, order, document or building; a page stamp, a byline
}

type timeCarry struct {
	last Date // the last date spoken of
}

func readTimes(t *text, anchor Date, c timeCarry) ([]Time, timeCarry) { return nil, c }
