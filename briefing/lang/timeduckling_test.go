package lang

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

type ducklingCase struct {
	Phrase, Ref, Kind, Start, End, Grain, Section, Holiday string
}

func ducklingCases(t *testing.T) []ducklingCase {
	t.Helper()
	f, err := os.Open(filepath.Join(temporal, "duckling-cases.jsonl"))
	if err != nil {
		t.Skip("the corpora are not beside the repository")
	}
	defer f.Close()
	var out []ducklingCase
	s := bufio.NewScanner(f)
	for s.Scan() {
		var c ducklingCase
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// notCalendar begins the class of cases that name no stretch of the calendar to a
// reader who has a reference day and no time of day: what is counted in hours, minutes
// and seconds from half past four, what begins with the reference's “now”, and a bare
// clock time that the cases move to the afternoon or the next day because it is before
// half past four.
// TIMEX3 gives PT15M, PRESENT_REF, a day.
const notCalendar = "no calendar value: "

var (
	clockCount = regexp.MustCompile(`^(in|within|last|past|next|one|a)\b.*(\bh\b|\dh\b|hours?\b|minutes?\b|sec|\d'|\d"|\bnow\b)|^in \d+$|^within |^by |^(right )?now$|^at the moment$|^atm$|right now$`)
	bareClock  = regexp.MustCompile(`^((at|early|this|morning|@) )*([1-4]|12|three|midnight)([^0-9]|$)`)
	laterHalf  = regexp.MustCompile(`pm|\dp\b|p m|p\.|noon|evening|tonight|tomorrow`)
	dayCount   = regexp.MustCompile(`^(in )?(a|\d+) days?( ago| hence| from now)?$`)
	otherZone  = regexp.MustCompile(`\b(cet|pst|bst|cst|ist)\b`)
	manyUnits  = regexp.MustCompile(`^(last|past|next|upcoming) (\d|two|three|few) (week|month|quarter|year)s?$`)
	secondOne  = regexp.MustCompile(`^(2|two) upcoming |^upcoming (2|two) `)
)

// leftOut gives the class of a case that is left out, "" for the others.
func leftOut(c ducklingCase) string {
	p := strings.ToLower(c.Phrase)
	switch {
	case c.Holiday != "" && !knownHoliday(c.Holiday):
		return "holidays other than US and UK public and Christian ones"
	case clockCount.MatchString(p) && (c.Grain == "Second" || c.Grain == "Minute" || c.Grain == "Hour") && !strings.Contains(p, " from 1pm"):
		return notCalendar + "counted in clock units, or from now, at half past four"
	case dayCount.MatchString(p) && c.Grain == "Hour":
		return notCalendar + "counted in days, to the hour of the reference"
	case (c.Grain == "Hour" || c.Grain == "Minute") && bareClock.MatchString(p) && !laterHalf.MatchString(p) && beforeHalfFour(c.Start):
		return notCalendar + "a bare clock time before half past four, hence of the afternoon or the next day"
	case otherZone.MatchString(p):
		return "moved from another time zone than UTC into the reference's"
	case secondOne.MatchString(p):
		return "“upcoming two weeks” as the second week to come: here they are both"
	case manyUnits.MatchString(p):
		return "the last and next N weeks, months and years as whole ones: here they are counted from the day"
	}
	return ""
}

// beforeHalfFour reports whether the clock time of a start, or the one twelve hours
// before it on the day of the reference, is not later than the reference's.
func beforeHalfFour(start string) bool {
	if start[:10] == "2013-02-12" {
		return start[11:16] >= "12:30" && start[11:16] <= "16:30"
	}
	return start[:10] == "2013-02-13" && start[11:16] <= "04:30"
}

func knownHoliday(h string) bool {
	if strings.HasPrefix(h, "Chinese") || strings.HasPrefix(h, "Parsi") || strings.HasPrefix(h, "Boss") {
		return false
	}
	if strings.HasSuffix(h, "Lent") {
		return true // it is Christian, and not known here
	}
	for _, r := range holidayRules {
		if strings.Contains(strings.ReplaceAll(strings.ToLower(h), "'", "’"), strings.ReplaceAll(r.name, "'", "’")) {
			return true
		}
	}
	return false
}

// sameStart reports whether a time begins where the case does and is as fine. Two
// things are written otherwise here than there and are translated, in written: the
// hours of a part of a day and of a weekend, the day on which a season begins. Nothing
// else is allowed but the other direction of a bare weekday, month or day.
func sameStart(c ducklingCase, x Time) bool {
	from, grain := written(x)
	want := c.Start
	interval := strings.Contains(c.Kind, "Interval")
	if strings.HasSuffix(x.Value, "Z") { // the reference is two hours behind UTC
		var h int
		fmt.Sscanf(from[11:13], "%d", &h)
		from = fmt.Sprintf("%s%02d%s", from[:11], h-2, from[13:])
	}
	if from[10:] != want[10:] || !interval && grain != strings.ToLower(c.Grain) && !(grain == "minute" && c.Grain == "Hour" && from[14:16] == "00") {
		return false
	}
	have, _ := ParseDate(from[:10])
	day, _ := ParseDate(want[:10])
	return have == day || otherWay(c.Phrase, have, day)
}

// written gives the start of a time as Duckling writes it, and its grain.
func written(x Time) (from, grain string) {
	if x.Calendar == "" {
		return strings.Repeat(" ", 19), ""
	}
	day, clock, grain := x.From, "00:00:00", "day"
	_, code, _ := strings.Cut(strings.TrimSuffix(x.Value, "Z"), "T")
	cal := x.Calendar
	switch {
	case code != "" && code[0] >= 'A':
		clock, grain = map[string]string{"MO": "00:00:00", "MI": "12:00:00", "AF": "12:00:00", "EV": "18:00:00", "NI": "18:00:00", "DT": "00:00:00"}[code], "hour"
		if x.Mod == "END" && (code == "NI" || code == "EV") {
			clock = "21:00:00"
		}
	case strings.Contains(cal, "T"):
		clock, grain = cal[11:]+":00", "minute"
		day, _ = ParseDate(cal[:10])
		if strings.Count(code, ":") == 2 {
			clock, grain = code[:8], "second"
		}
	case strings.HasSuffix(x.Value, "-WE"):
		day, clock, grain = day.Add(-1), "18:00:00", "hour"
	case strings.HasSuffix(cal, "-SP"):
		day.Day = 20
	case strings.HasSuffix(cal, "-SU"):
		day.Day = 21
	case strings.HasSuffix(cal, "-FA"):
		day.Day = 23
	case strings.HasSuffix(cal, "-WI"):
		day.Day = 21
	case strings.Contains(cal, "-Q"):
		grain = "quarter"
	case strings.Contains(cal, "-W"):
		grain = "week"
	case len(cal) == 7:
		grain = "month"
	case len(cal) == 4:
		grain = "year"
	}
	return day.String() + "T" + clock, grain
}

// otherWay reports whether a day is the one on the other side of the reference of a
// weekday, a month, a day or a feast that the phrase gives without more.
func otherWay(phrase string, a, b Date) bool {
	p := " " + strings.ToLower(phrase) + " "
	for _, w := range []string{" last ", " next ", " this ", " past ", " coming ", " ago ", " from now ", " hence ", " in a ", " week", "20"} {
		if strings.Contains(p, w) {
			return false
		}
	}
	n := a.Days() - b.Days()
	year := a.Year - b.Year
	month := a.Month - b.Month + 12*year
	switch {
	case n == 7 || n == -7:
		return WeekdayIn(phrase) > 0 && !strings.ContainsAny(phrase, "0123456789") || strings.Contains(p, " at ") || strings.Contains(p, "@") || strings.Contains(p, " am") || strings.Contains(p, ":")
	case a.Month == b.Month && (year == 1 || year == -1):
		return a.Day == b.Day || strings.Contains(p, "sunday") || knownHoliday(strings.TrimSpace(p)) // a feast moves
	case a.Day == b.Day && (month == 1 || month == -1):
		return strings.HasPrefix(p, " the ") || strings.HasPrefix(p, " on the ")
	}
	return false
}

// TestTimeDuckling counts the cases of Duckling that begin where they should and are as
// fine: at this commit 90.1 % (fold 4 76.1 %), 9.5 % left out by class. Of 985 cases 177
// are holidays of other calendars and 92 have no calendar value; with these counted as
// left out by class too, it would be 20 %.
func TestTimeDuckling(t *testing.T) {
	hit, all := map[string]int{}, map[string]int{}
	out := map[string]int{}
	for n, c := range ducklingCases(t) {
		if why := leftOut(c); why != "" {
			out[why]++
			continue
		}
		ref, _ := ParseDate(c.Ref[:10])
		r, _ := Read([]Unit{{S: c.Phrase}}, ref, Carry{})
		ahead, _ := Read([]Unit{{S: "It will be held " + c.Phrase}}, ref, Carry{}) // the other direction
		fold := "folds 0–3"
		if n%5 == 4 {
			fold = "fold 4"
		}
		ok := false
		var got []string
		for _, x := range append(r.Times, ahead.Times...) {
			ok = ok || sameStart(c, x)
			got = append(got, x.Value+" "+x.From.String())
		}
		all[fold]++
		if ok {
			hit[fold]++
		} else if testing.Verbose() && n%5 != 4 {
			fmt.Printf("  %-45q want %s %-6s got %v\n", c.Phrase, c.Start[:16], c.Grain, got)
		}
	}
	for _, f := range []string{"folds 0–3", "fold 4"} {
		fmt.Printf("duckling %-9s %d of %d, %.1f %%\n", f, hit[f], all[f], 100*float64(hit[f])/float64(all[f]))
	}
	if n := hit["folds 0–3"] + hit["fold 4"]; n < 580 {
		t.Errorf("%d cases come out the same, fewer than they were", n)
	}
	left, total := 0, hit["folds 0–3"]+hit["fold 4"]
	for why, n := range out {
		fmt.Printf("left out: %d, %s\n", n, why)
		if !strings.HasPrefix(why, notCalendar) && !strings.HasPrefix(why, "holidays") {
			left += n
		}
	}
	cases := left + all["folds 0–3"] + all["fold 4"]
	fmt.Printf("left out by class %d of %d, %.1f %%; of the others the same %d of %d, %.1f %%\n", left, cases, 100*float64(left)/float64(cases), total, cases-left, 100*float64(total)/float64(cases-left))
}
