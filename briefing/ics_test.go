package briefing

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
)

func writeICS(t *testing.T, all ...Briefing) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteICS(&b, all...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func readICS(t *testing.T, all ...Briefing) *ics.Calendar {
	t.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(writeICS(t, all...)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// property is the value of a property; the parser has unescaped it.
func property(e *ics.VEvent, p ics.ComponentProperty) string {
	v := e.GetProperty(p)
	if v == nil {
		return ""
	}
	return v.Value
}

// Each event says when, what, how sure and under which marking, as another reader
// of the format reads it.
func TestICSEvents(t *testing.T) {
	c := readICS(t, harbour())
	type row struct{ start, end, status, summary string }
	var got []row
	for _, e := range c.Events() {
		got = append(got, row{property(e, ics.ComponentPropertyDtStart), property(e, ics.ComponentPropertyDtEnd), property(e, ics.ComponentPropertyStatus), property(e, ics.ComponentPropertySummary)})
		d := property(e, ics.ComponentPropertyDescription)
		if !strings.HasPrefix(d, "TLP:AMBER\n“") || !strings.Contains(d, "The harbour talks") {
			t.Errorf("description %q", d)
		}
		if class := property(e, ics.ComponentPropertyClass); class != "CONFIDENTIAL" {
			t.Errorf("class %s", class)
		}
		if s := property(e, ics.ComponentPropertyDtstamp); s != "20211108T000000Z" {
			t.Errorf("stamp %s", s)
		}
		all := property(e, ics.ComponentPropertyDtStart)
		if value := e.GetProperty(ics.ComponentPropertyDtStart).ICalParameters["VALUE"]; (len(value) == 1 && value[0] == "DATE") != (len(all) == len("20211112")) {
			t.Errorf("DTSTART %s has the value type %v", all, value)
		}
	}
	want := []row{
		{"20210503", "20210504", "CONFIRMED", "On 3 May 2021 Prime Minister Jan Novak signed the harbour agreement, which cost $4.5 million, according to a senior port official."},
		{"20211112", "20211113", "TENTATIVE", "Ministers will meet on Friday."},
		{"20211112T143000", "", "CONFIRMED", "Anna Weber will open the session on 12 November 2021 at 14:30."},
		{"20211115", "20211118", "CONFIRMED", "Port week in Rotterdam"},
		{"20211119", "20211120", "CONFIRMED", "Signing in Gdansk"},
	}
	for _, w := range want {
		found := false
		for _, g := range got {
			found = found || g == w
		}
		if !found {
			t.Errorf("missing %v", w)
		}
	}
	for _, g := range got {
		if strings.HasPrefix(g.start, "2019") {
			t.Errorf("a month became an event: %v", g)
		}
	}
	if t.Failed() {
		t.Logf("got %q", got)
	}
	left := ""
	for _, p := range c.CalendarProperties {
		if p.IANAToken == "X-READOUT-LEFT-OUT" {
			left = p.Value
		}
	}
	if n := len(harbour().Timeline) - len(got); n < 1 || !strings.HasPrefix(left, string(rune('0'+n))+" events") {
		t.Errorf("%d events are left out, and the file says %q", n, left)
	}
}

// The same briefing has the same UIDs wherever its sentences stand, and no two
// events share one.
func TestICSNamesAreStable(t *testing.T) {
	uids := func(md string) map[string]string {
		m := map[string]string{}
		for _, e := range readICS(t, written(Meta{Title: "T", Date: Date{Year: 2021, Month: 11, Day: 8}}, md)).Events() {
			if m[e.Id()] != "" {
				t.Errorf("two events are %s", e.Id())
			}
			m[e.Id()] = property(e, ics.ComponentPropertySummary)
		}
		return m
	}
	a := uids("The minister will sign the port treaty on 12 November 2021.\n\nThe council will vote on 13 November 2021.\n")
	b := uids("Words before.\n\nThe council will vote on 13 November 2021.\n\nThe minister will sign the port treaty on 12 November 2021.\n")
	if len(a) != 2 || len(b) != 2 {
		t.Fatalf("%d and %d events", len(a), len(b))
	}
	for id, s := range a {
		if b[id] != s {
			t.Errorf("%s is %q, then %q", id, s, b[id])
		}
	}
	if x := writeICS(t, harbour()); x != writeICS(t, harbour()) {
		t.Error("the same briefing gives two files")
	}
}

// Lines end with CRLF, are at most 75 octets long and fold between runes.
func TestICSLines(t *testing.T) {
	b := written(Meta{Title: strings.Repeat("Überprüfung der Häfen – ", 20), Date: Date{Year: 2021, Month: 11, Day: 8}},
		"On 12 November 2021 the ministers will meet "+strings.Repeat("“für größere Häfen” ", 30)+".\n")
	for _, x := range []string{writeICS(t, b), writeICS(t, hostile(), harbour())} {
		if !strings.HasSuffix(x, "END:VCALENDAR\r\n") {
			t.Error("no end")
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(x, "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q: %d octets", line, len(line))
			}
		}
	}
}

// Words cannot end their line, and so not forge properties or events.
func TestICSOfHostileWords(t *testing.T) {
	b := hostile()
	c := readICS(t, b)
	n := 0
	for _, e := range b.Timeline {
		if _, _, ok := days(e); ok {
			n++
		}
	}
	if got := len(c.Events()); got != n || n < 4 {
		t.Errorf("%d events, want %d", got, n)
	}
	if s := property(c.Events()[0], ics.ComponentPropertySummary); strings.Contains(s, "forged") {
		t.Errorf("forged: %q", s)
	}
	for line := range strings.SplitSeq(writeICS(t, b), "\r\n") {
		if strings.HasPrefix(line, "X-EVIL") || line == "SUMMARY:forged" || strings.ContainsAny(line, "\x00\x1b\x07\u202e\u2028") {
			t.Errorf("line %q", line)
		}
	}
	for _, e := range c.Events() {
		if property(e, ics.ComponentPropertySummary) == "Meeting END:VEVENT BEGIN:VEVENT SUMMARY:forged; a, b\\n" {
			return
		}
	}
	t.Error("the words are gone")
}

// Whatever the words, the file holds the events it should and lines that another
// reader takes.
func FuzzICS(f *testing.F) {
	f.Add("The port will open on 12 November 2021 at 14:30.", "Title", "TLP:RED", "2021-11-15", "2021-11-16T10:00")
	f.Add("x", "a\r\nb", "\r\n", "2021-W45", "2021-11")
	f.Add("x", "a", "", "soon!", "then")
	f.Fuzz(func(t *testing.T, markdown, title, marking, date, until string) {
		b := written(Meta{Title: title, Marking: marking, Date: Date{Year: 2021, Month: 11, Day: 8},
			Stated: Stated{Timeline: []StatedEvent{{Date: date, Until: until, Event: title + marking}}}}, markdown)
		want := 0
		for _, e := range b.Timeline {
			if _, _, ok := days(e); ok {
				want++
			}
		}
		out := writeICS(t, b)
		for line := range strings.SplitSeq(out, "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q", line)
			}
		}
		c, err := ics.ParseCalendar(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		if got := len(c.Events()); got != want {
			t.Errorf("%d events, want %d", got, want)
		}
	})
}
