package ui

import (
	"context"
	"testing"
)

// Esc leaves the opening of a briefing that takes long: the work behind it is told
// to stop, and what it still answers is dropped.
func TestEscLeavesOpening(t *testing.T) {
	d := start(t, book{"a.md": "# One\n\nWords.\n", "b.md": "# Two\n\nWords.\n"}, nil, 160, 48)
	d.hold = true
	d.press("enter").sees("opening a.md; Esc leaves it")
	ctx := d.m.opening.context()
	d.press("esc").sees("not opened")
	if ctx.Err() == nil {
		t.Error("the work goes on")
	}
	for _, msg := range d.kept {
		d.send(msg)
	}
	if d.m.mode != inPile {
		t.Error("it opens all the same")
	}
}

// Who opens another briefing, or leaves one for the library, waits no longer for
// what was being read.
func TestLeavingStopsReading(t *testing.T) {
	d := start(t, book{"a.md": "# One\n\nWords.\n", "b.md": "# Two\n\nWords.\n"}, nil, 160, 48)
	d.press("enter")
	first := d.m.doc.work.context()
	if first == context.Background() || first.Err() != nil {
		t.Fatal("nobody could stop it")
	}
	d.press("J")
	if second := d.m.doc.work.context(); first.Err() == nil || second.Err() != nil {
		t.Errorf("the first %v, the second %v", first.Err(), second.Err())
	} else if d.press("q"); second.Err() == nil {
		t.Error("the library waits for it")
	}
}
