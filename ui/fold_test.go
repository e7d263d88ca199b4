package ui

import "testing"

// TestFold: what is folded is stepped over, and opens when one goes there.
func TestFold(t *testing.T) {
	for _, w := range []int{160, 60} {
		d := start(t, shelf, []string{"a.md"}, w, 30)
		d.press("' B z a").seesNot("Australia cancelled", "has not been signed").sees("Background", "⋯ 2 ¶", "Participants")
		d.press("}").sees("Vice President Kamala Harris")
		d.press("/ 'ambassador' enter").sees("ambassador")
		d.press("' B z c g z M").seesNot("Élysée Palace")
		d.press("1 0 G").sees("Paris Peace Forum")
		d.press("z R").sees("Élysée Palace")
	}
	// The same keys again undo what they did, and the place is where it was.
	d := start(t, shelf, []string{"a.md"}, 100, 30)
	d.press("' B }")
	was := d.m.doc.focus.At
	d.press("z a").seesNot("has not been signed").press("z a").sees("has not been signed")
	if d.m.doc.focus.At != was {
		t.Errorf("after za za the focus is at %v, was at %v", d.m.doc.focus.At, was)
	}
	d.press("z M").seesNot("has not been signed").press("z R")
	if d.m.doc.focus.At != was || !visible(d.m.doc.page.Window(d.m.doc.top, d.m.textHeight()), was) {
		t.Errorf("after zM zR the focus is at %v, was at %v", d.m.doc.focus.At, was)
	}
}

// TestFilter: & leaves the sections that match, with the headings they stand
// under; Esc shows all.
func TestFilter(t *testing.T) {
	d := start(t, shelf, []string{"a.md"}, 100, 40)
	d.press("& 'compensation'").sees("Background", "Where the deal stands", "talks on compensation").seesNot("Australia cancelled", "Élysée Palace")
	d.press("enter").sees("&compensation  1 of 1")
	d.press("esc").sees("Australia cancelled")
	d.press("& 'zzz'").sees("not found", "Australia cancelled")
	d.press("esc").sees("Australia cancelled")
	d.press("& 'libya' enter n n n").sees("of 3")
}

// A mail opens with what it quotes below what is new folded: the line that says
// whose it is says how much, zo and za open it, zc and za fold it again, and a
// search, a jump and the end go into it.
func TestQuotedMail(t *testing.T) {
	mail := book{"m.eml": "@quoted: > The minister\n@date: 2021-11-10\n# Re: The visit\n\nFine with me. The committee meets tomorrow.\n\nOn Mon, Nov 8, 2021 at 9:00 AM Bob Roe wrote:\n\n> The minister arrives tomorrow.\n>\n> He brings a letter.\n>\n> > The first question was mine.\n"}
	for _, w := range []int{160, 80, 44} {
		d := start(t, mail, []string{"m.eml"}, w, 30)
		folded := func() {
			t.Helper()
			d.sees("Fine with me", "⋯ 3 ¶ quoted, zo opens").seesNot("minister arrives", "first question")
		}
		opened := func() {
			t.Helper()
			d.sees("minister arrives", "first question").seesNot("quoted, zo opens")
		}
		folded()
		d.press("z o")
		opened()
		d.press("z c")
		folded()
		d.press("z a")
		opened()
		d.press("z a")
		folded()
		d.press("/ 'letter' enter").sees("He brings a letter")
		opened()
		d.press("g z M")
		folded()
		d.press("4 G")
		opened()
		d.press("z R g z M z R")
		opened()
	}
	d := start(t, book{"m.eml": mail["m.eml"]}, []string{"m.eml"}, 100, 30)
	if n := len(d.m.doc.facts.Paragraphs); n != 5 {
		t.Errorf("%d paragraphs are counted, want 5", n)
	}
}
