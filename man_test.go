package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"readout/ui"
)

// manual is the page as a reader of roff sees it: lines without font changes,
// escapes resolved.
func manual(t *testing.T) []string {
	t.Helper()
	var b bytes.Buffer
	if err := writeMan(&b, (&app{}).command(), ui.KeyHelp()); err != nil {
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
	page := manual(t)
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
	page := manual(t)
	root := (&app{}).command()
	commands, flags := 0, 0
	for _, c := range append([]*cobra.Command{root}, commandsOf(root)...) {
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
