package ui

import (
	"fmt"
	"slices"
	"strings"
)

// An action is what a key does. The set is closed: do switches over all of it.
type action int

const (
	none action = iota
	lineDown
	lineUp
	pageDown
	pageUp
	halfDown
	halfUp
	toTop
	toEnd
	toPercent
	nextSection
	prevSection
	nextParagraph
	prevParagraph
	nextSentence
	prevSentence
	slideLeft
	slideRight
	enter
	switchFocus
	openTimeline
	openFigures
	openIssues
	nextPane
	prevPane
	openContents
	openLinks
	sortPile
	search
	nextHit
	prevHit
	nextBriefing
	prevBriefing
	goBack
	goForward
	reloadIt
	editIt
	foldIt
	filterText
	setMark
	goToMark
	copyIt
	cite
	wider
	narrower
	usualWidth
	freeMouse
	openPalette
	showHelp
	redraw
	suspend
	escape
	closeReader
	quit
	actionCount
)

// waits says what the second key of a command of two is.
func (a action) waits() string {
	switch a {
	case setMark:
		return "mark: a letter or digit"
	case goToMark:
		return "go to: a mark, ' for back, P B W S T Q N A for a role"
	case foldIt:
		return "fold: a this one, c close, o open, M all, R none"
	}
	return ""
}

// where a key is pressed. A key may do different things in different places.
type where uint8

const (
	inText where = 1 << iota
	inPane
	inList // contents, links
	inLibrary
	everywhere = inText | inPane | inList | inLibrary
	reading    = inText | inPane | inList
)

func (w where) String() string {
	switch w {
	case inText:
		return "text"
	case inPane:
		return "pane"
	case inList:
		return "list"
	default:
		return "library"
	}
}

// A binding is a row of the key map: what, where, which keys, and what help
// says of it in each place.
type binding struct {
	action action
	name   string // as config and palette call it
	in     where
	keys   []string
	help   string
}

// A KeyMap is every key there is. Help, footer, palette and man page are made
// from it.
type KeyMap []binding

// usualKeys are the keys without a configuration.
var usualKeys = KeyMap{
	{lineDown, "line-down", inText, keys("j down"), "line down"},
	{lineUp, "line-up", inText, keys("k up"), "line up"},
	{lineDown, "line-down", inPane | inList | inLibrary, keys("j down"), "next item"},
	{lineUp, "line-up", inPane | inList | inLibrary, keys("k up"), "previous item"},
	{pageDown, "page-down", everywhere, keys("space f pgdown ctrl+f"), "page down"},
	{pageUp, "page-up", everywhere, keys("b pgup ctrl+b"), "page up"},
	{halfDown, "half-down", everywhere, keys("d ctrl+d"), "half a page down"},
	{halfUp, "half-up", everywhere, keys("u ctrl+u"), "half a page up"},
	{toTop, "top", everywhere, keys("g home"), "top"},
	{toEnd, "end", everywhere, keys("G end"), "end; 12G goes to ¶12, in a list to the 12th"},
	{toPercent, "percent", everywhere, keys("%"), "50% goes half way"},
	{nextSection, "next-section", inText, keys("]"), "next section"},
	{prevSection, "previous-section", inText, keys("["), "previous section"},
	{nextSection, "next-section", inPane | inList, keys("]"), "next group"},
	{prevSection, "previous-section", inPane | inList, keys("["), "previous group"},
	{nextParagraph, "next-paragraph", inText, keys("}"), "next paragraph"},
	{prevParagraph, "previous-paragraph", inText, keys("{"), "previous paragraph"},
	{nextParagraph, "next-day", inLibrary, keys("}"), "next day"},
	{prevParagraph, "previous-day", inLibrary, keys("{"), "previous day"},
	{nextSentence, "next-sentence", inText, keys(")"), "next sentence"},
	{prevSentence, "previous-sentence", inText, keys("("), "previous sentence"},
	{slideLeft, "scroll-left", inText, keys("left"), "a wide table or code to the left"},
	{slideRight, "scroll-right", inText, keys("right"), "a wide table or code to the right"},
	{enter, "follow", inText, keys("enter"), "follow the link or footnote of the paragraph"},
	{enter, "go", inPane, keys("enter"), "go to the sentence"},
	{enter, "go", inList, keys("enter"), "go there"},
	{enter, "open", inLibrary, keys("enter"), "open"},
	{switchFocus, "switch", inText, keys("tab shift+tab"), "to the pane"},
	{switchFocus, "switch", inPane | inList, keys("tab shift+tab"), "back to the text"},
	{switchFocus, "preview", inLibrary, keys("tab shift+tab"), "preview on or off"},
	{openTimeline, "timeline", reading, keys("T"), "timeline; again closes it"},
	{openFigures, "figures", reading, keys("F"), "key figures"},
	{openIssues, "issues", reading, keys("I"), "background issues"},
	{prevPane, "previous-pane", inPane, keys("left"), "previous pane"},
	{nextPane, "next-pane", inPane, keys("right"), "next pane"},
	{openContents, "contents", reading, keys("t"), "contents"},
	{openLinks, "links", reading, keys("o"), "links and footnotes"},
	{sortPile, "sort", inLibrary, keys("o"), "newest first, or by title"},
	{search, "search", inText, keys("/"), "search"},
	{search, "filter", inPane | inList | inLibrary, keys("/"), "filter"},
	{nextHit, "next-hit", everywhere, keys("n"), "next match"},
	{prevHit, "previous-hit", everywhere, keys("N"), "previous match"},
	{nextBriefing, "next-briefing", reading, keys("J"), "next briefing"},
	{prevBriefing, "previous-briefing", reading, keys("K"), "previous briefing"},
	{goBack, "back", reading, keys("ctrl+o backspace alt+left"), "back to where you were"},
	{goForward, "forward", reading, keys("alt+right"), "forward again"},
	{reloadIt, "reload", reading, keys("r"), "read the file anew, at the same words"},
	{editIt, "edit", reading, keys("v"), "the editor, at this line of the file or of a copy of its text"},
	{foldIt, "fold", inText | inList, keys("z"), "za folds the section; zc zo, zM all, zR none"},
	{foldIt, "all-events", inPane, keys("z"), "all events of a long timeline, or the main ones"},
	{filterText, "filter-sections", inText, keys("&"), "only the sections that match"},
	{setMark, "mark", inText, keys("m"), "mark the place: ma"},
	{goToMark, "go-to-mark", inText, keys("'"), "go to a mark: 'a; '' back; 'P 'B 'W 'S 'T 'Q 'N 'A by role"},
	{copyIt, "copy", inText, keys("y"), "copy the paragraph or sentence, a table with tabs"},
	{cite, "cite", inText, keys("Y"), "copy with source and marking"},
	{copyIt, "copy", inPane | inList, keys("y"), "copy the sentence, the line"},
	{cite, "cite", inPane | inList, keys("Y"), "copy with source and marking"},
	{copyIt, "copy-title", inLibrary, keys("y"), "copy the title"},
	{cite, "copy-path", inLibrary, keys("Y"), "copy the path"},
	{wider, "wider", everywhere, keys("+"), "wider text"},
	{narrower, "narrower", everywhere, keys("-"), "narrower text"},
	{usualWidth, "usual-width", everywhere, keys("="), "usual width"},
	{freeMouse, "mouse", everywhere, keys("M"), "free the mouse, to select text; take it again"},
	{openPalette, "palette", everywhere, keys(":"), "find an action by its name"},
	{showHelp, "help", everywhere, keys("? f1"), "help"},
	{redraw, "redraw", everywhere, keys("ctrl+l"), "draw the screen anew"},
	{suspend, "suspend", everywhere, keys("ctrl+z"), "suspend"},
	{escape, "escape", inText, keys("esc"), "drop the search, then close the pane"},
	{escape, "escape", inPane | inList, keys("esc"), "back to the text, where you were"},
	{escape, "escape", inLibrary, keys("esc"), "drop the filter"},
	{closeReader, "close", inText, keys("q"), "close; quits without a library"},
	{closeReader, "close", inPane | inList, keys("q"), "close it"},
	{closeReader, "close", inLibrary, keys("q"), "quit"},
	{quit, "quit", everywhere, keys("ctrl+c"), "quit"},
}

func keys(s string) []string { return strings.Fields(s) }

// lookUp finds what a key does in a place.
func (k KeyMap) lookUp(in where, key string) action {
	for _, b := range k {
		if b.in&in == 0 {
			continue
		}
		if slices.Contains(b.keys, key) {
			return b.action
		}
	}
	return none
}

// elsewhere says where a key does something that does nothing here.
func (k KeyMap) elsewhere(key string) string {
	for _, in := range []where{inText, inPane, inList, inLibrary} {
		for _, b := range k {
			if b.in&in != 0 && slices.Contains(b.keys, key) {
				return fmt.Sprintf("%s is a key of the %s: %s", keyName(key), in, b.help)
			}
		}
	}
	return ""
}

// keysOf are the keys of an action in a place, as a person writes them.
func (k KeyMap) keysOf(in where, a action) []string {
	var out []string
	for _, b := range k {
		if b.action == a && b.in&in != 0 {
			for _, key := range b.keys {
				out = append(out, keyName(key))
			}
		}
	}
	return out
}

// keyOf is the first key of an action in a place.
func (k KeyMap) keyOf(in where, a action) string {
	if all := k.keysOf(in, a); len(all) > 0 {
		return all[0]
	}
	return ""
}

func keyName(k string) string {
	switch k {
	case "down":
		return "↓"
	case "up":
		return "↑"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	case "alt+left":
		return "Alt-←"
	case "alt+right":
		return "Alt-→"
	case "shift+tab":
		return "S-Tab"
	case "space", "enter", "tab", "home", "end", "esc", "backspace", "f1":
		return strings.ToUpper(k[:1]) + k[1:]
	}
	if rest, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return "^" + strings.ToUpper(rest)
	}
	return k
}
