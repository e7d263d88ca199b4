package briefing

import (
	"strings"
	"testing"
)

// The card's next dates: the hours of a day stand for the day, what is over or on the
// way without a verb that looks ahead is none, and without an anchor nothing is next.
func TestNextOnTheCard(t *testing.T) {
	for _, c := range []struct{ name, anchor, md, want string }{
		{"hours of a day stand for it", "2021-11-08", "# Visit\n\nOn Wednesday, 10 November 2021, the senator will spend the day in Lund.\n\n- 11:00 am Opening of the harbour hall\n- 3:00 pm Meeting with students\n\nThe students leave on 20 November 2021.\n",
			"2021-11-10T11:00 2021-11-10T15:00 2021-11-20"},
		{"one whole day is told once", "2021-11-08", "The vote will be held on Friday. The count will follow on Friday in Lund. The mayor will speak on Sunday.\n", "2021-11-12 2021-11-14"},
		{"an hour that the day has yet to bring", "2021-11-08", "This call will be embargoed until 5 a.m. GMT. The mayor will speak tomorrow.\n", "2021-11-08T05:00 2021-11-09"},
		{"what officials said this week is over", "2021-11-10", "The curfew comes after officials this week said the harbour was unsafe.\n", ""},
		{"no anchor", "", "The office was opened on 31 December 1959. At the end of the year you may renew your papers.\n", ""},
	} {
		var src Source
		src.Meta.Date, _ = ParseDate(c.anchor)
		src.Markdown = []byte(c.md)
		var got []string
		for _, e := range NewCard(src.Meta, Derive(NewText(src), nil), CardItems).Next {
			got = append(got, e.Date)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: next is %q, want %q", c.name, s, c.want)
		}
	}
}
