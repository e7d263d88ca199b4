package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// A palette finds an action by its name and shows its keys. It stands over the
// lower lines while the reader types.
type palette struct {
	rows   []binding
	cursor int
}

// paletteRows is how many actions it shows.
const paletteRows = 10

// find keeps the actions of a place whose name or help has every typed word.
func (p *palette) find(k KeyMap, typed string, in where) {
	p.rows, p.cursor = p.rows[:0:0], 0
	defer func() { // a key typed whole comes first, then names that begin so
		rank := func(b binding) int {
			switch {
			case typed != "" && slices.Contains(b.keys, typed):
				return 0
			case typed == "" && b.action <= prevSentence: // who asks for a name knows these keys
				return 2
			case strings.HasPrefix(b.name, typed):
				return 1
			}
			return 2
		}
		slices.SortStableFunc(p.rows, func(a, b binding) int { return rank(a) - rank(b) })
	}()
	for _, b := range k {
		if b.in&in == 0 || b.action == openPalette {
			continue
		}
		all := true
		for w := range strings.FieldsSeq(typed) {
			from, _ := briefing.NewQuery(strings.ToLower(w)).Find(b.name + " " + b.help)
			all = all && from >= 0
		}
		if all {
			p.rows = append(p.rows, b)
		}
	}
}

func (m *Model) openPalette() {
	m.palette = &palette{}
	m.palette.find(m.opt.Keys, "", m.where())
	m.prompt = &prompt{sign: ":", in: m.where(), palette: true}
}

// paletteKey takes a key while the palette is open.
func (m *Model) paletteKey(k tea.KeyPressMsg) tea.Cmd {
	p := m.palette
	switch k.String() {
	case "down", "ctrl+n", "tab":
		p.cursor = min(p.cursor+1, max(len(p.rows)-1, 0))
		return nil
	case "up", "ctrl+p", "shift+tab":
		p.cursor = max(p.cursor-1, 0)
		return nil
	}
	done, keep := m.prompt.key(k)
	if !done {
		p.find(m.opt.Keys, m.prompt.text, m.prompt.in)
		return nil
	}
	typed := m.prompt.text
	m.palette, m.prompt = nil, nil
	if n, err := strconv.Atoi(typed); keep && err == nil { // :12, as in less and vim
		return m.act(toEnd, n, true)
	}
	if keep && p.cursor < len(p.rows) {
		return m.act(p.rows[p.cursor].action, 1, false)
	}
	return nil
}

// overlay lays the palette over the last of the lines.
func (m *Model) overlay(rows []string) {
	p, s := m.palette, m.styles
	n := min(len(p.rows), paletteRows, len(rows)-1)
	if len(p.rows) == 0 && len(rows) > 2 {
		rows[len(rows)-2] = s.faint.Render(strings.Repeat("─", m.w))
		rows[len(rows)-1] = pad(shorten("  No action has that in its name or in what it does.", m.w), m.w)
	}
	if n < 1 {
		return
	}
	first := max(min(p.cursor-n/2, len(p.rows)-n), 0)
	at := len(rows) - n - 1
	rows[at] = s.faint.Render(strings.Repeat("─", m.w))
	for i := range n {
		b := p.rows[first+i]
		sign, style := "  ", s.text
		if first+i == p.cursor {
			sign, style = s.accent.Render("▌")+" ", s.bold
		}
		var keys []string
		for _, k := range b.keys {
			keys = append(keys, keyName(k))
		}
		name, held := 20, 18
		if m.w < 60 { // one key, and room for the words
			name, held, keys = 14, 6, keys[:min(len(keys), 1)]
		}
		row := sign + style.Render(fit(b.name, name)) + "  " + s.faint.Render(fit(strings.Join(keys, " "), held)) + "  " + s.faint.Render(b.help)
		rows[at+1+i] = pad(shorten(row, m.w), m.w)
	}
}
