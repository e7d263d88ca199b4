package briefing

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// timeline is the events of a briefing: what its front matter states, and each
// sentence with a date. They stand in their groups, earlier, the briefing's own day,
// ahead, undated, and in each in the order of their dates.
func timeline(r *reading) []Event {
	var out []Event
	for i := range r.Times {
		if i+1 < len(r.Times) && narrowed(r, &r.Times[i], &r.Times[i+1]) {
			continue
		}
		if e, ok := r.event(i); ok {
			out = append(out, e)
		}
	}
	out = append(out, r.inherited()...)
	out = append(out, r.sinceEvents()...)
	out = merge(out)
	out = withStated(out, r.meta)
	for i := range out {
		out[i].When = when(&out[i], r.meta.Date)
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(
			cmp.Compare(a.When.order(), b.When.order()),
			cmp.Compare(a.starts(r.meta.Date).Days(), b.starts(r.meta.Date).Days()),
			cmp.Compare(clockOf(a.Date), clockOf(b.Date)),
			cmp.Compare(a.To.Days(), b.To.Days()),
			cmp.Compare(place1(a), place1(b)))
	})
	return out
}

// narrowed reports whether the expression behind says more exactly when: “earlier
// this week, on Wednesday”.
func narrowed(r *reading, a, b *lang.Time) bool {
	if a.Unit != b.Unit || a.Calendar == "" || b.Calendar == "" || b.Start < a.End || b.Start-a.End > 13 || a.From == b.From && a.To == b.To {
		return false
	}
	switch strings.Trim(r.units[a.Unit].S[a.End:b.Start], " ,(") {
	case "on":
		if a.Basis == lang.Chosen && precision(b.Calendar) == "day" { // “a year later, on 10 August”: the day decides
			return true
		}
		fallthrough
	case "":
		return !b.From.Before(a.From) && !a.To.Before(b.To)
	case "at the", "in the", "during the": // “eight years earlier, at the 1972 convention”
		return a.Basis == lang.Chosen && b.Attr && !b.NoEvent
	}
	return false
}

// order is where a group stands in the timeline.
func (w When) order() int {
	switch w {
	case Earlier:
		return 0
	case SameDay:
		return 1
	case Ahead:
		return 2
	}
	return 3
}

// starts is the day by which an event is sorted in its group: its first, but the last
// of a stretch under way whose rest lies ahead, because only by then it has come (“will
// pass it this year”, said in May, is behind June).
func (e *Event) starts(anchor Date) Date {
	if e.When == Ahead && !anchor.IsZero() && !anchor.Before(e.From) {
		return e.To
	}
	return e.From
}

func place1(e Event) Pos {
	if len(e.Evidence) == 0 {
		return -1
	}
	return e.Evidence[0].At.Start
}

// clockOf is the time of day of a date, "" for a whole day.
func clockOf(date string) string {
	_, clock, _ := strings.Cut(date, "T")
	return clock
}

// event makes an event of an expression, if it is one: a place in the calendar
// that a sentence puts something at. Sets, spans and vague references are none, nor
// is what stands in a title or heading, in the name of a law or in a page stamp.
func (r *reading) event(i int) (Event, bool) {
	t := &r.Times[i]
	at := r.leaves[t.Unit]
	open := r.meta.Date.IsZero() && t.Calendar == "" && t.Type <= lang.TIME && strings.HasPrefix(t.Value, "XXXX")  // “on Wednesday”, and no day to count from
	row := t.Adrift && r.sequence(at.section) && (at.table != nil || beside(r.units[t.Unit].S[:t.Start], "") == 0) // an hour of a schedule that gives no day
	due := t.Adrift && t.Forward && at.table == nil && (t.Lead == "until" || t.Lead == "till" || t.Lead == "by")   // “will be embargoed until 5 a.m.”
	if t.NoEvent && !row && !due || t.Ends || at.kind == Heading || at.kind == Term || t.Type == lang.SET || t.Calendar == "" && !t.Event && !open {
		return Event{}, false
	}
	sentence := r.SentenceOf(t.Span)
	e := Event{
		Date: t.Calendar, Until: t.Until, From: t.From, To: t.To,
		Precision: precision(t.Calendar), Qualifier: qualifier(t),
		Expression: r.of(t.Span), Basis: t.Basis, Why: t.Why,
		forward:  t.Forward,
		backward: t.Backward,
		idle:     t.Idle,
		Evidence: []Evidence{r.evidence(t.Span)},
	}
	if r.compares(&e, t, sentence) {
		return e, false
	}
	e.decade(t.Mod)
	if e.Precision == "century" || t.Attr && r.otherDate(i, sentence) {
		return e, false // “the 21st century” says nothing of when
	}
	if row {
		e.Why = "the schedule gives no day: that of the briefing is taken"
	}
	if at.table != nil {
		return r.row(e, i)
	}
	least := 2
	if at.item {
		least = 1
	}
	if beside(r.of(sentence), r.of(t.Span)) < least {
		return Event{}, false // a date line, a byline, a stamp: nothing happens in it
	}
	if s := r.of(sentence); s[len(s)-1] == ':' && beside(s, r.of(t.Span)) < 4 {
		return Event{}, false // it only announces a list
	}
	span := t.Span
	if i+1 < len(r.Times) && r.Times[i+1].Ends && r.Times[i+1].End <= sentence.End && r.Times[i+1].Unit == t.Unit {
		span.End = r.Times[i+1].End // 11:00 am – 12:00 pm
	}
	switch {
	case t.Event:
		e.Why = hangs
	case open:
		e.Why = "the date of this briefing is not known"
	case due:
		e.Why = "the text gives no day: that of the briefing is taken"
	}
	g := r.gist(sentence, span, strings.Contains(t.Calendar, "T"))
	e.Text, e.Gist, e.GistAt = r.of(sentence), r.of(g), r.at(g)
	if r.sequence(at.section) && (at.item || t.Start-sentence.Start <= 1 || marked(r.of(sentence)[:t.Start-sentence.Start])) && dayGiven(t) {
		e.Basis = StatedAs
	}
	return e, true
}

// compares reports whether a decade only says since when something is the first or the
// most of its kind: “for the first time since the 1990s”, “the last time that it had so
// large a share was the 1920s”. Nothing is told of the decade.
func (r *reading) compares(e *Event, t *lang.Time, sentence lang.Span) bool {
	if e.Precision != "decade" {
		return false
	}
	before := strings.Fields(strings.ToLower(r.units[t.Unit].S[sentence.Start:t.Start]))
	for n := len(before) - 1; n >= 0 && len(before)-n <= 24; n-- {
		switch w := strings.Trim(before[n], ",;:“”\"'"); {
		case w == "time" && n > 0 && (before[n-1] == "first" || before[n-1] == "last" || before[n-1] == "only"):
			return true
		case w == "than" && len(before)-n <= 4:
			return true
		case t.Lead == "since" && len(before)-n <= 8 && (w == "most" || w == "least" || w == "worst" || w == "best" || len(w) > 5 && strings.HasSuffix(w, "est")):
			return true
		}
	}
	return false
}

// decade makes years of the early, middle or late part of a decade.
func (e *Event) decade(mod string) {
	if e.Precision != "decade" || e.Until != "" || mod != "START" && mod != "MID" && mod != "END" || e.From.IsZero() || e.From.Year < 1000 || e.Qualifier == "by" || e.Qualifier == "before" {
		return
	}
	first := e.From.Year - e.From.Year%10
	from, to := first, first+3
	switch mod {
	case "MID":
		from, to = first+4, first+6
	case "END":
		from, to = first+7, first+9
	}
	e.From, e.To = Date{Year: from, Month: 1, Day: 1}, Date{Year: to, Month: 12, Day: 31}
	e.Date, e.Until = e.From.String()[:4], e.To.String()[:4]
	e.Precision, e.Qualifier = "year", ""
	if e.Basis == Written {
		e.Basis, e.Why = Computed, "that part of the decade"
	}
}

// otherDate reports whether a sentence has a date beside the one of time i that says
// when, and not which.
func (r *reading) otherDate(i int, sentence lang.Span) bool {
	const near = 12
	for j := max(i-near, 0); j < len(r.Times) && j < i+near; j++ {
		t := &r.Times[j]
		if j == i || t.Unit != sentence.Unit || t.Start < sentence.Start || t.End > sentence.End || t.Attr || t.NoEvent || t.Calendar == "" {
			continue
		}
		if j+1 < len(r.Times) && narrowed(r, t, &r.Times[j+1]) {
			continue
		}
		return true
	}
	return false
}

// dayGiven reports whether the words give a date as far as an author of a sequence of
// events gives it: the year alone may come from the anchor. Which Friday a bare
// “Friday” is remains a choice.
func dayGiven(t *lang.Time) bool {
	return t.Basis == Written || t.Basis == lang.Chosen && t.Spelt && !t.Misfits()
}

// beside counts the words of three letters and more that a sentence has beside its
// date and what labels it; many for a long one.
func beside(sentence, date string) int {
	n := 0
	if len(sentence) > 400 {
		return len(sentence)
	}
	rest := strings.Replace(sentence, date, " ", 1)
	byline := strings.HasPrefix(strings.ToLower(rest), "by ")
	for w := range strings.FieldsSeq(rest) {
		w = strings.Trim(w, ".,;:()[]-–—*|")
		if len(w) > 2 && !label(w) {
			n++
			byline = byline && w[0] < 'a'
		}
	}
	if byline && n < 6 {
		return 0 // By Anna Nowak, 5 May 2021
	}
	return n
}

// label: words that only say what a date line is.
func label(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,;:()[]-–—*")) {
	case "published", "updated", "posted", "issued", "released", "dated", "date", "filed", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "last", "modified", "est", "edt", "gmt", "utc", "page", "note", "the", "and":
		return true
	}
	return false
}

// precision is how fine a date is.
func precision(date string) string {
	day, clock, _ := strings.Cut(date, "T")
	switch {
	case date == "":
		return ""
	case clock != "":
		return "minute"
	case strings.HasPrefix(day, "FY"):
		if strings.Contains(day, "-Q") {
			return "quarter"
		}
		return "year"
	case len(day) == 2:
		return "century"
	case len(day) == 3:
		return "decade"
	case len(day) == 4:
		return "year"
	case strings.Contains(day, "-W") && day[len(day)-1] <= '9':
		return "week"
	case strings.Contains(day, "-Q"):
		return "quarter"
	case strings.Contains(day, "-H"):
		return "half"
	case len(day) < len("2006-SP"): // front matter may say anything
		return ""
	case day[5] > '9':
		return "season"
	case len(day) == 7:
		return "month"
	}
	return "day"
}

// qualifier is what the text says beside a date, so that it is not taken for more
// than it is.
func qualifier(t *lang.Time) string {
	if t.Mod == "END" { // “before the end of the month”
		switch t.Lead {
		case "before", "by":
			return t.Lead
		}
	}
	switch t.Mod {
	case "APPROX", "MORE_THAN", "LESS_THAN":
		return "about"
	case "START":
		return "early"
	case "MID":
		return "mid"
	case "END":
		return "late"
	}
	switch t.Lead {
	case "before", "after", "by", "since":
		return t.Lead
	case "until", "till", "through":
		return "until"
	}
	return ""
}

// when places an event against the briefing's own day. A stretch that the day lies
// in is ahead where its verb looks ahead, earlier where it looks back or the stretch
// ends with the day, and else of the day.
func when(e *Event, anchor Date) When {
	switch {
	case e.From.IsZero():
		return Undated
	case anchor.IsZero():
		if e.forward {
			return Ahead
		}
		return Earlier
	case e.To.Before(anchor):
		return Earlier
	case anchor.Before(e.From):
		return Ahead
	case e.From == e.To:
		return SameDay
	case e.forward || e.Qualifier == "by" || e.Qualifier == "until":
		return Ahead
	case e.Qualifier == "before" && !e.backward && late(e):
		return Ahead
	case e.backward && e.Until == "" || e.To == anchor || len(e.Date) < 4:
		return Earlier
	}
	return SameDay
}

// late reports whether the last part of a stretch is meant: the end of the month.
func late(e *Event) bool {
	from, to, ok := lang.Stretch(e.Date)
	return ok && e.Until == "" && from.Before(e.From) && to == e.To
}

const hangs = "it hangs on an event whose date the text does not give"

// sinceEvents finds times that hang on an event: “since Biden took office”. No
// calendar knows them, so they stand undated.
func (r *reading) sinceEvents() []Event {
	var out []Event
	for _, s := range r.Sentences {
		words := r.of(s)
		if r.leaves[s.Unit].kind != Paragraph || !strings.Contains(words, "since ") && !strings.Contains(words, "Since ") {
			continue
		}
		from, to, ok := lang.SinceEvent(words)
		if !ok {
			continue
		}
		t := lang.Span{Unit: s.Unit, Start: s.Start + from, End: s.Start + to}
		g := r.gist(s, t, false)
		out = append(out, Event{
			Qualifier: "since", Text: words, Gist: r.of(g), GistAt: r.at(g), Expression: r.of(t),
			Basis: Written, Why: hangs, Evidence: []Evidence{r.evidence(t)},
		})
	}
	return out
}

// merge joins expressions that speak of one event: two of one day in one sentence
// (“Sunday night (March 4)”, “on Wednesday … at 5 p.m.”), and sentences of one day
// that say the same.
func merge(in []Event) []Event {
	const back = 24 // how many events of the day before it an event is compared with
	var out []Event
	from := map[Date][]int{}
next:
	for _, e := range in {
		day := from[e.From]
		for _, i := range day[max(0, len(day)-back):] {
			o := &out[i]
			if e.From.IsZero() || o.Until != e.Until {
				continue
			}
			same := o.Evidence[0].Sentence == e.Evidence[0].Sentence
			switch {
			case same && o.Date == e.Date:
			case same && o.From == e.To && clockOf(o.Date) == "" && clockOf(e.Date) != "":
				o.Date, o.Precision = e.Date, e.Precision
			case same && e.From == o.To && clockOf(e.Date) == "" && clockOf(o.Date) != "":
			case !same && o.Date == e.Date && retold(o.Text, e.Text):
			default:
				continue
			}
			if e.Basis < o.Basis {
				o.Basis, o.Why = e.Basis, e.Why
			}
			if o.Qualifier == "" && same {
				o.Qualifier = e.Qualifier
			}
			o.Evidence = append(o.Evidence, e.Evidence...)
			continue next
		}
		from[e.From] = append(day, len(out))
		out = append(out, e)
	}
	return out
}

// retold reports whether two sentences say the same: nine words in ten are shared.
func retold(a, b string) bool {
	if 5*min(len(a), len(b)) < 4*max(len(a), len(b)) || len(a) > longSentence {
		return false
	}
	x, y := content(a), content(b)
	if len(x) < 3 || len(y) < 3 {
		return false
	}
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return 10*n >= 9*max(len(x), len(y))
}

// content is the set of the words of a sentence that carry its meaning.
func content(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		w = strings.Trim(w, ".,;:!?()[]“”\"‘’'")
		if len(w) > 3 {
			m[w] = true
		}
	}
	return m
}

// withStated adds the events of the front matter; a derived event of the same day that
// shares a word with one goes under its wording.
func withStated(out []Event, meta Meta) []Event {
	for _, s := range meta.Stated.Timeline {
		e := Event{Date: s.Date, Until: s.Until, Precision: precision(s.Date), Text: s.Event, Gist: s.Event, Basis: StatedAs}
		if from, to, ok := lang.Stretch(s.Date); ok {
			e.From, e.To = from, to
		} else if d, ok := ParseDate(s.Date); ok {
			e.Date, e.From, e.To, e.Precision = d.String(), d, d, "day"
		} else {
			e.Date, e.Precision = "", ""
		}
		if _, to, ok := lang.Stretch(s.Until); ok {
			e.To = to
		}
		words := content(s.Event)
		for i := range out {
			o := &out[i]
			if o.Basis == StatedAs && len(o.Evidence) == 0 || o.From != e.From || o.From.IsZero() {
				continue
			}
			shared := 0
			for w := range content(o.Text) {
				if words[w] {
					shared++
				}
			}
			if shared > 0 && 2*shared >= min(len(words), 4) {
				e.Evidence = append(e.Evidence, o.Evidence...)
				o.Date, o.Text = "", "" // taken
				o.Evidence = nil
			}
		}
		out = slices.DeleteFunc(out, func(o Event) bool { return o.Text == "" })
		if e.Text != "" {
			out = append(out, e)
		}
	}
	return out
}
