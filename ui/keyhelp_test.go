package ui

import (
	"bytes"
	"slices"
	"strconv"
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

// TestEveryActionHasItsName: the palette finds every action by its name wherever it
// works, with its keys; the printed configuration has it with its keys; and what is
// printed is a configuration that changes nothing.
func TestEveryActionHasItsName(t *testing.T) {
	var b bytes.Buffer
	if err := WriteKeys(&b); err != nil {
		t.Fatal(err)
	}
	config := b.String()
	set := map[string][]string{}
	for _, k := range usualKeys {
		var quoted []string
		for _, x := range k.keys {
			quoted = append(quoted, strconv.Quote(x))
		}
		if !slices.ContainsFunc(strings.Split(config, "\n"), func(l string) bool {
			name, rest, ok := strings.Cut(strings.TrimPrefix(l, "# "), "=")
			return ok && strings.TrimSpace(name) == k.name && strings.Contains(rest, "["+strings.Join(quoted, ", ")+"]")
		}) {
			t.Errorf("the printed configuration lacks %s = %v", k.name, quoted)
		}
		set[k.name] = k.keys
		for _, in := range []where{inText, inPane, inList, inLibrary} {
			if k.in&in == 0 || k.action == openPalette {
				continue
			}
			var p palette
			p.find(usualKeys, k.name, in)
			if !slices.ContainsFunc(p.rows, func(r binding) bool {
				return r.action == k.action && r.name == k.name && slices.Equal(r.keys, k.keys)
			}) {
				t.Errorf("the palette lacks %s in the %s", k.name, in)
			}
		}
	}
	if got, err := Keys("", set); err != nil || len(got) != len(usualKeys) {
		t.Errorf("what is printed is no configuration: %v", err)
	}
}
