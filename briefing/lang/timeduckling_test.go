package lang

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
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

// leftOut gives the class of a case that is left out, "" for the others.
func leftOut(c ducklingCase) string {
	p := " " + strings.ToLower(c.Phrase) + " "
	has := func(words string) bool {
		for w := range strings.SplitSeq(words, "|") {
			if strings.Contains(p, w) {
				return true
			}
		}
		return false
	}
	clock := strings.EqualFold(c.Grain, "hour") || strings.EqualFold(c.Grain, "minute")
	switch {
	case c.Holiday != "" && !knownHoliday(c.Holiday):
		return "holidays other than US and UK public and Christian ones"
	case strings.EqualFold(c.Grain, "second"):
		return "to the second from a reference time: a briefing has a reference day"
	case strings.HasSuffix(c.Start, "T04:00:00") || clock && has("hour|minute| min |now|in 1h|day"):
		return "counted in hours or minutes from the reference time of day"
	case clock && has("gmt|cet|pst|bst|cst| ist"):
		return "moved from another time zone into the reference's"
	case strings.EqualFold(c.Grain, "hour") && has("weekend|week-end|week end|wkend"):
		return "weekends that begin on Friday at 18:00"
	case has("season|summer|winter|spring|fall|autumn"):
		return "seasons by the equinoxes: TIMEX3 has SP, SU, FA, WI"
	case has(" last | past | next | upcoming | previous | coming ") && has("weeks|months|quarters|years|two week|2 week|two month|2 month|two quarter|2 quarter|two year|2 year|few "):
		return "the last and next N weeks, months and years as whole ones: they are counted from the day"
	}
	return ""
}

func knownHoliday(h string) bool {
	if strings.HasPrefix(h, "Chinese") || strings.HasPrefix(h, "Parsi") || strings.HasPrefix(h, "Orthodox") {
		return false
	}
	for _, r := range holidayRules {
		if strings.Contains(strings.ReplaceAll(strings.ToLower(h), "'", "’"), strings.ReplaceAll(r.name, "'", "’")) {
			return true
		}
	}
	return false
}

// sameStart reports whether a time begins where the case does. A bare weekday,
// month or day may lie on the other side of the reference.
func sameStart(c ducklingCase, x Time) bool {
	day, clock := c.Start[:10], c.Start[11:16]
	want, _ := ParseDate(day)
	switch strings.ToLower(c.Grain) {
	case "hour", "minute":
		if c.End != "" && x.Calendar != "" && precisionOf(x) == "day" {
			return x.From == want
		}
		return x.Calendar == day+"T"+clock || strings.HasSuffix(x.Calendar, "T"+clock) && either(x.From, want)
	}
	return x.From == want || either(x.From, want)
}

func precisionOf(x Time) string {
	if strings.Contains(x.Calendar, "T") {
		return "minute"
	}
	return "day"
}

func either(a, b Date) bool {
	if a.IsZero() {
		return false
	}
	n := a.Days() - b.Days()
	return n == 7 || n == -7 || a.Month == b.Month && a.Day == b.Day && (a.Year-b.Year == 1 || b.Year-a.Year == 1)
}

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
	for why, n := range out {
		fmt.Printf("left out: %d, %s\n", n, why)
	}
}
