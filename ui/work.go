package ui

import "context"

// work is what goes on in commands for one purpose and can be left: opening a
// briefing, reading it in. The zero work is never stopped.
type work struct {
	ctx   context.Context
	halt  context.CancelFunc
	about string // what it is, for the last line
}

func newWork() work {
	ctx, halt := context.WithCancel(context.Background())
	return work{ctx: ctx, halt: halt}
}

func (w work) context() context.Context {
	if w.ctx == nil {
		return context.Background()
	}
	return w.ctx
}

// going reports whether it was begun and not stopped.
func (w work) going() bool { return w.ctx != nil && w.ctx.Err() == nil }

// stop ends it, from any goroutine, and more than once.
func (w work) stop() {
	if w.halt != nil {
		w.halt()
	}
}
