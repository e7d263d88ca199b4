package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Config is what the reader set once for all: the file config.toml.
type Config struct {
	Theme   string
	Width   int
	Library string
	Card    *int
	Preset  string
	Keys    map[string]any

	path string
	text []byte
}

// ConfigPath is where the configuration stands: readout/config.toml in
// $XDG_CONFIG_HOME, or in the system's place for such files.
func ConfigPath() (string, error) {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		var err error
		if dir, err = os.UserConfigDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "readout", "config.toml"), nil
}

// mostConfig is more than anyone sets.
const mostConfig = 1 << 20

// ReadConfig reads the configuration; without a file it is the zero Config. An error
// names file and line, joined ones (errors.Join) each of what is wrong; the rest of the
// file is in the Config.
func ReadConfig() (Config, error) {
	path, err := ConfigPath()
	if err != nil {
		return Config{}, nil // no home, no configuration
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, nil
	}
	if err == nil && info.Size() > mostConfig {
		return Config{}, fmt.Errorf("%s: larger than 1 MB", path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fileError("open", path, err)
	}
	return parseConfig(path, text)
}

// parseConfig reads what can be read: a setting that is wrong is told and is as if it
// were not there, the others hold.
func parseConfig(path string, text []byte) (Config, error) {
	c := Config{path: path, text: text}
	var set map[string]any
	err := toml.Unmarshal(text, &set)
	var at *toml.DecodeError
	switch {
	case errors.As(err, &at):
		line, _ := at.Position()
		return c, fmt.Errorf("%s:%d: %s; nothing in the file holds until it is mended", path, line, strings.TrimPrefix(at.Error(), "toml: "))
	case err != nil:
		return c, fmt.Errorf("%s: %s", path, strings.TrimPrefix(err.Error(), "toml: "))
	}
	var faults []error
	wrong := func(name, format string, args ...any) {
		faults = append(faults, c.At(name, fmt.Errorf(format, args...)))
	}
	for _, name := range slices.Sorted(maps.Keys(set)) {
		v, ok, want := set[name], true, "words in quotes"
		switch name {
		case "theme":
			c.Theme, ok = v.(string)
		case "library":
			c.Library, ok = v.(string)
		case "preset":
			c.Preset, ok = v.(string)
		case "width":
			c.Width, ok = whole(v)
			want = "a whole number"
		case "card":
			var n int
			if n, ok = whole(v); ok {
				c.Card = &n
			}
			want = "a whole number"
		case "keys":
			c.Keys, ok = v.(map[string]any)
			want = "a table, [keys]"
		default:
			wrong(name, "there is no %q; did you mean %q?", name, nearest(name, []string{"theme", "width", "library", "card", "preset", "keys"}))
		}
		if !ok {
			wrong(name, "%s is %s", name, want)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Keys)) {
		if _, err := keyList(c.Keys[name]); err != nil {
			wrong(name, "keys: %q: %w", name, err)
			delete(c.Keys, name)
		}
	}
	c.Theme, c.Library = home(c.Theme), home(c.Library)
	return c, errors.Join(faults...)
}

// whole is a number that is not negative, as TOML has it.
func whole(v any) (int, bool) {
	n, ok := v.(int64)
	return int(n), ok && n >= 0 && n < 1<<20
}

// home puts the home folder in the place of a leading ~.
func home(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if h, err := os.UserHomeDir(); err == nil {
			return filepath.Join(h, rest)
		}
	}
	return path
}

// WriteConfig writes the file as it is without one, every line a comment; keys
// writes those of the table of keys.
func WriteConfig(w io.Writer, themes, presets []string, card int, keys func(io.Writer) error) error {
	path, err := ConfigPath()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, `# %s
# theme = "auto"        # %s, or a Glamour style file (.json)
# width = 72            # columns of text
# library = ""          # the folder that readout opens without an argument; "" for the built-in one
# card = %d              # how many dates and numbers the card shows
# preset = ""           # %s

[keys]                  # by the name of the action; [] unbinds it
`, path, strings.Join(themes, ", "), card, strings.Join(presets, ", "))
	if err != nil {
		return err
	}
	return keys(w)
}

// nearest is the word of a list with the most letters of word in their order.
func nearest(word string, list []string) string {
	best, most := "", -1
	for _, w := range list {
		n, i := 0, 0
		for _, r := range word {
			if k := strings.IndexRune(w[i:], r); k >= 0 {
				n, i = n+1, i+k+1
			}
		}
		if n = 2*n - len(w); n > most || best == "" {
			best, most = w, n
		}
	}
	return best
}

// KeysOf are the keys that the file sets, by the name of the action; none unbind
// it.
func (c Config) KeysOf() map[string][]string {
	out := map[string][]string{}
	for name, v := range c.Keys {
		out[name], _ = keyList(v)
	}
	return out
}

// keyList reads "T", "T ctrl+t" or ["T", "ctrl+t"]; "" and [] unbind.
func keyList(v any) ([]string, error) {
	switch v := v.(type) {
	case string:
		return strings.Fields(v), nil
	case []any:
		var out []string
		for _, x := range v {
			s, ok := x.(string)
			if !ok {
				return nil, errors.New("keys are strings")
			}
			out = append(out, strings.Fields(s)...)
		}
		return out, nil
	}
	return nil, errors.New(`write "T" or ["T", "ctrl+t"]`)
}

// At says of an error in which line of the file the word stands that it is about.
func (c Config) At(word string, err error) error {
	if err == nil || c.path == "" {
		return err
	}
	for i, l := range strings.Split(string(c.text), "\n") {
		name, _, ok := strings.Cut(l, "=")
		if ok && strings.Trim(strings.TrimSpace(name), `"'`) == word {
			return fmt.Errorf("%s:%d: %w", c.path, i+1, err)
		}
	}
	return fmt.Errorf("%s: %w", c.path, err)
}
