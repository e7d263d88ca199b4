package manual

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"readout/ui"
)

// A Term is a word of the command line with what is said of it: an environment
// variable, an exit status.
type Term struct{ Name, Help string }

// More is what --help says below the usage of the program itself.
func More(environment, statuses []Term) string {
	var b strings.Builder
	list := func(title string, terms []Term) {
		b.WriteString(title + "\n")
		for _, t := range terms {
			fmt.Fprintf(&b, "  %-15s %s\n", t.Name, t.Help)
		}
	}
	list("Environment:", environment)
	b.WriteByte('\n')
	list("Status:", statuses)
	return b.String()
}

// Write writes the manual page (roff, man(7)) of a command and those below it,
// with the keys of the reader. All of it comes from what --help and ? show.
func Write(w io.Writer, root *cobra.Command, keys []ui.KeyRow, environment, statuses []Term) error {
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	var r roff
	r.line(`.TH READOUT 1 "" "readout `+roffText(root.Version)+`" "User Commands"`, ".SH NAME")
	r.text("readout - " + root.Short)
	r.line(".SH SYNOPSIS")
	r.bold(root.UseLine())
	shown := Commands(root)
	for _, c := range shown {
		r.line(".br")
		r.bold(c.CommandPath() + strings.TrimPrefix(c.Use, c.Name()))
	}
	r.line(".SH DESCRIPTION")
	for p := range strings.SplitSeq(root.Long, "\n") {
		r.text(p)
	}
	r.line(".SH COMMANDS")
	for _, c := range shown {
		r.term(c.CommandPath()+strings.TrimPrefix(c.Use, c.Name()), c.Short)
		own := pflag.NewFlagSet(c.Name(), pflag.ContinueOnError)
		c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" { // every command has it
				own.AddFlag(f)
			}
		})
		if own.HasAvailableFlags() {
			r.line(".RS")
			r.flags(own)
			r.line(".RE")
		}
	}
	r.line(".SH OPTIONS")
	r.flags(root.Flags())
	r.line(".SH KEYS")
	r.text("Counts work: 5j, 12G, 50%. ~ before a date: chosen by a rule that can be wrong.")
	in := ""
	for _, k := range byPlace(keys) {
		if p := strings.Join(k.In, ", "); p != in {
			in = p
			r.line(".SS")
			r.text("In the " + in)
		}
		r.term(strings.Join(k.Keys, " "), k.Help+" ("+k.Action+")")
	}
	r.line(".SH ENVIRONMENT")
	for _, e := range environment {
		r.term(e.Name, e.Help)
	}
	r.line(".SH EXIT STATUS")
	for _, s := range statuses {
		r.term(s.Name, s.Help)
	}
	_, err := io.WriteString(w, r.String())
	return err
}

// Commands are the commands below root that help shows.
func Commands(root *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			out = append(out, c)
		}
	}
	return out
}

// byPlace puts the rows that work in the same places together, in the order in
// which the places come up.
func byPlace(keys []ui.KeyRow) []ui.KeyRow {
	var order []string
	of := map[string][]ui.KeyRow{}
	for _, k := range keys {
		p := strings.Join(k.In, ", ")
		if of[p] == nil {
			order = append(order, p)
		}
		of[p] = append(of[p], k)
	}
	var out []ui.KeyRow
	for _, p := range order {
		out = append(out, of[p]...)
	}
	return out
}

// roff is a manual page being written.
type roff struct{ strings.Builder }

func (r *roff) line(lines ...string) {
	for _, l := range lines {
		r.WriteString(l + "\n")
	}
}

// text writes words as a line that is no request.
func (r *roff) text(s string) { r.line(roffText(s)) }

func (r *roff) bold(s string) { r.line(`\fB` + roffText(s) + `\fR`) }

// term writes a word and what is said of it.
func (r *roff) term(term, help string) {
	r.line(".TP")
	r.bold(term)
	r.text(help)
}

func (r *roff) flags(set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, help := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value != "" {
			name += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			help += " (default " + f.DefValue + ")"
		}
		r.term(name, help)
	})
}

// roffText escapes words: backslashes, hyphens (which a pager would turn into
// dashes), a full stop or apostrophe that would begin a request, and what is not ASCII.
func roffText(s string) string {
	var b strings.Builder
	for i, c := range s {
		switch {
		case i == 0 && (c == '.' || c == '\''):
			b.WriteString(`\&`)
			if c == '\'' {
				b.WriteString(`\(aq`)
			} else {
				b.WriteRune(c)
			}
		case c == '\\':
			b.WriteString(`\e`)
		case c == '-':
			b.WriteString(`\-`)
		case c == '\'':
			b.WriteString(`\(aq`)
		case c == '`':
			b.WriteString(`\(ga`)
		case c == '^':
			b.WriteString(`\(ha`)
		case c == '~':
			b.WriteString(`\(ti`)
		case c == '"':
			b.WriteString(`\(dq`)
		case c > '~':
			fmt.Fprintf(&b, `\[u%04X]`, c)
		case c >= ' ':
			b.WriteRune(c)
		}
	}
	return b.String()
}
