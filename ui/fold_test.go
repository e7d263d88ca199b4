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
