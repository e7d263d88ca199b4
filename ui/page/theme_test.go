package page

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// luminance and contrast are those of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	part := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= 0.03928 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: text has at least 4.5 to 1 against what terminals have behind
// it, faint at least 3 to 1; high contrast has 7 and 4.5.
func TestContrast(t *testing.T) {
	for name, backs := range map[string][]string{
		"dark": {"#000000", "#0d1117", "#1e1e1e"}, "light": {"#ffffff", "#fdf6e3", "#f6f8fa"},
		"high-contrast": {"#000000", "#1e1e1e"}, "high-contrast-light": {"#ffffff", "#f6f8fa"},
	} {
		l, err := Theme(name)
		if err != nil {
			t.Fatal(err)
		}
		text, faint := 4.5, 3.0
		if len(name) > 5 {
			text, faint = 7, 4.5
		}
		for _, back := range backs {
			for role, c := range map[string]string{"text": l.Text, "accent": l.Accent, "date": l.Date, "warning": l.Warning} {
				if got := contrast(t, c, back); got < text {
					t.Errorf("%s: %s has %.1f to 1 on %s", name, role, got, back)
				}
			}
			if got := contrast(t, l.Faint, back); got < faint {
				t.Errorf("%s: faint has %.1f to 1 on %s", name, got, back)
			}
		}
	}
}

// TestOwnColoursOfCode: a style file's table of colours for code is used, and what
// is in it that the highlighter does not know is left out.
func TestOwnColoursOfCode(t *testing.T) {
	l, err := Styled([]byte(`{"document": {"color": "252"}, "code_block": {"chroma": {"keyword": {"color": "#ff0102", "bold": true}, "comment": {"color": "#010203"}, "name": {"color": "12"}, "text": {"color": "#zz"}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	b := parse([]byte("```go\nfunc f() { // words\n}\n```\n"))[0]
	text := Layout(&b, 60, l)[0].Text
	for _, want := range []string{"1;38;2;255;1;2mfunc", "38;2;1;2;3m// words"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

func TestStyled(t *testing.T) {
	l, err := Styled([]byte(`{"document": {"color": "252"}, "h2": {"color": "39", "prefix": "## "}, "strong": {"bold": true}}`))
	if err != nil || l.Text != "252" || l.Accent != "39" {
		t.Errorf("%+v, %v", l, err)
	}
	if _, err := Styled([]byte("theme = 1")); err == nil {
		t.Error("no JSON, and no error")
	}
	if _, err := Theme("dracula"); err == nil {
		t.Error("a theme that there is not, and no error")
	}
}
