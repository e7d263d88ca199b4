package briefing

import (
	"fmt"
	"strings"
	"testing"
)

// What does not add up is asked about, and what does, or is rounded, is not.
func TestCheckNumbers(t *testing.T) {
	for _, c := range []struct{ name, md, want string }{
		{"a total that is no sum", "| Province | Displaced |\n|---|---|\n| North | 1,200 |\n| South | 900 |\n| Total | 2,200 |\n",
			"2,200: the rows above add up to 2,100: is the total 2,200 right?\n"},
		{"a total that is one", "| Province | Displaced |\n|---|---|\n| North | 1,200 |\n| South | 900 |\n| Total | 2,100 |\n", ""},
		{"a total of rounded parts", "| Item | Cost |\n|---|---|\n| Road | $1.2 million |\n| Rail | $2.3 million |\n| Total | $3.6 million |\n", ""},
		{"shares have no sum", "| Item | Share |\n|---|---|\n| Road | 20% |\n| Rail | 30% |\n| Total | 25% |\n", ""},
		{"a row without a number", "| Item | Cost |\n|---|---|\n| Road | 12 |\n| Rail | n/a |\n| Total | 30 |\n", ""},
		{"parts behind a colon", "The crash killed 39 people: 20 men and 18 women.\n",
			"39 people: 20 men and 18 women: the parts add up to 38: is 39 people right?\n"},
		{"parts that add up", "The crash killed 39 people: 20 men, 18 women and 1 child.\n", ""},
		{"including is not all", "The crash killed 39 people, including 20 men and 8 women.\n", ""},
		{"a share that does not follow", "It won 39 of 120 seats (40%).\n", "39 of 120 seats (40%: 39 of 120 is 32.5 %: is 40% right?\n"},
		{"a share that follows when rounded", "It won 39 of 120 seats (33%).\n", ""},
		{"a change that does not follow", "Output rose from 200 to 250 barrels, a rise of 30 percent.\n",
			"from 200 to 250 barrels, a rise of 30 percent: from 200 to 250 barrels is a change of 25.0 %: is 30 percent right?\n"},
		{"a change that follows", "Output rose from 200 to 250 barrels, a rise of 25 percent.\n", ""},
		{"one quantity with two values", "The harbour repair costs are $40 million.\n\nMembers heard that the harbour repair costs are $45 million.\n",
			"$45 million: $45 million here, $40 million in ¶1, for “harbour repair costs”: which is it?\n"},
		{"two lists are two lists", "They send:\n\n- 200 shotguns and 200 machine guns;\n\nLater they send:\n\n- 400 shotguns and 400 machine guns;\n", ""},
		{"items with labels", "- Cranes: increase the tariff rate to 25 percent.\n- Gloves: increase the tariff rate to 50 percent.\n", ""},
		{"two years have two values", "In 2019 the harbour repair costs were $40 million.\n\nIn 2020 the harbour repair costs were $45 million.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := Source{Markdown: []byte(c.md)}
			var got strings.Builder
			for _, f := range Check(src, Derive(NewText(src), nil)) {
				fmt.Fprintf(&got, "%s: %s\n", f.Words, f.Question)
			}
			if got.String() != c.want {
				t.Errorf("got:\n%swant:\n%s", got.String(), c.want)
			}
		})
	}
}
