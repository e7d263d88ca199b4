package page

import (
	"strings"
	"testing"

	"readout/briefing"
)

// An item that bears a number of its own has no bullet; one that begins with what
// only looks like one keeps it.
func TestOwnNumbers(t *testing.T) {
	for md, want := range map[string]bool{
		"- (a) First\n- (b) Second\n":                true,
		"- a) First\n":                               true,
		"- i. First\n- ii. Second\n":                 true,
		"- 1.1 Scope\n- 1.2 Method\n":                true,
		"- I. First\n- II. Second\n":                 true,
		"- A. First\n- B. Second\n":                  true,
		"- I.A.1 First\n- I.A.2 Second\n":            true,
		"- A. Smith said so\n- J. Doe did\n":         false,
		"- A. Smith said so\n":                       false,
		"- e.g. this\n":                              false,
		"- U.S. troops\n- U.K. troops\n":             false,
		"- (a) First\n- Second\n":                    false,
		"- (see below) First\n":                      false,
		"- (a)\n":                                    false,
		"- 3.5 million left\n- 4.2 million stayed\n": false,
		"1. a) First\n":                              false,
		"- [ ] a) First\n":                           false,
		"- a bullet\n":                               false,
	} {
		src := []byte(md)
		pieces, state := briefing.Cut(src, briefing.State{}, true)
		list := briefing.Parse(src, pieces[0], state.Refs)[0]
		if got := ownNumbers(&list); got != want {
			t.Errorf("%q: %v", strings.TrimSpace(md), got)
		}
	}
}
