package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Config is what the reader set once for all: the file config.toml.
type Config struct {
	Theme   string         `toml:"theme"`
	Width   int            `toml:"width"`
	Library string         `toml:"library"`
	Card    *int           `toml:"card"`
	Preset  string         `toml:"preset"`
	Keys    map[string]any `toml:"keys"`

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

// ReadConfig reads the configuration; without a file it is the zero Config. An
// error names file and line.
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

func parseConfig(path string, text []byte) (Config, error) {
	c := Config{path: path, text: text}
	err := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(&c)
	var strict *toml.StrictMissingError
	var at *toml.DecodeError
	switch {
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		e := strict.Errors[0]
		line, _ := e.Position()
		key := strings.Join(e.Key(), ".")
		return c, fmt.Errorf("%s:%d: there is no %q; did you mean %q?", path, line, key, nearest(key, []string{"theme", "width", "library", "card", "preset", "keys"}))
	case errors.As(err, &at):
		line, _ := at.Position()
		return c, fmt.Errorf("%s:%d: %s", path, line, strings.TrimPrefix(at.Error(), "toml: "))
	case err != nil:
		return c, fmt.Errorf("%s: %s", path, strings.TrimPrefix(err.Error(), "toml: "))
	}
	for name, v := range c.Keys {
		if _, err := keyList(v); err != nil {
			return c, c.At(name, fmt.Errorf("keys: %q: %w", name, err))
		}
	}
	c.Theme, c.Library = home(c.Theme), home(c.Library)
	return c, nil
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
