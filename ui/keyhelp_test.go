package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Every row of the key map stands in help with its keys, wherever help is asked for.
func TestHelpTellsEveryKey(t *testing.T) {
	m := start(t, book{"a.md": "# A\n\nWords.\n"}, []string{"a.md"}, 160, 48).m
	rows := KeyHelp()
	if len(rows) != len(usualKeys) {
		t.Fatalf("%d rows for %d bindings", len(rows), len(usualKeys))
	}
	for _, in := range []where{inText, inPane, inList, inLibrary} {
		lines := m.opt.Keys.helpLines(in, 200, m.styles)
		for _, r := range rows {
			keys := strings.Join(r.Keys, " ")
			if !slices.ContainsFunc(lines, func(l string) bool {
				l = strings.TrimSpace(ansi.Strip(l))
				rest, ok := strings.CutPrefix(l, keys+" ")
				return ok && strings.TrimSpace(rest) == r.Help
			}) {
				t.Errorf("help in the %s lacks %q: %s", in, keys, r.Help)
			}
		}
	}
}
