package ui

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// memory is a Document that stands in memory and is read in portions.
type memory struct {
	src   briefing.Source
	upto  int
	small int // at most so many bytes a time; 0 for as many as asked for
}

func (d *memory) Next(_ context.Context, n int) (briefing.Source, bool, error) {
	if d.small > 0 {
		n = min(n, d.small)
	}
	d.upto = min(d.upto+n, len(d.src.Markdown))
	s := d.src
	s.Markdown = s.Markdown[:d.upto]
	return s, d.upto == len(d.src.Markdown), nil
}

func (d *memory) Progress() (read, size int64) { return int64(d.upto), int64(len(d.src.Markdown)) }

// A driver plays the program without a terminal: messages and the answers of
// commands go in one after the other, nothing sleeps.
type driver struct {
	t testing.TB
	m *Model

	program tea.Model // what has m inside it, where m is not itself the program
	q       bool      // quit was asked for
	clip    string    // what was copied
	// kept holds back the answers of commands, to be delivered by hand
	hold bool
	kept []tea.Msg
}

var thatDay = briefing.Date{Year: 2021, Month: 11, Day: 11}

// book is what a test opens, by path.
type book map[string]string

func (b book) open(path string) (Document, error) {
	text, ok := b[path]
	if !ok {
		return nil, &missing{path}
	}
	return &memory{src: source(text)}, nil
}

type missing struct{ path string }

func (m *missing) Error() string { return "open " + m.path + ": no such file" }

// source makes a source of Markdown whose first line may be a date.
func source(text string) briefing.Source {
	var s briefing.Source
	s.Meta.Format = "markdown"
	for {
		name, rest, ok := strings.Cut(text, "\n")
		key, value, isMeta := strings.Cut(strings.TrimPrefix(name, "@"), ": ")
		if !ok || !strings.HasPrefix(name, "@") || !isMeta {
			break
		}
		switch key {
		case "date":
			s.Meta.Date, _ = briefing.ParseDate(value)
			s.Meta.DateFrom = "front matter"
		case "marking":
			s.Meta.Marking = value
		case "from":
			s.Meta.From = value
		case "quoted":
			at := strings.Index(rest[strings.Index(rest, "# "):], value)
			s.Meta.Quoted = []briefing.Range{{Start: briefing.Pos(at), End: briefing.Pos(len(rest[strings.Index(rest, "# "):]))}}
		}
		text = rest
	}
	s.Markdown = []byte(text)
	if t, ok := strings.CutPrefix(text, "# "); ok {
		s.Meta.Title, _, _ = strings.Cut(t, "\n")
	}
	return s
}

// start opens files, or a library where there are none, on a w×h screen.
func start(t testing.TB, b book, files []string, w, h int) *driver {
	t.Helper()
	m := b.model(t, Options{Files: files, Looks: page.Dark()})
	m.View() // before any message
	return drive(t, m, nil, w, h)
}

// model is a program that reads the book: files, or a library where there are none.
func (b book) model(t testing.TB, opt Options) *Model {
	t.Helper()
	opt.Open, opt.Browse, opt.Today, opt.Name = b.open, func(string) error { return nil }, thatDay, "library"
	if len(opt.Files) == 0 {
		opt.Library = func() (Shelf, error) {
			return Shelf{Paths: slices.Sorted(maps.Keys(b)), Entry: b.entry}, nil
		}
	}
	m, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// drive starts m, or a program around it, on a w×h screen.
func drive(t testing.TB, m *Model, program tea.Model, w, h int) *driver {
	d := &driver{t: t, m: m, program: program}
	d.run(m.Init())
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

func (b book) entry(p string) Entry {
	s := source(b[p])
	return Entry{Path: p, Title: s.Meta.Title, Date: s.Meta.Date, Marking: s.Meta.Marking, Minutes: 1}
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := cmp.Or[tea.Model](d.program, d.m).Update(msg)
	d.m.View()
	d.run(cmd)
}

// run runs a command and what follows from it.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.q = true
	default:
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
			d.clip = fmt.Sprint(msg)
		}
		if d.hold {
			d.kept = append(d.kept, msg)
			return
		}
		d.send(msg)
	}
}

// press presses keys, separated by spaces, by the names of the key map; a word
// in single quotes is typed letter by letter.
func (d *driver) press(words string) *driver {
	for _, k := range strings.Fields(words) {
		if len(k) > 1 && k[0] == '\'' {
			for _, r := range strings.Trim(k, "'") {
				d.send(letter(r))
			}
			continue
		}
		d.send(keyMsg(k))
	}
	return d
}

func letter(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

func keyMsg(k string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1,
	}
	switch {
	case k == "space":
		return tea.KeyPressMsg{Code: ' ', Text: " "}
	case k == "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case strings.HasPrefix(k, "ctrl+"):
		return tea.KeyPressMsg{Code: rune(k[5]), Mod: tea.ModCtrl}
	case strings.HasPrefix(k, "alt+"):
		return tea.KeyPressMsg{Code: named[k[4:]], Mod: tea.ModAlt}
	}
	if c, ok := named[k]; ok {
		return tea.KeyPressMsg{Code: c}
	}
	return letter([]rune(k)[0])
}

// screen is what a person sees, without styles.
func (d *driver) screen() string {
	lines := strings.Split(ansi.Strip(d.m.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func (d *driver) sees(words ...string) *driver {
	d.t.Helper()
	for _, w := range words {
		if !strings.Contains(d.screen(), w) {
			d.t.Errorf("%q is not on the screen:\n%s", w, d.screen())
		}
	}
	return d
}

func (d *driver) seesNot(words ...string) *driver {
	d.t.Helper()
	for _, w := range words {
		if strings.Contains(d.screen(), w) {
			d.t.Errorf("%q is on the screen:\n%s", w, d.screen())
		}
	}
	return d
}

func size(w, h int) tea.WindowSizeMsg { return tea.WindowSizeMsg{Width: w, Height: h} }
