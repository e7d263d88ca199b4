package format

import (
	"strings"
	"testing"
)

const rtfHead = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3 Title;}}{\info{\author Ann Lee}{\creatim\yr2009\mo1\dy2}}`

// Each structure that rich text has, and what is made of it.
func TestRtfStructures(t *testing.T) {
	first := `\pard\s0 ` + lead + `\par `
	for _, c := range []struct{ name, body, want string }{
		{"title and levels", `\pard\s3 A title\par\pard\s1 One\par\pard\s2 Two\par`, "# A title\n\n## One\n\n### Two\n"},
		{"looks", first + `{\b bold {\i both}} plain{\super 2}\par`, "**bold *both*** plain²\n"},
		{"code pages and numbers of characters", first + `caf\'e9 {\f1 \'cf\'f0\'e0} \u8364?5 \u-10179?\u-8704? \endash\par`, "café Пра €5 😀 –\n"},
		{"what is skipped", first + `a{\pict\bin5 }}}}}b}{\*\unknown c}{\v d}e\par`, "\n\nae\n"},
		{"a list", first + `{\listtext\pard 1.\tab}\pard\ls1\ilvl0 a\par{\listtext (a)\tab}\pard\ls1\ilvl1 b\par{\listtext\'b7\tab}\pard\ls2 c\par`, "1. a\n   - (a) b\n\n- c\n"},
		{"bullets", first + `{\listtext\'b7\tab}\pard\ls1\ilvl0 a\par{\listtext o\tab}\pard\ls1\ilvl1 b\par`, "- a\n  - b\n"},
		{"a table", first + `\trowd\cellx1\cellx2\pard\intbl x|y\cell 1\cell\row\trowd\pard\intbl a\par b\cell 2\cell\row\pard After.\par`, "| x\\|y | 1 |\n|---|---|\n| a<br>b | 2 |\n\nAfter.\n"},
		{"a link", first + `{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{there}}} on\par`, "[there](https://example.org/) on\n"},
		{"notes", `\pard ` + lead + `{\super\chftn}{\footnote\pard\chftn The note\par}{\footnote\ftnalt\pard At the end}{\*\atnid A}{\*\atnauthor Ann Lee}\chatn{\*\annotation Is it?}\par`, "[^1][^i][^c1]\n\n[^1]: The note\n\n[^i]: At the end\n\n[^c1]: **Comment by Ann Lee:** Is it?\n"},
		{"changes", first + `a {\revised in }{\deleted out }b\line c\par`, "a in b\\\nc\n"},
		{"a box", `\pard ` + lead + `{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard one\par two\par}}}\par`, lead + "\n\none\n\ntwo\n"},
	} {
		src, err := readAll([]byte(rtfHead+`{\header SECRET\par Page \chpgn\par}`+c.body+"}"), readRtf)
		if err != nil || !strings.Contains(string(src.Markdown), c.want) {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", c.name, err, src.Markdown, c.want)
		}
		if src.Meta.Marking != "SECRET" || len(src.Meta.Furniture) > 0 || !src.Meta.Date.IsZero() || len(src.Meta.Warnings) > 0 {
			t.Errorf("%s: %+v", c.name, src.Meta)
		}
		sound(t, src)
	}
	src, err := readAll([]byte(rtfHead+first+"and more"), readRtf)
	if err != nil || len(src.Meta.Warnings) != 1 || !strings.Contains(string(src.Markdown), "and more") {
		t.Errorf("cut off: %v %q", err, src.Markdown)
	}
	if _, err := readAll([]byte(`{\rtf1 `+strings.Repeat("{", deepestRTF+1)), readRtf); err == nil || !strings.Contains(err.Error(), "deep") {
		t.Errorf("deep: %v", err)
	}
}

func FuzzRtf(f *testing.F) {
	f.Add(`\pard\intbl x\cell 1\cell\row\pard{\footnote\ftnalt a}{\listtext 1.}b\par`)
	f.Add(`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}\u-1?\'e9\bin9 `)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 1<<14 {
			return
		}
		if src, err := readAll([]byte(rtfHead+body), readRtf); err == nil {
			sound(t, src)
		}
	})
}
