package page

import "charm.land/glamour/v2/ansi"

// Roles are the colours that looks are made of, as "#rrggbb"; "" leaves the
// terminal's own.
type Roles struct{ Text, Faint, Accent, Date, Warning string }

// Looks is how a page looks: the roles, for who draws beside the page, and the
// Glamour style made of them.
type Looks struct {
	Roles
	Style ansi.StyleConfig
}

// Dark is for light text on a dark background.
func Dark() *Looks { return &Looks{} }

// Light is for dark text on a light background.
func Light() *Looks { return &Looks{} }

// Mono has no colours.
func Mono() *Looks { return &Looks{} }
