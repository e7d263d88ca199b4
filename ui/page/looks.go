package page

import "charm.land/glamour/v2/ansi"

// Roles are the colours that looks are made of, as "#rrggbb"; "" leaves the
// terminal's own.
type Roles struct{ Text, Faint, Accent, Date, Warning string }

// Looks is how a page looks: the roles, for who draws beside the page, and the
// Glamour style made of them. A style's colours and attributes count, not what
// it would write before and behind the words: those are the author's alone.
type Looks struct {
	Roles
	Style ansi.StyleConfig

	// Linear says that the page is heard, not seen: no rule and no bar is drawn, and
	// the cells of a table stand under each other, behind their heads.
	Linear bool
}

// Dark is for light text on a dark background.
func Dark() *Looks {
	return Themed(Roles{Text: "#d8dee4", Faint: "#7d8590", Accent: "#79b8ff", Date: "#e3b341", Warning: "#ff7b72"}, "github-dark")
}

// Light is for dark text on a light background.
func Light() *Looks {
	return Themed(Roles{Text: "#1f2328", Faint: "#656d76", Accent: "#0550ae", Date: "#7d4e00", Warning: "#a40e26"}, "github")
}

// Sixteen is for terminals of sixteen colours. What these look like is the user's
// choice, so text stays as it is, faint is its attribute, and the rest are those that
// stand out on most backgrounds of that kind; code is not coloured.
func Sixteen(dark bool) *Looks {
	if dark {
		return Themed(Roles{Accent: "6", Date: "3", Warning: "9"}, "")
	}
	return Themed(Roles{Accent: "4", Date: "5", Warning: "1"}, "")
}

// Mono has no colours: weight, slant and lines say what colours say elsewhere.
func Mono() *Looks { return Themed(Roles{}, "") }

// colour is the style of a role; faint stands in where the role has no colour.
func colour(role string, faint bool) ansi.StylePrimitive {
	if role != "" {
		return ansi.StylePrimitive{Color: &role}
	}
	if faint {
		return ansi.StylePrimitive{Faint: &faint}
	}
	return ansi.StylePrimitive{}
}

// Themed makes looks of roles and of the name of the highlighter's theme
// for code, "" for none.
func Themed(r Roles, theme string) *Looks {
	yes := true
	text, faint, accent := colour(r.Text, false), colour(r.Faint, true), colour(r.Accent, false)
	code := accent
	if r.Accent == "" {
		code.Bold = &yes
	}
	bold := func(s ansi.StylePrimitive) ansi.StylePrimitive { s.Bold = &yes; return s }
	block := func(s ansi.StylePrimitive) ansi.StyleBlock { return ansi.StyleBlock{StylePrimitive: s} }
	rows := "─"
	return &Looks{Roles: r, Style: ansi.StyleConfig{
		Document:       block(text),
		H1:             block(bold(accent)),
		H2:             block(bold(text)),
		H3:             block(bold(text)),
		H4:             block(bold(faint)),
		H5:             block(bold(faint)),
		H6:             block(bold(faint)),
		BlockQuote:     block(faint), // its bar
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		HorizontalRule: faint,
		Item:           faint,
		Enumeration:    text,
		Task:           ansi.StyleTask{StylePrimitive: faint, Ticked: "☑", Unticked: "☐"},
		LinkText:       ansi.StylePrimitive{Underline: &yes},
		ImageText:      ansi.StylePrimitive{Italic: &yes},
		Code:           block(code),
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: block(text), Theme: theme},
		Table:          ansi.StyleTable{RowSeparator: &rows},
		DefinitionTerm: ansi.StylePrimitive{Bold: &yes},
	}}
}
