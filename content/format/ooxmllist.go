package format

import (
	"strconv"
	"strings"
)

// itemStack are the items of the list that is open, from the outermost to the
// last, by which the depth of the next and what goes on with it are told.
type itemStack []listedItem

type listedItem struct {
	num               string // of the numbering
	left, depth, base int
}

// What two indents may differ by in twips and be one.
const slackItem, slackText = 150, 100

func (s *itemStack) end() { *s = (*s)[:0] }

// item says how deep an item stands: by the level of its numbering, and where
// several numberings make one list, as styles for bullets do, by their indents.
func (s *itemStack) item(num string, level, left int) int {
	items := *s
	base := 0
	if n := len(items); n > 0 {
		last := items[n-1]
		base = last.base
		switch {
		case last.num == num:
		case left == 0 && last.left == 0: // nothing is known of where they stand
			base = 0
		case left > last.left+slackItem && last.left > 0:
			base = last.depth + 1 - level
		default:
			base = 0
			for i := n - 1; i >= 0; i-- {
				if x := items[i]; x.num == num {
					base = x.base
					break
				} else if x.left <= left+slackItem {
					base = x.depth - level
					break
				}
			}
		}
	}
	depth := min(max(base+level, 0), 12)
	for len(items) > 0 && items[len(items)-1].depth >= depth {
		items = items[:len(items)-1]
	}
	*s = append(items, listedItem{num, left, depth, base})
	return depth
}

// goesOn reports whether a paragraph goes on with the last item, by its indent or
// because its style says so, and how deep that stands. What does not ends the list.
func (s *itemStack) goesOn(left int, said bool) (int, bool) {
	if n := len(*s); n > 0 {
		if last := (*s)[n-1]; said || left > 0 && left >= last.left-slackText {
			return last.depth, true
		}
	}
	s.end()
	return 0, false
}

// headingName is the level of a style by its name in English, 0 if it is none of
// a heading.
func headingName(name string) int {
	n, ok := strings.CutPrefix(name, "heading")
	if n = strings.TrimPrefix(n, " "); ok && len(n) == 1 && isDigit(n[0]) {
		return number(n, 9)
	}
	return 0
}

func isQuoteStyle(name string) bool {
	switch name {
	case "quote", "intense quote", "block text", "quotations", "block quotation":
		return true
	}
	return false
}

func decimal(n int) string { return strconv.Itoa(n) }
