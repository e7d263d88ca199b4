package briefing

import "testing"

func checked(s string) []Finding {
	anchor, _ := ParseDate("2021-11-08")
	src := Source{Markdown: []byte(s), Origin: LineMap{{At: 0, Line: 1}}, Meta: Meta{Date: anchor}}
	return Check(src, Derive(NewText(src), nil))
}

// Each text holds one thing that does not fit, or nothing.
func TestCheck(t *testing.T) {
	for _, c := range []struct{ text, words, question string }{
		{"The board meets on Wednesday, 11 November 2021.", "Wednesday, 11 November 2021", "2021-11-11 is a Thursday: is it Thursday 2021-11-11 or Wednesday 2021-11-10?"},
		{"The board met on Monday, November 1, 2021.", "", ""},
		{"The board will meet on Friday, 11 November.", "Friday, 11 November", "2021-11-11 is a Thursday: is it Thursday 2021-11-11 or Friday 2021-11-12?"},
		{"The board will meet on Thursday, 11 November.", "", ""},
		{"She arrives on 31 November.", "31 November", "November has 30 days: which day is meant?"},
		{"She arrives on November 30.", "", ""},
		{"The law was signed on February 29, 2023.", "February 29, 2023", "February 2023 has 28 days: which day is meant?"},
		{"The law was signed on February 29, 2024.", "", ""},
		{"They stay from 9 May to 5 May 2022.", "9 May to 5 May 2022", "the range ends (2022-05-05) before it begins (2022-05-09): are its two dates the right way round?"},
		{"They stay from 5 May to 9 May 2022.", "", ""},
		{"Winter runs from 20 November to 3 March 2022.", "", ""},
		{"The fiscal year runs from October 1 to September 30.", "", ""},
		{"In May 35 ships were lost.", "", ""},
		{"The minister will open the new harbour in Odesa on 12 November.\n\nThe budget is settled.\n\nThe minister will open the new harbour in Odesa on 13 November.", "13 November", "2021-11-13 here, 2021-11-12 in ¶1, for what reads as one event: which is it?"},
		{"The minister spoke in Odesa on 2 November. The minister spoke in Kyiv on 3 November.", "", ""},
	} {
		got := checked(c.text)
		switch {
		case c.words == "" && len(got) > 0:
			t.Errorf("%q: found %q: %s", c.text, got[0].Words, got[0].Question)
		case c.words != "" && len(got) != 1:
			t.Errorf("%q: %d findings, want one", c.text, len(got))
		case c.words != "" && (got[0].Words != c.words || got[0].Question != c.question):
			t.Errorf("%q:\n got %q: %s\nwant %q: %s", c.text, got[0].Words, got[0].Question, c.words, c.question)
		}
	}
}

func TestCheckSaysWhere(t *testing.T) {
	got := checked("# Title\n\nOne.\n\nShe arrives on 31 November.\n")
	if len(got) != 1 || got[0].Line != 5 || got[0].Paragraph != 2 {
		t.Errorf("got %+v", got)
	}
}
