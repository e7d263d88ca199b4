package briefing

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// A Finding is something in a briefing that does not fit together. It is put as a
// question: the author knows which side is right.
type Finding struct {
	Line      int // of the file, 0 if the line is ours
	Paragraph int
	At        Range
	Words     string
	Question  string
}

// Check looks over the dates of a briefing: weekdays that do not fit their date,
// dates that the calendar does not have, ranges that end before they begin, two
// dates for what reads as one event. Then over its numbers and people; see checkNumbers, checkPeople.
func Check(src Source, f *Facts) []Finding {
	var out []Finding
	add := func(at Range, words, question string) {
		out = append(out, Finding{src.Origin.Line(src.Markdown, at.Start), f.Paragraph(at.Start), at, words, question})
	}
	for i, e := range f.Expressions {
		if q := weekdayClash(e); q != "" {
			add(e.At, e.Text, q)
		}
		if i+1 < len(f.Expressions) {
			next := f.Expressions[i+1]
			if backward(src.Markdown, e, next) {
				r := Range{e.At.Start, next.At.End}
				add(r, strings.Join(strings.Fields(string(r.Of(src.Markdown))), " "), fmt.Sprintf("the range ends (%s) before it begins (%s): are its two dates the right way round?", next.Value, e.Value))
			}
		}
	}
	var pos Pos
	for line := range bytes.Lines(src.Markdown[:f.Upto]) {
		for _, x := range lang.ImpossibleDates(string(line)) {
			at := Range{pos + Pos(x.From), pos + Pos(x.To)}
			words := string(at.Of(src.Markdown))
			add(at, words, fmt.Sprintf("%s has %d days: which day is meant?", monthOf(x), lastDay(x)))
		}
		pos += Pos(len(line))
	}
	for _, p := range twice(f.Timeline) {
		a, b := f.Timeline[p[0]], f.Timeline[p[1]]
		e := b.Evidence[0]
		add(e.At, e.Words, fmt.Sprintf("%s here, %s in %s, for what reads as one event: which is it?", b.Date, a.Date, where(a.Evidence[0].Paragraph)))
	}
	out = append(out, checkNumbers(src, f)...)
	out = append(out, checkPeople(src, f)...)
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return out
}

var weekdays = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// weekdayClash asks about a weekday that is not that of its date. Only a weekday
// and a day of the month in one expression clash: a bare weekday has no date of its
// own.
func weekdayClash(e Expression) string {
	d, ok := dayOf(e.Value)
	if !ok || !strings.ContainsAny(e.Text, "0123456789") {
		return ""
	}
	wd := lang.WeekdayIn(e.Text)
	if wd == 0 || wd == d.Weekday()+1 {
		return ""
	}
	near := d.Add(((wd-1-d.Weekday()+10)%7 - 3))
	return fmt.Sprintf("%s is a %s: is it %s %s or %s %s?", d, weekdays[d.Weekday()], weekdays[d.Weekday()], d, weekdays[wd-1], near)
}

// dayOf reads the day of a TIMEX3 value that is as fine as one.
func dayOf(value string) (Date, bool) {
	day, _, _ := strings.Cut(value, "T")
	if len(day) != 10 {
		return Date{}, false
	}
	return ParseDate(day)
}

// backward reports whether two expressions are a range that ends before it begins.
func backward(src []byte, a, b Expression) bool {
	if b.At.Start < a.At.End || b.At.Start-a.At.End > 12 {
		return false
	}
	switch strings.TrimSpace(string(src[a.At.End:b.At.Start])) {
	case "to", "until", "till", "through", "-", "–", "—", "\\-":
	default:
		return false
	}
	from, _, ok := lang.Stretch(a.Value)
	_, to, ok2 := lang.Stretch(b.Value)
	if !ok || !ok2 || precision(a.Value) != precision(b.Value) || !to.Before(from) {
		return false
	}
	// “October 1 to September 30” goes over the turn of the year, any year
	return from.Month == to.Month || saysYear(a) || saysYear(b)
}

// saysYear reports whether the words of an expression hold its year.
func saysYear(e Expression) bool {
	return len(e.Value) >= 4 && strings.Contains(e.Text, e.Value[:4])
}

func monthOf(x lang.Impossible) string {
	name := lang.MonthName(x.Month)
	if x.Year > 0 && x.Month == 2 {
		return fmt.Sprintf("%s %d", name, x.Year)
	}
	return name
}

func lastDay(x lang.Impossible) int {
	d := Date{Year: cmp.Or(x.Year, 2024), Month: x.Month, Day: 31}
	for !d.Valid() {
		d.Day--
	}
	return d.Day
}

// twice finds pairs of events that read as one and have different days.
func twice(events []Event) [][2]int {
	const most = 400 // beyond this a document is a table, and the work is quadratic
	var out [][2]int
	n := min(len(events), most)
	sets := make([]map[string]bool, n)
	for i := range n {
		sets[i] = content(events[i].Text)
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			a, b := &events[i], &events[j]
			if len(a.Evidence) == 0 || len(b.Evidence) == 0 || a.Precision != "day" || b.Precision != "day" || a.Until != "" || b.Until != "" || a.From == b.From || a.Evidence[0].Sentence == b.Evidence[0].Sentence {
				continue
			}
			if len(sets[i]) >= 5 && len(sets[j]) >= 5 && sameWords(sets[i], sets[j], a, b) {
				out = append(out, [2]int{i, j})
			}
		}
	}
	return out
}

// sameWords reports whether two sets are equal but for the words of the dates.
func sameWords(x, y map[string]bool, a, b *Event) bool {
	skip := content(a.Expression)
	for w := range content(b.Expression) {
		skip[w] = true
	}
	n, both := 0, 0
	for w := range x {
		if skip[w] {
			continue
		}
		n++
		if y[w] {
			both++
		}
	}
	m := 0
	for w := range y {
		if !skip[w] {
			m++
		}
	}
	return both >= 4 && 10*both >= 9*max(n, m)
}

// where says in which paragraph something stands; the title has no number.
func where(paragraph int) string {
	if paragraph == 0 {
		return "the title"
	}
	return fmt.Sprintf("¶%d", paragraph)
}
