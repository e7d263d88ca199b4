package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"readout/briefing"
	"readout/ui/page"
)

// heavy is a Document that takes time.
type heavy struct {
	*memory
	err error
}

func (heavy) Slow() bool { return true }

func (h heavy) Next(ctx context.Context, n int) (briefing.Source, bool, error) {
	if h.err != nil {
		return briefing.Source{}, true, h.err
	}
	return h.memory.Next(ctx, n)
}

// waiting opens documents that take time; what is wrong with them
// comes late.
func waiting(t *testing.T, wrong map[string]error, files ...string) *driver {
	t.Helper()
	open := func(path string) (Document, error) {
		return heavy{&memory{src: source("# Title of " + path + "\n\nWords.\n")}, wrong[path]}, nil
	}
	m, err := New(Options{Open: open, Files: files, Today: thatDay, Looks: page.Dark()})
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: m, hold: true}
	m.View()
	d.run(m.Init())
	d.send(size(100, 30))
	return d
}

// deliver gives the program the answers that were held back.
func (d *driver) deliver() *driver {
	for len(d.kept) > 0 {
		msg := d.kept[0]
		d.kept = d.kept[1:]
		d.send(msg)
	}
	return d
}

// A file that takes long to open shows the frame before its first page is there.
func TestFrameBeforeFirstPage(t *testing.T) {
	d := waiting(t, nil, "a.pdf")
	d.sees("reading a.pdf, page 1", "Esc leaves it")
	if n := strings.Count(d.screen(), "\n"); n != 30 {
		t.Errorf("the frame has %d lines", n)
	}
	d.press("j / T G 5 M ?").sees("Keys").press("?") // nothing to do it on
	d.deliver().sees("Title of a.pdf").seesNot("Esc leaves it")
	if d.m.Err() != nil || d.q {
		t.Error(d.m.Err(), d.q)
	}
}

// Esc leaves it, and with nothing else to show the program.
func TestEscLeavesFirstPage(t *testing.T) {
	d := waiting(t, nil, "a.pdf")
	ctx := d.m.opening.context()
	d.hold = false
	d.press("esc")
	if !d.q || ctx.Err() == nil || d.m.Err() != nil {
		t.Errorf("quit %v, work %v, error %v", d.q, ctx.Err(), d.m.Err())
	}
}

// What cannot be read gives way to the next file, and the last says why on the way out.
func TestLateErrors(t *testing.T) {
	scan := errors.New("open a.pdf: a scan")
	d := waiting(t, map[string]error{"a.pdf": scan}, "a.pdf", "b.pdf")
	d.deliver().deliver().sees("Title of b.pdf")
	if d.m.Err() != nil {
		t.Error(d.m.Err())
	}
	d = waiting(t, map[string]error{"a.pdf": scan}, "a.pdf")
	d.hold = false
	d.deliver()
	if !d.q || d.m.Err() != scan {
		t.Errorf("quit %v, error %v", d.q, d.m.Err())
	}
}
