package ui

// A KeyRow is a row of the key map for who prints it: man page and README tell
// what help does.
type KeyRow struct {
	Action string   // its name, as config and palette call it
	In     []string // where it works: “text”, “pane”, “list”, “library”
	Keys   []string // as a person writes them
	Help   string
}

// KeyHelp is the usual key map, in the order of help.
func KeyHelp() []KeyRow {
	var out []KeyRow
	for _, b := range usualKeys {
		r := KeyRow{Action: b.name, Help: b.help}
		for _, w := range []where{inText, inPane, inList, inLibrary} {
			if b.in&w != 0 {
				r.In = append(r.In, w.String())
			}
		}
		for _, k := range b.keys {
			r.Keys = append(r.Keys, keyName(k))
		}
		out = append(out, r)
	}
	return out
}
