package briefing

import "testing"

// Each text has one person who does not fit, or none.
func TestCheckPeople(t *testing.T) {
	for _, c := range []struct{ text, words, question string }{
		{"President Alexander Lukashenko spoke on Monday. Later Lukashenka left the hall.", "Lukashenka", "“Lukashenka” here, “Lukashenko” in ¶1: one person with two spellings?"},
		{"Ann Hanson spoke.\n\nThen Ann Hansen left.", "Ann Hansen", "“Hansen” here, “Hanson” in ¶1: one person with two spellings?"},
		{"Ann Hanson spoke.\n\nThen the Hansons left.", "", ""},
		{"Boris Johnson spoke. Then John Johnston left.", "", ""},
		{"Ann Roberts spoke. Then Roberts left.", "", ""},
		{"Foreign Minister Ann Hanson spoke in Oslo.\n\nDefence Minister Ann Hanson left Oslo later.", "Ann Hanson", "Ann Hanson is “Defence Minister” here, “Foreign Minister” in ¶1: which is it?"},
		{"Former Foreign Minister Ann Hanson spoke in Oslo.\n\nDefence Minister Ann Hanson left Oslo later.", "", ""},
		{"Foreign Minister Ann Hanson spoke in Oslo.\n\nMinister Ann Hanson left Oslo later.", "", ""},
		{"Senator Ann Hanson spoke in Oslo.\n\nAnn Hanson, chairwoman of the committee, left Oslo later.", "", ""},
		{"Vice President Ann Hanson spoke in Oslo.\n\nPresident Ann Hanson left Oslo later.", "Ann Hanson", "Ann Hanson is “president” here, “Vice President” in ¶1: which is it?"},
		{"Norwegian Foreign Minister Ann Hanson spoke in Oslo.\n\nAnn Hanson, foreign minister of Norway, left Oslo later.", "", ""},
		{"Vice President Ann Hanson spoke in Oslo.\n\nThen Vice President Hanson left Oslo.", "", ""},
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
