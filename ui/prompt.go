package ui

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"readout/ui/page"
)

// A prompt is the last line while the reader types.
type prompt struct {
	sign    string // what opened it: /
	text    string
	in      where
	wrong   string // what is wrong with what is typed
	palette bool
	ask     func() tea.Cmd // a question that Enter says yes to; then nothing is typed
	address string         // what it is about, whole
}

// key takes one key; done says that typing is over, and whether to keep what
// was typed.
func (p *prompt) key(k tea.KeyPressMsg) (done, keep bool) {
	switch s := k.String(); s {
	case "enter":
		return true, true
	case "esc", "ctrl+c":
		return true, false
	case "backspace", "ctrl+h":
		if p.text == "" {
			return true, false
		}
		_, n := utf8.DecodeLastRuneInString(p.text)
		p.text = p.text[:len(p.text)-n]
	case "ctrl+u":
		p.text = ""
	case "ctrl+w":
		t := p.text
		for len(t) > 0 && t[len(t)-1] == ' ' {
			t = t[:len(t)-1]
		}
		for len(t) > 0 && t[len(t)-1] != ' ' {
			t = t[:len(t)-1]
		}
		p.text = t
	default:
		if k.Text != "" && len(p.text) < 1000 {
			p.text += printable(k.Text)
		}
	}
	return false, false
}

// printable keeps what may stand on a line.
func printable(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if r == '\n' || r == '\t' {
			r = ' '
		}
		if r != utf8.RuneError && page.Visible(r) {
			out = append(out, r)
		}
	}
	return string(out)
}
