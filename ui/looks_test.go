package ui

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// asked runs a command and says what it asks the terminal for.
func asked(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		s := ""
		for _, c := range msg {
			s += asked(c)
		}
		return s
	default:
		return fmt.Sprintf("%T %v;", msg, msg)
	}
}

// TestBackgroundIsFollowed: the looks are those of the background, when it is told
// and whenever it changes; a theme that was chosen stays.
func TestBackgroundIsFollowed(t *testing.T) {
	m, err := New(Options{Open: shelf.open, Files: []string{"a.md"}})
	if err != nil {
		t.Fatal(err)
	}
	m.Update(size(80, 24))
	if got := asked(m.Init()); !strings.Contains(got, "\x1b[?2031h") || !strings.Contains(got, "tea.backgroundColorMsg") {
		t.Errorf("at the start it asks for %q", got)
	}
	text := func() string { return m.looks.Text }
	for range 2 {
		m.Update(tea.BackgroundColorMsg{Color: color.White})
		light := text()
		_, cmd := m.Update(uv.DarkColorSchemeEvent{})
		if got := asked(cmd); !strings.Contains(got, "tea.backgroundColorMsg") {
			t.Errorf("when the system turns dark it asks for %q", got)
		}
		if m.Update(tea.BackgroundColorMsg{Color: color.Black}); text() == light {
			t.Error("the looks are those of a light background still")
		}
	}
	d := start(t, shelf, []string{"a.md"}, 80, 24)
	was := d.m.looks
	d.send(tea.BackgroundColorMsg{Color: color.White})
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if d.m.looks != was {
		t.Error("the theme that was chosen is gone")
	}
}

// TestSixteenColours: on a terminal of sixteen colours only these are asked for,
// and text has the terminal's own.
func TestSixteenColours(t *testing.T) {
	m, err := New(Options{Open: shelf.open, Files: []string{"b.md"}})
	if err != nil {
		t.Fatal(err)
	}
	m.Update(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	for _, back := range []color.Color{color.White, color.Black} {
		m.Update(tea.BackgroundColorMsg{Color: back})
		m.Update(size(160, 48))
		m.Update(keyMsg("F"))
		if s := m.View().Content; strings.Contains(s, "38;2;") || strings.Contains(s, "38;5;") || !strings.Contains(s, "\x1b[2m") {
			t.Errorf("more than sixteen colours, or nothing faint: %q", s[:400])
		}
	}
}
