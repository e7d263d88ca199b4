package ui

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// TestScreens holds what a person sees against screens that were looked at.
func TestScreens(t *testing.T) {
	for _, s := range []struct{ name, files, keys string }{
		{"reader", "memo", ""},
		{"timeline", "memo", "T G"},
		{"figures", "memo", "F j"},
		{"issues", "memo", "I j"},
		{"contents", "memo", "t j j"},
		{"search", "memo", "/ 'libya' enter n"},
		{"help", "memo", "?"},
		{"library", "library", "j"},
	} {
		for _, size := range [][2]int{{160, 48}, {80, 24}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				var d *driver
				if s.files == "library" {
					d = start(t, shelf, nil, size[0], size[1])
				} else {
					d = start(t, shelf, []string{"a.md"}, size[0], size[1])
				}
				golden.RequireEqual(t, []byte(d.press(s.keys).screen()))
			})
		}
	}
}
