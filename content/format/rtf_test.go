package format

import (
	"fmt"
	"strings"
	"testing"
)

const rtfHead = `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2{\*\panose 05}Symbol;}}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3 Title;}{\s4\sbasedon2 Mine;}{\s5\sbasedon4 Own;}}{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}\li360}{\listlevel\levelnfc4\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}{\listname ;}\listid9}{\list{\listlevel\levelnfc0{\leveltext\'02\'00);}}\listid10}}{\*\listoverridetable{\listoverride\listid9\listoverridecount0\ls7}{\listoverride\listid10{\lfolevel\listoverridestartat\levelstartat5}\ls8}}{\info{\author Ann Lee}{\author Who Changed It}{\creatim\yr2009\mo1\dy2}}`

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
		{"two tables with an empty paragraph between them", first + `\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row\pard\par\trowd\cellx1\cellx2\pard\intbl c\cell d\cell\row\pard`, "| a | b |\n|---|---|\n\n| c | d |\n|---|---|\n"},
		{"two tables with nothing between them", first + `\trowd\irow0\cellx1\cellx2\pard\intbl a\cell b\cell\row\trowd\irow1\cellx1\cellx2\intbl c\cell d\cell\row\trowd\irow0\cellx1\cellx2\intbl e\cell f\cell\row\pard`, "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n|---|---|\n"},
		{"merged cells", first + `\trowd\cellx1000\cellx3000\clvmgf\cellx4000\pard\intbl Region\cell 2023\cell Total\cell\row\trowd\cellx1000\cellx2010\cellx2990\clvmrg\cellx4000\pard\intbl\cell Spring\cell Autumn\cell\cell\row\pard`, "| Region | 2023 |  | Total |\n|---|---|---|---|\n|  | Spring | Autumn |  |\n"},
		{"cells merged in the old way", first + `\trowd\clmgf\cellx1000\clmrg\cellx2000\pard\intbl Both\cell\cell\row\trowd\cellx1000\cellx2000\pard\intbl x\cell y\cell\row\pard`, "| Both |  |\n|---|---|\n| x | y |\n"},
		{"rows that nobody measured", first + `\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\cell\row\pard`, "| a | b |\n|---|---|\n| c |  |\n"},
		{"a table in a cell", first + `\trowd\cellx1000\cellx2000\pard\intbl left\cell before\par\pard\intbl\itap2 in a\nestcell in b\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl\itap2 in c\nestcell in d\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}\pard\intbl after\cell\row\trowd\cellx1000\cellx2000\pard\intbl x\cell y\cell\row\pard End.\par`, "| left | before<br>after |\n|---|---|\n| x | y |\n\n| in a | in b |\n|---|---|\n| in c | in d |\n\nEnd.\n"},
		{"a list that the reader counts", first + `\pard\ls7\ilvl0 a\par\ilvl1 b\par c\par\ilvl0 d\par\pard\ls8 e\par`, "1. a\n   - (a) b\n   - (b) c\n2. d\n\n5) e\n"},
		{"what goes on with an item", first + `{\listtext 1.\tab}\pard\li720\ls1 a\par\pard\li720 more\par\pard not\par`, "1. a\n\n   more\n\nnot\n"},
		{"a heading whose number is none", first + `\pard\s1 One\par{\listtext\pard }\pard\s1\ls4 Two\par`, "## One\n\n## Two\n"},
		{"a style based on a heading", first + `\pard\s1 One\par\pard\s1 Two\par\pard\s5 Own\par`, "### Own\n"},
		{"a box to tick", first + `{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1{\*\ffname b}}}}{\fldrslt}} yes {\field{\*\fldinst FORMCHECKBOX}{\fldrslt}} no\par`, "☒ yes ☐ no\n"},
		{"a picture that is described", first + `see {\*\shppict{\pict{\*\picprop{\sp{\sn wzName}{\sv a.png}}{\sp{\sn wzDescription}{\sv A map}}}\pngblip 89504e}}{\nonshppict{\pict 01}} there\par`, "see ![A map]() there\n"},
		{"letters of a font of pictures", first + `{\f2 a}\u61538\'3f {\f2\u61538\'3f}\par`, "α\uf062 β\n"},
		{"text that stands twice", first + `{\upr{old}{\*\ud{new}}} on\par`, "\n\nnew on\n"},
		{"a reading above", first + `{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 10(\u12392?),\u26481?)}{\fldrslt}}\u20140?\par`, "東(と)京\n"},
		{"a link with its data", first + `{\field{\*\fldinst{HYPERLINK "https://example.org/"}{{\*\datafield 00d0}}}{\fldrslt{there}}}\par`, "[there](https://example.org/)\n"},
		{"a link", first + `{\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{there}}} on\par`, "[there](https://example.org/) on\n"},
		{"notes", `\pard ` + lead + `{\super\chftn}{\footnote\pard\chftn The note\par}{\footnote\ftnalt\pard At the end}{\*\atnid A}{\*\atnauthor Ann Lee}\chatn{\*\annotation Is it?}\par`, "[^1][^i][^c1]\n\n[^1]: The note\n\n[^i]: At the end\n\n[^c1]: **Comment by Ann Lee:** Is it?\n"},
		{"changes", first + `a {\revised in }{\deleted out }b\line c\par`, "a in b\\\nc\n"},
		{"a box", `\pard ` + lead + `{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard one\par two\par}}}\par`, lead + "\n\none\n\ntwo\n"},
	} {
		src, err := readAll([]byte(rtfHead+`{\header SECRET\par Page \chpgn\par}`+c.body+"}"), readRtf)
		if err != nil || !strings.Contains(string(src.Markdown), c.want) {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", c.name, err, src.Markdown, c.want)
		}
		if src.Meta.Marking != "SECRET" || len(src.Meta.Furniture) > 0 || !src.Meta.Date.IsZero() || len(src.Meta.Warnings) > 0 || len(src.Meta.More) > 0 && strings.Contains(fmt.Sprint(src.Meta.More), "Who Changed It") {
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
	f.Add("{\\s1\x13")
	f.Add("{\x1b9\\s{\\s1")
	f.Add("\\intbl x\\cell{\\listtext \x7fb\x1b 1.}y\\cell\\row{\\listtext \x7f2.}z\\par")
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 1<<14 {
			return
		}
		if src, err := readAll([]byte(rtfHead+body), readRtf); err == nil {
			sound(t, src)
		}
	})
}
