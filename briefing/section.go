package briefing

import (
	"strings"
	"unicode"
)

// Role is what a section is for in its briefing.
type Role string

// The roles that a section can have.
const (
	Summary         Role = "summary"
	Purpose         Role = "purpose"
	Objectives      Role = "objectives"
	Recommendation  Role = "recommendation"
	Background      Role = "background"
	Participants    Role = "participants"
	Sequence        Role = "sequence of events"
	KeyFigures      Role = "key figures"
	TalkingPoints   Role = "talking points"
	Questions       Role = "questions and answers"
	PressLine       Role = "press line"
	NextSteps       Role = "next steps"
	Annex           Role = "annex"
	Other           Role = "other"
	longestRoleName      = 8 // words: a longer heading says something, it names no role
)

// A Section is a heading and what stands under it, up to the next heading of
// its level or above.
type Section struct {
	Title     string
	Level     int
	Role      Role
	Paragraph int // number of its first paragraph
	At        Range
	Head      Range // the words of the heading
}

// synonyms are the headings that staffers write over a section of each role. A
// heading has the role if it is one of them, begins with one of them, or ends
// with one, once its number and its colon are off.
var synonyms = [...]struct {
	role  Role
	names string // separated by |
}{
	{Summary, "summary|executive summary|overview|bottom line|bottom line up front|bluf|key points|key judgments|key judgements|highlights|key messages|main points|in brief|at a glance|synopsis|key takeaways|headline|headlines"},
	{Purpose, "purpose|purpose of meeting|purpose of the meeting|purpose of this memo|aim|issue for decision|action requested|subject of the meeting|why we are meeting|reason for the meeting|reason for meeting"},
	{Objectives, "objectives|objective|our objectives|their objectives|meeting objective|meeting objectives|goals|desired outcomes|desired outcome|what we want|deliverables|key objectives|our goals|us objectives|uk objectives"},
	{Recommendation, "recommendation|recommendations|recommended action|recommended actions|decision|options and recommendation|advice|proposed action|decision requested|proposal"},
	{Background, "background|context|where things stand|state of play|history|how we got here|situation|current situation|setting the scene|discussion|analysis|issue background|strategic context|policy context|background and context|the story so far|status|what has happened|background briefing|situation overview|political context"},
	{Participants, "participants|attendees|who|attendance|delegation|list of participants|present|in attendance|expected participants|who will be there|key people|people|interlocutors|manifest|delegations|meeting participants|biographies|bios|who is who|who's who"},
	{Sequence, "sequence of events|sequence|agenda|schedule|programme|program|timeline|chronology|key dates|itinerary|run of show|order of events|when|run of events|calendar|upcoming events|running order|scenario|the day|week ahead|the week ahead|what happens when|milestones|programme of events|dates to note|diary"},
	{KeyFigures, "key figures|key figures at a glance|figures|by the numbers|numbers|key numbers|key facts|facts and figures|key data|data|statistics|key statistics|in numbers|in figures|headline figures|key facts and figures|the numbers|humanitarian snapshot"},
	{TalkingPoints, "talking points|points to make|discussion points|suggested talking points|talking/discussion points|arguments to use|speaking notes|speaking points|lines to take|key messages to deliver|points to raise|suggested remarks|opening remarks|remarks|toplines"},
	{Questions, "questions and answers|q&a|q & a|qs and as|q and a|questions|if asked|anticipated questions|likely questions|faq|frequently asked questions|tough questions|possible questions|defensive points|if raised"},
	{PressLine, "press line|press lines|press plan|press|media|media plan|line to take|press guidance|public line|media line|media lines|media handling|communications|press coverage|press guidance and q&a|if asked by the press"},
	{NextSteps, "next steps|way forward|follow-up|follow up|actions|action items|what happens next|what's next|what next|the way ahead|way ahead|looking ahead|outlook|forthcoming|further steps|actions and next steps|follow-up actions|after the meeting"},
	{Annex, "annex|annexes|appendix|appendices|attachment|attachments|tab|tabs|enclosure|enclosures|see also|references|sources|further reading|related documents|notes"},
}

// RoleOf tells what a heading is for. “Where things stand”, “BACKGROUND:” and
// “II. BACKGROUND” are one role.
func RoleOf(heading string) Role {
	h := plainHeading(heading)
	if h == "" || strings.Count(h, " ") >= longestRoleName {
		return Other
	}
	var begin, end Role
	for _, s := range synonyms {
		for name := range strings.SplitSeq(s.names, "|") {
			switch {
			case h == name:
				return s.role
			case begin == "" && strings.HasPrefix(h, name) && boundary(h[len(name):]) && !single(name, h):
				begin = s.role
			case end == "" && strings.HasSuffix(h, " "+name) && strings.Count(h, " ") <= 3:
				end = s.role
			}
		}
	}
	switch {
	case begin != "":
		return begin
	case end != "":
		return end
	}
	return Other
}

// single guards one-word names that begin ordinary headings: “Who pays?”,
// “Press freedom in Hungary”. They count only before a mark: “Background: …”.
func single(name, h string) bool {
	if strings.Contains(name, " ") {
		return false
	}
	rest := h[len(name):]
	switch name {
	case "annex", "appendix", "tab", "attachment", "enclosure", "background", "summary", "recommendation", "recommendations", "agenda", "schedule", "timeline", "chronology", "participants", "attendees":
		return false
	}
	return !strings.ContainsAny(rest[:1], ":(/–—-,")
}

func boundary(rest string) bool {
	r := []rune(rest)
	return len(r) == 0 || !unicode.IsLetter(r[0]) && !unicode.IsDigit(r[0])
}

// plainHeading is a heading in lower case without its number (“II.”, “3)”,
// “Sec. 2.”, “A.”) and the colon or full stop behind it.
func plainHeading(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "’", "'")), " "))
	for _, p := range []string{"section ", "sec. ", "part ", "chapter "} {
		if rest, ok := strings.CutPrefix(s, p); ok && len(rest) > 0 && (rest[0] >= '0' && rest[0] <= '9' || strings.IndexByte("ivx", rest[0]) >= 0) {
			s = rest
			break
		}
	}
	if i := strings.IndexAny(s, ".) :"); i > 0 && i < 6 && (s[i] == '.' || s[i] == ')') && numeral(s[:i]) {
		s = s[i+1:]
		for len(s) > 0 && (s[0] >= '0' && s[0] <= '9' || s[0] == '.') {
			s = s[1:]
		}
	} else if i > 0 && s[i] == ' ' && s[0] >= '0' && s[0] <= '9' && numeral(s[:i]) {
		s = s[i:]
	}
	return strings.Trim(s, " .:–—-*_#")
}

// numeral reports whether s counts: digits, a roman numeral, one letter.
func numeral(s string) bool {
	if len(s) == 1 {
		return true
	}
	return strings.Trim(s, "0123456789") == "" || strings.Trim(s, "ivxl") == ""
}
