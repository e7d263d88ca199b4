package briefing

import "io"

// An Export is a format that briefings are written in. several says that more than one
// was asked for, also where only one could be read.
type Export struct {
	Name  string
	Write func(w io.Writer, several bool, all ...Briefing) error
}

// Exports are all of them, the usual one first.
func Exports() []Export {
	one := func(write func(io.Writer, ...Briefing) error) func(io.Writer, bool, ...Briefing) error {
		return func(w io.Writer, _ bool, all ...Briefing) error { return write(w, all...) }
	}
	return []Export{
		{"json", WriteJSON},
		{"markdown", one(WriteMarkdown)},
		{"html", one(WriteHTML)},
		{"ics", one(WriteICS)},
		{"csv", one(WriteCSV)},
	}
}

// ExportNames are their names.
func ExportNames() []string {
	var names []string
	for _, e := range Exports() {
		names = append(names, e.Name)
	}
	return names
}
