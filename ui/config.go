package ui

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Presets are the fingers that a reader may bring: keys that differ from the
// usual ones, by the name of the action. An action not named keeps its keys; of
// two that want one key, the preset's has it.
var presets = map[string]map[string]string{
	"": nil,
	"less": {
		"line-down": "j down e enter ctrl+n ctrl+e", "line-up": "k up y ctrl+p ctrl+y ctrl+k",
		"page-down": "space f pgdown ctrl+f ctrl+v z", "page-up": "b pgup ctrl+b w",
		"top": "g home <", "end": "G end >", "help": "h ? f1", "reload": "R r",
		"copy": "c", "cite": "C", "follow": "o", "links": "O",
	},
	"vim": {
		"line-down": "j down ctrl+e", "line-up": "k up ctrl+y",
		"page-down": "space pgdown ctrl+f", "page-up": "pgup ctrl+b",
		"half-down": "d ctrl+d", "half-up": "u ctrl+u", "back": "ctrl+o backspace alt+left", "forward": "ctrl+i alt+right",
		"follow": "enter ctrl+]", "scroll-left": "left h", "scroll-right": "right l",
	},
}

// Presets are the names of the presets.
func Presets() []string { return []string{"less", "vim"} }

// Actions are the names of all actions.
func Actions() []string {
	var out []string
	for _, b := range usualKeys {
		if !slices.Contains(out, b.name) {
			out = append(out, b.name)
		}
	}
	return out
}

// Keys makes a key map: a preset, then what the reader set by the name of an
// action. No keys unbind an action. An error names the action; a key that would
// do two things in one place is one.
func Keys(preset string, set map[string][]string) (KeyMap, error) {
	of, ok := presets[preset]
	if !ok {
		return nil, fmt.Errorf("preset %q: there are %s", preset, strings.Join(Presets(), ", "))
	}
	k := slices.Clone(usualKeys)
	for i := range k {
		if words, ok := of[k[i].name]; ok {
			k.take(i, keys(words))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		to := set[name]
		found := false
		for i := range k {
			if k[i].name == name {
				k[i].keys, found = to, true
			}
		}
		if !found {
			return nil, wrong{name, fmt.Sprintf("there is no such action; did you mean %q?", Nearest(name, Actions()))}
		}
	}
	return k, k.clash(set)
}

// Wrong is what an error of Keys is about: the name of an action, or the preset.
func Wrong(err error) string {
	var w wrong
	if errors.As(err, &w) {
		return w.name
	}
	return "preset"
}

// wrong is an error about the keys of an action.
type wrong struct{ name, what string }

func (w wrong) Error() string { return fmt.Sprintf("keys: %q: %s", w.name, w.what) }

// WriteKeys writes the key map as the lines of a configuration file, each a
// comment: what there is to set, and how it is.
func WriteKeys(w io.Writer) error {
	seen := map[string]bool{}
	for _, b := range usualKeys {
		if seen[b.name] {
			continue
		}
		seen[b.name] = true
		var k []string
		for _, x := range b.keys {
			k = append(k, strconv.Quote(x))
		}
		if _, err := fmt.Fprintf(w, "# %-20s = [%s] # %s\n", b.name, strings.Join(k, ", "), b.help); err != nil {
			return err
		}
	}
	return nil
}

// take gives keys to a binding, and takes them from all others in its places.
func (k KeyMap) take(i int, to []string) {
	for j := range k {
		if j != i && k[j].in&k[i].in != 0 {
			k[j].keys = slices.DeleteFunc(slices.Clone(k[j].keys), func(x string) bool { return slices.Contains(to, x) })
		}
	}
	k[i].keys = to
}

// clash finds a key that does two things in one place.
func (k KeyMap) clash(set map[string][]string) error {
	for i, a := range k {
		for _, b := range k[i+1:] {
			if a.in&b.in == 0 {
				continue
			}
			for _, x := range a.keys {
				if !slices.Contains(b.keys, x) {
					continue
				}
				name := a.name
				if _, ok := set[b.name]; ok {
					name = b.name
				}
				return wrong{name, fmt.Sprintf("%s is %s and %s", x, a.name, b.name)}
			}
		}
	}
	return nil
}

// Nearest is the word of a list that takes the fewest changes to reach.
func Nearest(word string, list []string) string {
	best, fewest := "", 1<<30
	for _, w := range list {
		if n := distance(word, w); n < fewest {
			best, fewest = w, n
		}
	}
	return best
}

// distance is Levenshtein's.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			last, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, last+cost)
		}
	}
	return row[len(b)]
}
