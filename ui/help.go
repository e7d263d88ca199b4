package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// helpLines is the key map in words, what works here first.
func (k KeyMap) helpLines(in where, w int, s styles) []string {
	var out []string
	section := func(title string, of where, skip where) {
		var rows [][2]string
		wide := 0
		for _, b := range k {
			if b.in&of == 0 || b.in&skip != 0 || len(b.keys) == 0 {
				continue
			}
			var names []string
			for _, key := range b.keys {
				names = append(names, keyName(key))
			}
			row := [2]string{strings.Join(names, " "), b.help}
			wide = max(wide, ansi.StringWidth(row[0]))
			rows = append(rows, row)
		}
		if len(rows) == 0 {
			return
		}
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, s.bold.Render(title), "")
		wide = min(wide, max(w/2, 8))
		for _, r := range rows {
			lines := wrap(r[1], max(w-wide-4, 8))
			for i, l := range lines {
				key := ""
				if i == 0 {
					key = shorten(r[0], wide)
				}
				out = append(out, "  "+s.accent.Render(pad(key, wide))+"  "+l)
			}
		}
	}
	names := map[where]string{inText: "In the text", inPane: "In a pane", inList: "In the contents", inLibrary: "In the library"}
	section(names[in], in, 0)
	for _, other := range []where{inText, inPane, inList, inLibrary} {
		if other != in {
			section(names[other], other, in)
		}
	}
	out = append(out, "", s.faint.Render(shorten("Counts work: 5j, 12G, 50%.  ~ before a date: chosen by a rule that can be wrong.", w)))
	return out
}
