package ui

import (
	"fmt"
	"strings"
	"testing"
)

// A press is a case for an action in a place: the keys that lead there, and
// what must have changed.
type press struct {
	in     where
	action action
	files  string // what is open: memo, long, two, library
	before string // keys pressed first
	count  string // a count before the key
	check  func(t *testing.T, d *driver, was *driver)
}

func top(d *driver) int   { return int(d.m.doc.top.Pos)*1000 - d.m.doc.top.Above }
func focus(d *driver) int { return int(d.m.doc.focus.At.Start) }
func lower(t *testing.T, a, b int) {
	t.Helper()
	if a <= b {
		t.Errorf("%d is not after %d", a, b)
	}
}

func topDown(t *testing.T, d, was *driver)   { t.Helper(); lower(t, top(d), top(was)) }
func topUp(t *testing.T, d, was *driver)     { t.Helper(); lower(t, top(was), top(d)) }
func focusDown(t *testing.T, d, was *driver) { t.Helper(); lower(t, focus(d), focus(was)) }
func focusUp(t *testing.T, d, was *driver)   { t.Helper(); lower(t, focus(was), focus(d)) }
func itemDown(t *testing.T, d, was *driver) {
	t.Helper()
	lower(t, d.m.side().cursor, was.m.side().cursor)
}
func itemUp(t *testing.T, d, was *driver) {
	t.Helper()
	lower(t, was.m.side().cursor, d.m.side().cursor)
}
func entryDown(t *testing.T, d, was *driver) {
	t.Helper()
	lower(t, d.m.pile.cursor, was.m.pile.cursor)
}
func entryUp(t *testing.T, d, was *driver) { t.Helper(); lower(t, was.m.pile.cursor, d.m.pile.cursor) }
func sees(words ...string) func(*testing.T, *driver, *driver) {
	return func(t *testing.T, d, _ *driver) { t.Helper(); d.sees(words...) }
}
func seesNot(words ...string) func(*testing.T, *driver, *driver) {
	return func(t *testing.T, d, _ *driver) { t.Helper(); d.seesNot(words...) }
}
func quits(t *testing.T, d, _ *driver) {
	t.Helper()
	if !d.q {
		t.Error("did not quit")
	}
}
func nowIn(in where) func(*testing.T, *driver, *driver) {
	return func(t *testing.T, d, _ *driver) {
		t.Helper()
		if d.m.where() != in {
			t.Errorf("the keys are in the %s, want the %s", d.m.where(), in)
		}
	}
}

var presses = []press{
	{inText, lineDown, "long", "", "", topDown},
	{inText, lineUp, "long", "space", "", topUp},
	{inText, pageDown, "long", "", "", topDown},
	{inText, pageUp, "long", "space space", "", topUp},
	{inText, halfDown, "long", "", "", topDown},
	{inText, halfUp, "long", "space space", "", topUp},
	{inText, toTop, "long", "space space", "", topUp},
	{inText, toEnd, "long", "", "", sees("paragraph of section 30")},
	{inText, toEnd, "long", "", "12", sees("¶12 of 60")},
	{inText, toPercent, "long", "", "50", sees("section 16")},
	{inText, nextSection, "long", "", "", focusDown},
	{inText, prevSection, "long", "] ] ]", "", focusUp},
	{inText, nextParagraph, "long", "", "", focusDown},
	{inText, prevParagraph, "long", "} } }", "", focusUp},
	{inText, nextSentence, "long", ") )", "", focusDown},
	{inText, prevSentence, "long", ") ) ) )", "", func(t *testing.T, d, was *driver) {
		lower(t, int(was.m.doc.focusRange().Start), int(d.m.doc.focusRange().Start))
	}},
	{inText, switchFocus, "memo", "", "", nowIn(inPane)},
	{inText, openTimeline, "memo", "", "", sees("[Timeline ")},
	{inText, openFigures, "memo", "", "", sees("[Figures ", "PEOPLE")},
	{inText, openIssues, "memo", "", "", sees("[Issues ", "THE AUTHOR'S BACKGROUND")},
	{inText, openContents, "memo", "", "", sees("Contents", "Talking points")},
	{inText, search, "long", "", "", sees(" /▏")},
	{inText, nextHit, "long", "/ 'needle' enter", "", sees("2 of 30")},
	{inText, prevHit, "long", "/ 'needle' enter n n", "", sees("2 of 30")},
	{inText, nextBriefing, "two", "", "", sees("A long one")},
	{inText, prevBriefing, "two", "J", "", sees("Harris in Paris")},
	{inText, goBack, "long", "] ] ]", "", topUp},
	{inText, goForward, "long", "] ctrl+o", "", topDown},
	{inText, escape, "long", "/ 'needle' enter", "", seesNot("1 of 30")},
	{inText, closeReader, "memo", "", "", quits},

	{inText, slideRight, "wide", "} }", "", sees("‹ ", "Artibonite")},
	{inText, slideLeft, "wide", "} } right", "", seesNot("‹")},
	{inText, openLinks, "memo", "", "", sees("Links and footnotes", "https://example.com/libya")},
	{inText, enter, "memo", "] ] ] ] ] ] }", "", sees("  https://example.com/libya", "Enter opens it")},
	{inPane, openLinks, "memo", "F", "", sees("Links and footnotes")},
	{inList, openLinks, "memo", "t", "", sees("Links and footnotes")},

	{inText, setMark, "long", "", "", func(t *testing.T, d, was *driver) {
		d.press("a space space ' a")
		if top(d) != top(was) {
			t.Errorf("'a leads to %d, marked %d", top(d), top(was))
		}
	}},
	{inText, goToMark, "memo", "", "", func(t *testing.T, d, _ *driver) { d.press("B").sees("Australia cancelled") }},
	{inText, copyIt, "memo", "", "", sees("copied the paragraph")},
	{inText, cite, "memo", ")", "", sees("copied the sentence with its source")},
	{inPane, copyIt, "memo", "F", "", sees("copied the sentence")},
	{inPane, cite, "memo", "F", "", sees("with its source")},
	{inList, copyIt, "memo", "t", "", sees("copied the line")},
	{inList, cite, "memo", "o", "", sees("copied the address with its source")},
	{inLibrary, sortPile, "library", "", "", sees("in the order of their titles")},
	{inLibrary, copyIt, "library", "", "", sees("copied the title")},
	{inLibrary, cite, "library", "", "", sees("copied the path")},

	{inText, reloadIt, "long", "space space", "", func(t *testing.T, d, was *driver) {
		if d.m.doc == was.m.doc || focus(d) != focus(was) {
			t.Errorf("after a reload the focus is at %d, was at %d", focus(d), focus(was))
		}
	}},
	{inPane, reloadIt, "memo", "F", "", nowIn(inText)},
	{inList, reloadIt, "memo", "t", "", nowIn(inText)},
	{inText, editIt, "memo", "", "", sees("no editor here")},
	{inPane, editIt, "memo", "F", "", sees("no editor here")},
	{inList, editIt, "memo", "t", "", sees("no editor here")},

	{inText, foldIt, "memo", "", "", func(t *testing.T, d, _ *driver) { d.press("M").sees("Background  ⋯ 2 ¶").seesNot("Élysée Palace") }},
	{inPane, foldIt, "dates", "T", "", func(t *testing.T, d, was *driver) {
		was.sees("z: 15 more")
		d.seesNot("z: 15 more")
		lower(t, len(d.m.pane.items), len(was.m.pane.items))
		was.press("G").sees("Fri 12 Nov")
		d.press("z").sees("z: 15 more")
	}},
	{inList, foldIt, "memo", "t j j", "", func(t *testing.T, d, _ *driver) { d.press("a").sees("Background ⋯").seesNot("Australia cancelled") }},
	{inText, filterText, "memo", "", "", func(t *testing.T, d, _ *driver) {
		d.press("'gordon'").sees("Philip Gordon").seesNot("Australia cancelled")
	}},

	{inPane, lineDown, "memo", "F", "", itemDown},
	{inPane, lineUp, "memo", "F j j", "", itemUp},
	{inPane, pageDown, "memo", "F", "", itemDown},
	{inPane, pageUp, "memo", "F G", "", itemUp},
	{inPane, halfDown, "memo", "F", "", itemDown},
	{inPane, halfUp, "memo", "F G", "", itemUp},
	{inPane, toTop, "memo", "F G", "", itemUp},
	{inPane, toEnd, "memo", "F", "", itemDown},
	{inPane, toPercent, "memo", "F", "50", itemDown},
	{inPane, nextSection, "memo", "F", "", itemDown},
	{inPane, prevSection, "memo", "F G", "", itemUp},
	{inPane, enter, "memo", "F j", "", nowIn(inText)},
	{inPane, switchFocus, "memo", "F", "", nowIn(inText)},
	{inPane, openTimeline, "memo", "F", "", sees("[Timeline ")},
	{inPane, openFigures, "memo", "T", "", sees("[Figures ")},
	{inPane, openIssues, "memo", "F", "", sees("[Issues ")},
	{inPane, nextPane, "memo", "F", "", sees("[Issues ")},
	{inPane, prevPane, "memo", "F", "", sees("[Timeline ")},
	{inPane, openContents, "memo", "F", "", sees("Contents")},
	{inPane, search, "memo", "F", "", sees(" /▏")},
	{inPane, nextHit, "memo", "F / 'e' enter", "", itemDown},
	{inPane, prevHit, "memo", "F / 'e' enter n", "", itemUp},
	{inPane, nextBriefing, "two", "T", "", sees("A long one")},
	{inPane, prevBriefing, "two", "J T", "", sees("Harris in Paris")},
	{inPane, goBack, "memo", "] T", "", nowIn(inText)},
	{inPane, goForward, "memo", "] ctrl+o T", "", nowIn(inText)},
	{inPane, escape, "memo", "F j", "", nowIn(inText)},
	{inPane, closeReader, "memo", "F", "", seesNot("[Figures ")},

	{inList, lineDown, "memo", "t", "", itemDown},
	{inList, lineUp, "memo", "t j j", "", itemUp},
	{inList, pageDown, "memo", "t", "", itemDown},
	{inList, pageUp, "memo", "t G", "", itemUp},
	{inList, halfDown, "memo", "t", "", itemDown},
	{inList, halfUp, "memo", "t G", "", itemUp},
	{inList, toTop, "memo", "t G", "", itemUp},
	{inList, toEnd, "memo", "t", "", itemDown},
	{inList, toPercent, "memo", "t", "50", itemDown},
	{inList, nextSection, "memo", "t", "", itemDown},
	{inList, prevSection, "memo", "t G", "", itemUp},
	{inList, enter, "memo", "t G", "", sees("A read-out will follow")},
	{inList, switchFocus, "memo", "t", "", nowIn(inText)},
	{inList, openTimeline, "memo", "t", "", sees("[Timeline ")},
	{inList, openFigures, "memo", "t", "", sees("[Figures ")},
	{inList, openIssues, "memo", "t", "", sees("[Issues ")},
	{inList, openContents, "memo", "t", "", seesNot("Contents")},
	{inList, search, "memo", "t", "", sees(" /▏")},
	{inList, nextHit, "memo", "t / 'e' enter", "", itemDown},
	{inList, prevHit, "memo", "t / 'e' enter n", "", itemUp},
	{inList, nextBriefing, "two", "t", "", sees("A long one")},
	{inList, prevBriefing, "two", "J t", "", sees("Harris in Paris")},
	{inList, goBack, "memo", "] t", "", nowIn(inText)},
	{inList, goForward, "memo", "] ctrl+o t", "", nowIn(inText)},
	{inList, escape, "memo", "t", "", seesNot("Contents")},
	{inList, closeReader, "memo", "t", "", seesNot("Contents")},

	{inLibrary, lineDown, "library", "", "", entryDown},
	{inLibrary, lineUp, "library", "j", "", entryUp},
	{inLibrary, pageDown, "library", "", "", entryDown},
	{inLibrary, pageUp, "library", "G", "", entryUp},
	{inLibrary, halfDown, "library", "", "", entryDown},
	{inLibrary, halfUp, "library", "G", "", entryUp},
	{inLibrary, toTop, "library", "G", "", entryUp},
	{inLibrary, toEnd, "library", "", "", entryDown},
	{inLibrary, toPercent, "library", "", "100", entryDown},
	{inLibrary, nextParagraph, "library", "", "", entryDown},
	{inLibrary, prevParagraph, "library", "G", "", entryUp},
	{inLibrary, enter, "library", "G", "", nowIn(inText)},
	{inLibrary, switchFocus, "library", "", "", seesNot("goes to Paris to mend ties")},
	{inLibrary, search, "library", "", "", sees(" /▏")},
	{inLibrary, nextHit, "library", "", "", entryDown},
	{inLibrary, prevHit, "library", "j", "", entryUp},
	{inLibrary, escape, "library", "/ 'long' enter", "", sees("Harris in Paris")},
	{inLibrary, closeReader, "library", "", "", quits},
}

// everywhereCases are alike in all places.
func everywhereCases(in where) []press {
	before := map[where]string{inText: "", inPane: "T", inList: "t", inLibrary: ""}[in]
	files := "memo"
	if in == inLibrary {
		files = "library"
	}
	measure := func(cmp int) func(*testing.T, *driver, *driver) {
		return func(t *testing.T, d, was *driver) {
			t.Helper()
			if sign(d.m.measure-was.m.measure) != cmp {
				t.Errorf("the measure was %d and is %d", was.m.measure, d.m.measure)
			}
		}
	}
	return []press{
		{in, wider, files, before, "", measure(1)},
		{in, narrower, files, before, "", measure(-1)},
		{in, usualWidth, files, before + " + +", "", measure(-1)},
		{in, showHelp, files, before, "", sees("previous ", "next ")},
		{in, freeMouse, files, before, "", func(t *testing.T, d, _ *driver) {
			t.Helper()
			if d.m.View().MouseMode != 0 {
				t.Error("the mouse is not free")
			}
		}},
		{in, openPalette, files, before, "", func(t *testing.T, d, _ *driver) { d.press("'page'").sees("page-down", "page-up") }},
		{in, redraw, files, before, "", func(*testing.T, *driver, *driver) {}},
		{in, suspend, files, before, "", func(*testing.T, *driver, *driver) {}},
		{in, quit, files, before, "", quits},
	}
}

var shelf = book{"a.md": memo, "b.md": long(30), "c.md": "@date: 2021-11-09\n# A third\n\nShort.\n"}

func shelfOpen(t *testing.T, what string) *driver {
	switch what {
	case "memo":
		return start(t, shelf, []string{"a.md"}, 160, 40)
	case "long":
		return start(t, shelf, []string{"b.md"}, 160, 40)
	case "wide":
		return start(t, wideBook, []string{"wide.md"}, 160, 40)
	case "dates":
		var b strings.Builder
		b.WriteString("@date: 2021-11-08\n# Plans for the harbour\n\nThe harbour opens on 12 November.\n")
		for i := range 44 {
			fmt.Fprintf(&b, "\nThe board met on %d June %d. Dull day %d.\n", i%28+1, 1990+i/2, i+1)
		}
		return start(t, book{"a.md": b.String()}, []string{"a.md"}, 160, 40)
	case "two":
		return start(t, shelf, []string{"a.md", "b.md"}, 160, 40)
	}
	return start(t, shelf, nil, 160, 40)
}

// TestEveryKey presses every key of the key map in every place where it works.
// A binding without a case fails.
func TestEveryKey(t *testing.T) {
	all := presses
	for _, in := range []where{inText, inPane, inList, inLibrary} {
		all = append(all, everywhereCases(in)...)
	}
	for _, b := range usualKeys {
		for _, in := range []where{inText, inPane, inList, inLibrary} {
			if b.in&in == 0 {
				continue
			}
			found := false
			for _, c := range all {
				if c.in != in || c.action != b.action {
					continue
				}
				found = true
				for _, k := range b.keys {
					t.Run(fmt.Sprintf("%s/%s/%s%s", in, b.name, c.count, k), func(t *testing.T) {
						was, d := shelfOpen(t, c.files), shelfOpen(t, c.files)
						was.press(c.before)
						d.press(c.before)
						if d.m.where() != in {
							t.Fatalf("%q leads to the %s", c.before, d.m.where())
						}
						for _, r := range c.count {
							d.send(letter(r))
						}
						d.press(k)
						c.check(t, d, was)
					})
				}
			}
			if !found {
				t.Errorf("no case presses %s (%s) in the %s", b.name, strings.Join(b.keys, " "), in)
			}
		}
	}
}

// TestKeysDoNotClash: one key does one thing in one place.
func TestKeysDoNotClash(t *testing.T) {
	for _, in := range []where{inText, inPane, inList, inLibrary} {
		seen := map[string]string{}
		for _, b := range usualKeys {
			for _, k := range b.keys {
				if b.in&in == 0 {
					continue
				}
				if was, ok := seen[k]; ok {
					t.Errorf("in the %s, %s is %s and %s", in, k, was, b.name)
				}
				seen[k] = b.name
			}
		}
	}
}
