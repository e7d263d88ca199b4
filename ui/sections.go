package ui

import (
	"fmt"

	"readout/briefing"
)

// An outline is the sections of a briefing, its title aside, as they are counted
// where they are said: “Section 3 of 9: Background”.
type outline []briefing.Section

func sectionsOf(f *briefing.Facts, title briefing.Range) outline {
	if f == nil {
		return nil
	}
	var out outline
	for _, s := range f.Sections {
		if title.Start < title.End && s.At.Start == title.Start || s.Head.Start >= s.Head.End {
			continue
		}
		out = append(out, s)
	}
	return out
}

// at is the index of the section that holds a place, -1 for none.
func (o outline) at(p briefing.Pos) int {
	in := -1
	for i, s := range o {
		if s.At.Start > p {
			break
		}
		in = i
	}
	return in
}

// before is what is said before the heading that begins at p.
func (o outline) before(p briefing.Pos) string {
	for i, s := range o {
		if s.At.Start == p {
			return fmt.Sprintf("Section %d of %d: ", i+1, len(o))
		}
	}
	return ""
}

// say names a section.
func (o outline) say(i int) string {
	if i < 0 || i >= len(o) {
		return ""
	}
	return fmt.Sprintf("Section %d of %d: %s", i+1, len(o), o[i].Title)
}
