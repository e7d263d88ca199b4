package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// attacks are what documents, names and links try on a terminal.
var attacks = []string{
	"\x1b]0;owned\x07", "\x1b[2J", "\x1b]52;c;b3duZWQ=\x07", "\x9b2J", "\u009b2J", "\x1bP$q\"p\x1b\\", "\u202eevil\u202c", "\u2066x\u2069", "\r\noverwritten", "\x08\x08",
	"&#27;]0;owned&#7;", "&#x9b;2J", "&#x202e;evil", "\u2028", "\x1b[31mred",
}

// harm is what of a screen may not reach a terminal; "" for nothing.
func harm(s string) string {
	var state byte
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		for len(line) > 0 {
			seq, _, n, next := ansi.DecodeSequence(line, state, nil)
			line, state = line[n:], next
			switch {
			case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m"):
			case strings.HasPrefix(seq, "\x1b]8;"):
			case strings.ContainsFunc(seq, func(r rune) bool {
				return r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028
			}):
				return fmt.Sprintf("%q", seq)
			}
		}
	}
	return ""
}

// TestHostileWordsOnEverySurface: whatever stands in a title, a name, a heading, a
// link, a marking, a file name or an error, the screen and the window title have
// text and looks only.
func TestHostileWordsOnEverySurface(t *testing.T) {
	for _, a := range attacks {
		text := "@date: 2021-11-09\n@marking: TLP:RED " + strings.ReplaceAll(a, "\n", " ") + "\n@from: From " + strings.ReplaceAll(a, "\n", " ") +
			"\n# Title " + a + " of it\n\nPresident Jane " + a + " Miller met Prime Minister John Smith on Wednesday, 10 November 2021, about $5 million " + a + " for the QXZ deal. The QXZ deal is a quarrel.\n\n" +
			"## Background " + a + "\n\nSee [the link " + a + "](https://example.com/" + a + ") and [another](" + a + ") and a note[^n]. “" + a + "”, said a senior official.\n\n" +
			"| head " + a + " | b |\n|---|---|\n| c " + a + " | 12 |\n\n```go\ncode " + a + "\n```\n\n[^n]: Note " + a + "\n"
		path := "dir/" + a + ".md"
		b := book{path: text}
		for _, size := range [][2]int{{160, 48}, {80, 24}, {40, 12}, {20, 5}} {
			for _, open := range [][]string{{path}, nil} {
				d := start(t, b, open, size[0], size[1])
				look := func(where string) {
					t.Helper()
					v := d.m.View()
					if h := harm(v.Content); h != "" {
						t.Fatalf("%q at %v, %s: %s reaches the screen:\n%q", a, size, where, h, v.Content)
					}
					if h := harm(v.WindowTitle); h != "" {
						t.Fatalf("%q: %s reaches the window title %q", a, h, v.WindowTitle)
					}
				}
				look("at the start")
				if open == nil {
					d.press("/ 'zzz'")
					look("filtering")
					d.press("esc enter")
				}
				for _, keys := range []string{"} enter", "esc o", "j enter", "y", "j enter", "esc T", "j j enter", "F", "j enter", "I", "j enter", "t", "j enter", "/ 'of'", "enter", "& 'the' enter", "esc :", "esc ?", "esc K", "v", "Y", "r"} {
					d.press(keys)
					look(keys)
				}
				d.m.note = "open " + a + ": no such file"
				look("a note")
				d.send(opened{id: d.m.ids, path: path, err: errors.New("open " + a + ": no such file")})
				look("an error")
				d.send(browsed{a, errors.New("run " + a)})
				look("an error of the opener")
			}
		}
	}
	m := &Model{w: 80, h: 24}
	m.resize()
	m.mode, m.styles, m.opt.Keys = inPile, newStyles(start(t, shelf, nil, 80, 24).m.looks), usualKeys
	m.pile = pile{loaded: true, name: "lib\x1b[2J", entries: []Entry{{Path: "a\x1b[2Jb", Title: "t\x1b[2J", Marking: "TLP:\x1b[2J", Date: briefing.Date{Year: 2021, Month: 1, Day: 2}}}, shown: []int{0}}
	m.pile.shelf.Notes = []string{"left \x1b[2J out"}
	if h := harm(m.View().Content); h != "" {
		t.Errorf("%s in the library", h)
	}
	m.pile.err = errors.New("lib \x1b[2J")
	if h := harm(m.View().Content); h != "" {
		t.Errorf("%s as the library's error", h)
	}
}
