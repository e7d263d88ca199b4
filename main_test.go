package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/net/html"

	"readout/briefing"
	"readout/content"
	"readout/ui"
	"readout/ui/manual"
)

// TestMain lets scripts run the test binary as readout.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"readout": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}

// manPage is the page as a reader of roff sees it: lines without font changes,
// escapes resolved.
func manPage(t *testing.T) []string {
	t.Helper()
	var b bytes.Buffer
	if err := manual.Write(&b, (&app{}).command(), ui.KeyHelp(), environment, statuses); err != nil {
		t.Fatal(err)
	}
	var out []string
	uni := regexp.MustCompile(`\\\[u([0-9A-F]{4,6})\]`)
	for line := range strings.Lines(b.String()) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			switch name, _, _ := strings.Cut(line, " "); name {
			case ".TH", ".SH", ".SS", ".TP", ".br", ".RS", ".RE":
			default:
				t.Errorf("words became a request: %q", line)
			}
		}
		line = uni.ReplaceAllStringFunc(line, func(s string) string {
			n := 0
			for _, c := range uni.FindStringSubmatch(s)[1] {
				n = n*16 + strings.IndexRune("0123456789ABCDEF", c)
			}
			return string(rune(n))
		})
		line = strings.NewReplacer(`\fB`, "", `\fR`, "", `\&`, "", `\(aq`, "'", `\(ga`, "`", `\(ha`, "^", `\(ti`, "~", `\(dq`, `"`, `\-`, "-", `\e`, `\`).Replace(line)
		out = append(out, line)
	}
	return out
}

// told reports whether the page says help of term.
func told(page []string, term, help string) bool {
	for i, l := range page {
		if l == ".TP" && i+2 < len(page) && page[i+1] == term && strings.HasPrefix(page[i+2], help) {
			return true
		}
	}
	return false
}

// Every action of the key map, with every key, is in the man page and in the README.
func TestManualAndReadmeTellEveryKey(t *testing.T) {
	page := manPage(t)
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, keys, _ := strings.Cut(string(readme), "### Keys")
	keys, _, _ = strings.Cut(keys, "\n## ")
	rows := ui.KeyHelp()
	if len(rows) < 40 {
		t.Fatalf("only %d rows", len(rows))
	}
	for _, r := range rows {
		if !told(page, strings.Join(r.Keys, " "), r.Help+" ("+r.Action+")") {
			t.Errorf("the man page lacks %s, %q", r.Action, r.Help)
		}
		for _, k := range r.Keys {
			if !strings.Contains(keys, "`"+k+"`") {
				t.Errorf("the README lacks the key %s of %s", k, r.Action)
			}
		}
	}
}

// Every command and flag of --help is in the man page.
func TestManualTellsEveryFlag(t *testing.T) {
	page := manPage(t)
	root := (&app{}).command()
	commands, flags := 0, 0
	for _, c := range append([]*cobra.Command{root}, manual.Commands(root)...) {
		if c != root {
			commands++
			if !told(page, c.CommandPath()+strings.TrimPrefix(c.Use, c.Name()), c.Short) {
				t.Errorf("the command %s is missing", c.Name())
			}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			flags++
			value, help := pflag.UnquoteUsage(f)
			if !told(page, strings.TrimSpace("--"+f.Name+" "+value), help) {
				t.Errorf("the flag %s of %s is missing", f.Name, c.Name())
			}
		})
	}
	if commands < 6 || flags < 8 {
		t.Errorf("%d commands and %d flags", commands, flags)
	}
}

// Every briefing of the built-in library, and of the samples beside the project
// where they are, goes through every export and is read back by a reader of the
// format that is not ours.
func TestExportsOfTheLibrary(t *testing.T) {
	built := content.Samples()
	n := 0
	for _, p := range built.Paths {
		d, err := built.Open(p, content.Options{})
		if err != nil {
			t.Fatal(err)
		}
		readBack(t, p, d)
		n++
	}
	if n < 9 {
		t.Fatalf("only %d briefings", n)
	}
	for _, pattern := range []string{"news/*.txt", "markdown/*.md", "*.txt"} {
		files, _ := filepath.Glob(filepath.Join("..", "shared", "samples", pattern))
		for i, p := range files {
			if testing.Short() && i%10 > 0 {
				continue
			}
			d, err := content.Open(p, content.Options{})
			if err != nil {
				t.Errorf("%v", err)
				continue
			}
			readBack(t, p, d)
		}
	}
}

func readBack(t *testing.T, path string, d *content.Document) {
	t.Helper()
	src, err := d.Read(context.Background())
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	text := briefing.NewText(src)
	b := briefing.Briefing{Path: path, Text: text, Facts: briefing.Derive(text, nil)}

	var page bytes.Buffer
	if err := briefing.WriteHTML(&page, b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]int{}, []string{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				ids[a.Val]++
			case "href":
				links = append(links, a.Val)
			}
		}
		if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "img") {
			t.Errorf("%s: an element %s", path, n.Data)
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: %d elements have the id %s", path, n, id)
		}
	}
	for _, l := range links {
		if id, ok := strings.CutPrefix(l, "#"); ok && ids[id] == 0 {
			t.Errorf("%s: a link to %s, which is not there", path, l)
		}
	}

	var calendar bytes.Buffer
	if err := briefing.WriteICS(&calendar, b); err != nil {
		t.Fatal(err)
	}
	begun := bytes.Count(calendar.Bytes(), []byte("\r\nBEGIN:VEVENT\r\n"))
	c, err := ics.ParseCalendar(&calendar)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if got := len(c.Events()); got != begun {
		t.Errorf("%s: %d events, want %d", path, got, begun)
	}
	for _, e := range c.Events() {
		from, to := e.GetProperty(ics.ComponentPropertyDtStart), e.GetProperty(ics.ComponentPropertyDtEnd)
		if from == nil || to != nil && to.Value <= from.Value || e.GetProperty(ics.ComponentPropertySummary).Value == "" {
			t.Errorf("%s: event %+v", path, e)
		}
	}

	var table bytes.Buffer
	if err := briefing.WriteCSV(&table, b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	f := b.Facts
	want := 1 + len(f.Timeline) + len(f.People) + len(f.Organisations) + len(f.Places) + len(f.Sources) + len(f.Numbers) + len(f.Issues) + len(f.Unexplained)
	if len(rows) != want {
		t.Errorf("%s: %d rows, want %d", path, len(rows), want)
	}
	for i, r := range rows[1:] {
		if r[9] != "" && r[10] == "" {
			t.Errorf("%s: row %d has no sentence: %q", path, i, r)
		}
	}
}

// What is exported of one briefing twice is the same, byte for byte.
func TestExportsAreStable(t *testing.T) {
	script := func(to string) string {
		out, err := os.Create(filepath.Join(t.TempDir(), "out"))
		if err != nil {
			t.Fatal(err)
		}
		defer out.Close()
		if status := run([]string{"export", "--format", to, "content/samples/haiti-sitrep.md", "content/samples/week-ahead.md"}, os.Stdin, out, os.Stderr); status != fine {
			t.Fatalf("status %d", status)
		}
		b, _ := os.ReadFile(out.Name())
		return string(b)
	}
	for _, e := range briefing.Exports() {
		if a := script(e.Name); a != script(e.Name) || a == "" {
			t.Errorf("two runs of %s differ", e.Name)
		}
	}
}

// What is converted is kept in the user's cache, and under --restricted nowhere.
func TestRestrictedKeepsNothing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "cache"))
	page := filepath.Join(dir, "x.html")
	if err := os.WriteFile(page, []byte("<title>Talks</title>"+strings.Repeat("<p>Words of a page that is worth keeping.", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(dir, "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	for _, c := range []struct {
		flags []string
		kept  int
	}{{[]string{"--restricted"}, 0}, {nil, 1}, {nil, 1}} {
		if got := run(append(c.flags, "show", page), os.Stdin, out, io.Discard); got != fine {
			t.Fatalf("status %d", got)
		}
		files, _ := filepath.Glob(filepath.Join(dir, "cache", "readout", "*", "*"))
		if len(files) != c.kept {
			t.Errorf("%v: %q is kept", c.flags, files)
		}
	}
}
