package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestConfig(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	if c, err := ReadConfig(); err != nil || c.Theme != "" {
		t.Errorf("without a file: %v, %v", c, err)
	}
	if err := os.Mkdir(filepath.Join(dir, "readout"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "readout", "config.toml")
	for text, want := range map[string]string{
		"theme = \"light\"\nwidth = 60\n[keys]\ntimeline = \"1\"\ncopy = []\n": "",
		"theme = \"light\"\nwidht = 60\n":                                      ":2: there is no \"widht\"; did you mean \"width\"?",
		"width = \"wide\"\n":                                                   ":1: ",
		"theme = \"light\n":                                                    ":1: ",
		"[keys]\n\ntimeline = 3\n":                                             ":3: keys: \"timeline\": write",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := ReadConfig()
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case want == "":
			if k := c.KeysOf(); c.Width != 60 || k["timeline"][0] != "1" || len(k["copy"]) != 0 {
				t.Errorf("%q: %+v", text, c)
			}
		case err == nil || !strings.HasPrefix(err.Error(), path+want):
			t.Errorf("%q: %v, want %s%s", text, err, path, want)
		}
	}
	c := Config{path: "c.toml", text: []byte("[keys]\nno-such = \"x\"\n")}
	if err := c.At("no-such", os.ErrInvalid); !strings.HasPrefix(err.Error(), "c.toml:2: ") {
		t.Error(err)
	}
}
