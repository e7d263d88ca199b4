package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestZZDump(t *testing.T) {
	raw, err := os.ReadFile(os.Getenv("DUMP"))
	if err != nil {
		t.Skip()
	}
	c, _ := os.UserCacheDir()
	r, err := Open(raw, Options{Cache: filepath.Join(c, "readout")})
	if err != nil {
		t.Fatal(err)
	}
	var n int
	fmt.Sscan(os.Getenv("PAGE"), &n)
	p, err := r.page(n)
	fmt.Println(err, p.Width, p.Height, len(p.Glyphs), len(p.Rules), len(p.Links), p.Pictures)
	var walk func(t *Tag, d int)
	walk = func(t *Tag, d int) {
		fmt.Printf("%*s%s %d %v\n", d*2, "", t.Kind, t.ID, t.Span)
		for _, k := range t.Kids {
			walk(k, d+1)
		}
	}
	for _, t := range p.Tags {
		walk(t, 0)
	}
	for _, l := range p.Links {
		fmt.Println("link", l)
	}
	s := prepare(p)
	for _, w := range s.words {
		fmt.Printf("%q tag %d base %.1f size %.1f L %.1f R %.1f raised %v glued %v bold %v art %v\n", w.text, w.tag, w.base, w.size, w.Left, w.Right, w.raised, w.glued, w.style.Bold, w.style.Artifact)
	}
	if os.Getenv("REG") != "" {
		for _, r := range regions(s.segs, s.Rules) {
			fmt.Printf("REGION L%.0f T%.0f R%.0f B%.0f cols %v cells %v segs %d\n", r.Left, r.Top, r.Right, r.Bottom, r.columns, r.cells != nil, len(r.segs))
			for _, x := range lines(r.segs) {
				fmt.Printf("    %.1f  L%.1f R%.1f z%.1f %s\n", x.base, x.Left, x.Right, x.size, x.text())
			}
		}
	}
	if os.Getenv("RULES") != "" {
		for _, x := range p.Rules {
			fmt.Println("rule", x)
		}
	}
}
