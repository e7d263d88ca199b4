package format

import (
	"strings"
	"testing"
)

// A line that is a command of a site generator is furniture; a sentence that has one
// in it and an example in a fence stay. Portions do not matter.
func TestShortcodes(t *testing.T) {
	in := "---\ntitle: Tracks\nslug: tracks\nweight: 3\nowner: Desk\n---\n\nFirst.\n\n{{< legacy-img src=\"a.jpg\" alt=\"Ann Roe in 2015\" >}}\n\nWrite {{< ref >}} for a link.\n\n```\n{{< example >}}\n```\n\n{% include x.html %} {% endif %}\n\n{ not one }\nLast.\n"
	want := "# Tracks\n\nFirst.\n\n\n\nWrite {{< ref >}} for a link.\n\n```\n{{< example >}}\n```\n\n\n\n{ not one }\nLast.\n"
	for _, portion := range []int{1, 7, 64, 4096} {
		src := convert("x.md", in, Options{}, portion)
		if got := string(src.Markdown); got != want {
			t.Errorf("portion %d: got\n%s", portion, got)
		}
		f := strings.Join(src.Meta.Furniture, "\n")
		if !strings.Contains(f, "Ann Roe") || !strings.Contains(f, "include x.html") || !strings.Contains(f, "slug: tracks") || len(src.Meta.More) != 1 || src.Meta.More[0].Name != "owner" {
			t.Errorf("furniture %q, more %v", f, src.Meta.More)
		}
	}
	small := "{{< a >}}\nFirst line.\n"
	if src := convert("x.md", small, Options{}, 4096); strings.Contains(string(src.Markdown), "{{") && !strings.Contains(src.Meta.Title, "{{") {
		t.Errorf("%s", src.Markdown)
	}
}
