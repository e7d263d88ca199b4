package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
)

// Themes are the names of the looks that need no file.
func Themes() []string {
	return []string{"dark", "light", "high-contrast", "high-contrast-light", "mono"}
}

// Theme returns looks by their name.
func Theme(name string) (*Looks, error) {
	switch name {
	case "dark":
		return Dark(), nil
	case "light":
		return Light(), nil
	case "high-contrast":
		return Themed(Roles{Text: "#ffffff", Faint: "#c8c8c8", Accent: "#6cb6ff", Date: "#ffd33d", Warning: "#ff8f8f"}, "github-dark"), nil
	case "high-contrast-light":
		return Themed(Roles{Text: "#000000", Faint: "#3d3d3d", Accent: "#003a9b", Date: "#5a3600", Warning: "#8a0018"}, "github"), nil
	case "mono":
		return Mono(), nil
	}
	if slices.Contains(Themes(), name) {
		panic("a theme without looks")
	}
	return nil, fmt.Errorf("theme %s: there are %s, or a Glamour style file (.json)", name, strings.Join(Themes(), ", "))
}

// Styled makes looks of a Glamour style file: of its colours and attributes.
func Styled(style []byte) (*Looks, error) {
	var s ansi.StyleConfig
	if err := json.Unmarshal(style, &s); err != nil {
		return nil, errors.New("no Glamour style file: " + err.Error())
	}
	first := func(all ...*string) string {
		for _, c := range all {
			if c != nil && *c != "" {
				return *c
			}
		}
		return ""
	}
	l := Themed(Roles{
		Text:    first(s.Document.Color, s.Text.Color, s.Paragraph.Color),
		Faint:   first(s.HorizontalRule.Color, s.BlockQuote.Color),
		Accent:  first(s.H2.Color, s.Heading.Color, s.Link.Color),
		Date:    first(s.Code.Color, s.Strong.Color, s.Link.Color),
		Warning: first(s.Code.Color),
	}, s.CodeBlock.Theme)
	base := l.Style
	l.Style = s
	l.Style.Table.RowSeparator = base.Table.RowSeparator
	if l.Style.Task.Ticked == "" {
		l.Style.Task = base.Task
	}
	return l, nil
}
