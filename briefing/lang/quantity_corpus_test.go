package lang

import (
	"math"
	"regexp"
	"sort"
	"strings"
	"testing"
)

// TestQuantityCases scores the engine over the unit cases of numbers as its scorer
// does: a quantity that overlaps the gold one has its value within 0.5 %, and its
// unit agrees by code, % or word.
func TestQuantityCases(t *testing.T) {
	type tally struct{ gold, value, unit, empty, nothing int }
	byClass := map[string]*tally{}
	all := &tally{}
	type unitCase struct {
		ID         string `json:"doc_id"`
		Class      string
		Text       string
		Quantities []struct {
			Start, End int
			Value      *float64
			Unit       string
		}
	}
	for _, d := range corpus[unitCase](t, "numbers/recognizers-cases.jsonl") {
		if byClass[d.Class] == nil {
			byClass[d.Class] = &tally{}
		}
		r, _ := Read([]Unit{{S: d.Text}}, Date{}, Carry{})
		wanted := 0
		for _, g := range d.Quantities {
			if g.Value == nil {
				continue
			}
			wanted++
			value, unit := false, false
			for _, q := range r.Quantities {
				if q.Start < g.End && q.End > g.Start && math.Abs(q.Value-*g.Value) <= max(math.Abs(*g.Value)*.005, 1e-9) {
					value = true
					unit = unit || d.Class == "number" || scoredUnit(q.Unit) == scoredUnit(g.Unit)
				}
			}
			for _, c := range []*tally{all, byClass[d.Class]} {
				c.gold++
				if value {
					c.value++
				}
				if unit {
					c.unit++
				}
			}
			if !unit && testing.Verbose() {
				t.Logf("miss %s %q: %v %s, got %s", d.ID, d.Text, *g.Value, g.Unit, listed(d.Text, r.Quantities))
			}
		}
		if wanted == 0 {
			for _, c := range []*tally{all, byClass[d.Class]} {
				c.empty++
				if len(r.Quantities) == 0 {
					c.nothing++
				}
			}
		}
	}
	classes := []string{}
	for c := range byClass {
		classes = append(classes, c)
	}
	sort.Strings(classes)
	byClass["all"] = all
	for _, c := range append(classes, "all") {
		n := byClass[c]
		t.Logf("%-12s gold %3d  value %.1f %%  value and unit %.1f %%  nothing %d/%d", c, n.gold,
			100*float64(n.value)/float64(n.gold), 100*float64(n.unit)/float64(n.gold), n.nothing, n.empty)
	}
	if v := float64(all.value) / float64(all.gold); v < .92 {
		t.Errorf("value %.3f, want .92", v)
	}
	if v := float64(all.unit) / float64(all.gold); v < .88 {
		t.Errorf("value and unit %.3f, want .88", v)
	}
}

func listed(s string, qs []Quantity) string {
	b := ""
	for _, q := range qs {
		b += "[" + s[q.Start:q.End] + "|" + q.Kind.String() + "|" + q.Unit + "] "
	}
	return b
}

var unitWord = regexp.MustCompile(`[a-z/]+`)

// scoredUnit brings spellings of one unit together, as the corpus’s scorer does.
func scoredUnit(u string) string {
	u = strings.TrimRight(strings.ToLower(strings.TrimSpace(u)), ".")
	switch u {
	case "%", "percent", "per cent", "percentage":
		return "%"
	}
	codes := map[string]string{"usd": "USD", "dollar": "USD", "united states dollar": "USD", "cent": "USc", "penny": "USc", "euro": "EUR",
		"eur": "EUR", "pound": "GBP", "british pound": "GBP", "gbp": "GBP", "pence": "GBp", "australian dollar": "AUD", "aud": "AUD",
		"canadian dollar": "CAD", "cad": "CAD", "chinese yuan": "CNY", "cny": "CNY", "japanese yen": "JPY", "jpy": "JPY", "rupee": "INR",
		"inr": "INR", "franc": "CHF", "swiss franc": "CHF", "chf": "CHF", "mexican peso": "MXN", "mxn": "MXN", "turkish lira": "TRY",
		"try": "TRY", "bitcoin": "BTC", "btc": "BTC", "hong kong dollar": "HKD", "hkd": "HKD", "new zealand dollar": "NZD", "nzd": "NZD"}
	if c, ok := codes[u]; ok {
		return c
	}
	if c, ok := codes[strings.TrimSuffix(u, "s")]; ok {
		return c
	}
	long := map[string]string{"km": "kilometer", "m": "meter", "c": "celsius", "f": "fahrenheit", "tonne": "metric ton", "feet": "foot",
		"mph": "mile per hour", "yr": "year"}
	u = strings.NewReplacer("metre", "meter", "litre", "liter", "degrees", "degree", "°", "degree ").Replace(u)
	words := []string{}
	for _, w := range unitWord.FindAllString(u, -1) {
		if l, ok := long[w]; ok {
			w = l
		}
		for _, w := range strings.Fields(w) {
			if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3 {
				w = w[:len(w)-1]
			}
			switch w {
			case "of", "a", "an", "old", "degree":
			default:
				words = append(words, w)
			}
		}
	}
	return strings.Join(words, " ")
}
