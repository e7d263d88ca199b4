// Readout is a terminal briefing reader.
//
// This file is the command line and the wiring of the rest: content says where
// briefings come from, briefing what is in them, ui how they are read.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"readout/briefing"
	"readout/content"
	"readout/content/format"
	"readout/ui"
	"readout/ui/manual"
	"readout/ui/page"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Exit statuses.
const (
	fine     = 0
	unread   = 1 // a document that cannot be read
	misused  = 2 // bad usage
	findings = 3 // check found something
)

// environment and statuses are told by --help and the man page.
var (
	environment = []manual.Term{
		{Name: "NO_COLOR", Help: "no colours, where --color does not say otherwise"},
		{Name: "CLICOLOR_FORCE", Help: "colours also where the output is no terminal"},
		{Name: "XDG_CONFIG_HOME", Help: "where readout/config.toml stands (~/.config)"},
		{Name: "VISUAL, EDITOR", Help: "the editor that a file is opened in"},
		{Name: "TERM", Help: "dumb: the page is printed, nothing is drawn"},
		{Name: "COLORFGBG", Help: "light or dark, until the terminal says so itself"},
	}
	statuses = []manual.Term{
		{Name: strconv.Itoa(fine), Help: "all went well"},
		{Name: strconv.Itoa(unread), Help: "a document could not be read"},
		{Name: strconv.Itoa(misused), Help: "bad usage"},
		{Name: strconv.Itoa(findings), Help: "check found something"},
	}
)

// status is an error that has been told already.
type status int

func (s status) Error() string { return "status " + strconv.Itoa(int(s)) }

// usage is an error of the command line.
type usage struct{ error }

// app is one run of the program.
type app struct {
	in       *os.File
	out      *os.File
	err      io.Writer
	as, date string
	width    int
	color    string
	plain    bool
	theme    string
	config   content.Config
	trouble  error // what is wrong with it
	safe     bool  // --restricted
}

func run(args []string, in, out *os.File, errs io.Writer) int {
	a := &app{in: in, out: out, err: errs}
	var err error
	if a.config, err = content.ReadConfig(); err != nil {
		a.warn(err)
	}
	cmd := a.command()
	cmd.SetArgs(args)
	cmd.SetOut(out)
	cmd.SetErr(errs)
	err = cmd.Execute()
	var s status
	var u usage
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return fine
	case errors.As(err, &s):
		return int(s)
	case errors.As(err, &u):
		fmt.Fprintf(errs, "readout: %s; try readout --help\n", oneLine(err))
		return misused
	}
	fmt.Fprintf(errs, "readout: %s\n", oneLine(err))
	return unread
}

// warn tells what is wrong with the configuration, a line each. Nothing waits for it
// to be mended: what is wrong is as if it were not there.
func (a *app) warn(err error) {
	for _, l := range strings.Split(err.Error(), "\n") {
		fmt.Fprintf(a.err, "readout: %s\n", page.Vet(l))
	}
	a.trouble = errors.Join(a.trouble, err)
}

// oneLine is an error as one line without controls: file names are input too.
func oneLine(err error) string {
	return page.Vet(strings.Join(strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\r' }), " "))
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "readout [FILE | DIR | -]... [+N | +/PATTERN] [FILE#SECTION]",
		Short: "Read briefings in the terminal: the page, and beside it when, who, how much and what about",
		Long: "Readout opens briefings and folders of them. Without an argument it opens the built-in library.\n" +
			"Where the output is no terminal it prints the page instead.",
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.ArbitraryArgs,
	}
	root.RunE = func(_ *cobra.Command, args []string) error {
		err := a.read(args)
		if err != nil && len(args) > 0 && !content.Exists(args[0]) {
			if meant := root.SuggestionsFor(args[0]); len(meant) > 0 {
				err = fmt.Errorf("%w; did you mean readout %s?", err, meant[0])
			}
		}
		return err
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		said, _, _ := strings.Cut(err.Error(), ": strconv.") // what went on inside is for nobody
		return usage{errors.New(said)}
	})
	f := root.PersistentFlags()
	f.StringVar(&a.date, "date", "", "date anchor, `YYYY-MM-DD`: the day that “last week” is counted from")
	f.StringVar(&a.as, "as", "", "read the files as `FORMAT`: "+strings.Join(format.Names(), ", "))
	f.IntVar(&a.width, "width", 0, "`N` columns of text (72)")
	f.StringVar(&a.color, "color", "auto", "colours, `WHEN`: auto, always or never")
	f.BoolVar(&a.plain, "plain", false, "in one line after the other, for screen readers: no boxes, and no colours but with --color always")
	f.StringVar(&a.theme, "theme", "", "auto, "+strings.Join(page.Themes(), ", ")+", or a Glamour style `FILE` (.json)")
	f.BoolVar(&a.safe, "restricted", false, "no shell, no editor, no opener, no network, no writes outside the state")
	one := func(use, short string, run func([]string) error) *cobra.Command {
		return &cobra.Command{Use: use, Short: short, RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage{errors.New(strings.Fields(use)[0] + ": name a file, or - for standard input")}
			}
			return run(args)
		}}
	}
	export := one("export --format FORMAT FILE...", "Write briefings with their facts: "+strings.Join(briefing.ExportNames(), ", "), nil)
	to := export.Flags().String("format", "json", "write `FORMAT`: "+strings.Join(briefing.ExportNames(), ", "))
	export.RunE = func(_ *cobra.Command, args []string) error { return a.export(*to, args) }
	root.AddCommand(
		one("show FILE...", "Print the styled page", a.show),
		one("card FILE...", "Print the cards of a pile", a.cards),
		export,
		one("check FILE...", "Ask about what does not fit: weekdays and dates, ranges, sums, one quantity with two values, one person with two roles or spellings", a.check),
		&cobra.Command{Use: "config", Short: "Print the configuration as it is without a file", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				return content.WriteConfig(a.out, page.Themes(), ui.Presets(), briefing.CardItems, ui.WriteKeys)
			}},
	)
	root.AddCommand(manual.Completion(func(err error) error { return usage{err} }), &cobra.Command{
		Use:               "man",
		Short:             "Print the manual page",
		Long:              "Prints the manual page, for man(1):\n\n  readout man > ~/.local/share/man/man1/readout.1",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage{fmt.Errorf("man: %s: there is one page only", strings.Join(args, " "))}
			}
			return manual.Write(c.OutOrStdout(), c.Root(), ui.KeyHelp(), environment, statuses)
		},
	})
	manual.Values(root, map[string][]string{
		"as": format.Names(), "color": {"auto", "always", "never"}, "theme": append([]string{"auto"}, page.Themes()...),
		"format": briefing.ExportNames(), "date": nil, "width": nil,
	}, "theme")
	root.SetUsageTemplate(root.UsageTemplate() + "{{if not .HasParent}}\n" + manual.More(environment, statuses) + "{{end}}")
	return root
}

func version() string {
	if i, ok := debug.ReadBuildInfo(); ok && i.Main.Version != "" {
		return i.Main.Version
	}
	return "devel"
}

// options is what content is told.
func (a *app) options() (content.Options, error) {
	o := content.Options{As: a.as, Restricted: a.safe}
	if a.date != "" {
		d, ok := briefing.ParseDate(a.date)
		if !ok || len(a.date) != len("2006-01-02") {
			return o, usage{fmt.Errorf("--date %s: not a date; write YYYY-MM-DD", a.date)}
		}
		o.Date = d
	}
	if a.color != "auto" && a.color != "always" && a.color != "never" {
		return o, usage{fmt.Errorf("--color %s: auto, always or never", a.color)}
	}
	if _, err := a.looks(); err != nil {
		return o, err
	}
	for _, f := range format.Names() {
		if a.as == f {
			return o, nil
		}
	}
	if a.as != "" {
		return o, usage{fmt.Errorf("--as %s: no such format; there are %s", a.as, strings.Join(format.Names(), ", "))}
	}
	return o, nil
}

// looks is the theme asked for, by flag or configuration. It is nil where the
// terminal is to be asked.
func (a *app) looks() (*page.Looks, error) {
	if a.theme != "" || a.config.Theme == "" {
		return themed(a.theme)
	}
	theme := a.config.Theme
	if path, err := content.ConfigPath(); err == nil && strings.HasSuffix(theme, ".json") && !filepath.IsAbs(theme) {
		theme = filepath.Join(filepath.Dir(path), theme) // a file beside the configuration
	}
	l, err := themed(theme)
	if err != nil {
		a.warn(a.config.At("theme", err))
		a.config.Theme = ""
	}
	return l, nil
}

// themed is a theme by its name, or of a Glamour style file.
func themed(theme string) (*page.Looks, error) {
	switch {
	case theme == "" || theme == "auto":
		return nil, nil
	case strings.HasSuffix(theme, ".json"):
		b, err := os.ReadFile(theme)
		if err != nil {
			return nil, usage{err}
		}
		l, err := page.Styled(b)
		if err != nil {
			return nil, usage{fmt.Errorf("%s: %w", theme, err)}
		}
		return l, nil
	}
	l, err := page.Theme(theme)
	if err != nil {
		return nil, usage{err}
	}
	return l, nil
}

// open begins to read one file, or standard input.
func (a *app) open(path string, o content.Options) (*content.Document, error) {
	if path == "-" {
		return content.OpenReader("-", a.in, o)
	}
	d, err := content.Open(path, o)
	if err == nil && !a.safe {
		d.Cache(content.NewCache())
	}
	return d, err
}

// text reads a file whole.
func (a *app) text(path string) (briefing.Text, error) {
	o, err := a.options()
	if err != nil {
		return briefing.Text{}, err
	}
	d, err := a.open(path, o)
	if err != nil {
		return briefing.Text{}, err
	}
	src, err := d.Read(context.Background())
	if err != nil {
		return briefing.Text{}, err
	}
	return briefing.NewText(src), nil
}

// each runs do over the files. A file that cannot be read is told, and the rest
// go on.
func (a *app) each(paths []string, do func(path string, t briefing.Text, f *briefing.Facts) error) error {
	failed := false
	for _, p := range paths {
		t, err := a.text(p)
		if errors.As(err, &usage{}) {
			return err
		}
		if err != nil {
			fmt.Fprintf(a.err, "readout: %s\n", oneLine(err))
			failed = true
			continue
		}
		if err := do(p, t, briefing.Derive(t, nil)); err != nil {
			return err
		}
	}
	if failed {
		return status(unread)
	}
	return nil
}

// print says how to print: with colours on a terminal, without any in a pipe.
func (a *app) print() ui.Print {
	p := ui.Print{Linear: a.plain, Width: cmp.Or(a.width, a.config.Width)}
	colors := a.color == "always" || a.color == "auto" && os.Getenv("NO_COLOR") == "" &&
		(term.IsTerminal(a.out.Fd()) && os.Getenv("TERM") != "dumb" || os.Getenv("CLICOLOR_FORCE") != "" && os.Getenv("CLICOLOR_FORCE") != "0")
	if colors && (!a.plain || a.color == "always") {
		if p.Looks, _ = a.looks(); p.Looks == nil {
			p.Looks = page.Dark()
			if lightBackground() {
				p.Looks = page.Light()
			}
			if colorprofile.Env(os.Environ()) == colorprofile.ANSI {
				p.Looks = page.Sixteen(!lightBackground())
			}
		}
	}
	if p.Width == 0 && term.IsTerminal(a.out.Fd()) {
		if w, _, err := term.GetSize(a.out.Fd()); err == nil && w > 0 {
			p.Width = min(w, 72)
		}
	}
	return p
}

// paper is the output, in the colours that the terminal has: a page is made for
// more of them.
func (a *app) paper() io.Writer {
	p := colorprofile.Env(os.Environ())
	if p < colorprofile.ANSI { // it was asked for all the same
		p = colorprofile.TrueColor
	}
	return &colorprofile.Writer{Forward: a.out, Profile: p}
}

func (a *app) show(paths []string) error {
	first := true
	return a.each(paths, func(_ string, t briefing.Text, f *briefing.Facts) error {
		if !first {
			fmt.Fprintln(a.out)
		}
		first = false
		return ui.Show(a.paper(), t, f, a.print())
	})
}

func (a *app) cards(paths []string) error {
	l, err := pile(paths)
	if err != nil {
		return err
	}
	first := true
	return a.each(l.Paths, func(_ string, t briefing.Text, f *briefing.Facts) error {
		if !first {
			fmt.Fprintln(a.out)
		}
		first = false
		return ui.ShowCard(a.paper(), t, f, a.print())
	})
}

func (a *app) export(to string, paths []string) error {
	for _, e := range briefing.Exports() {
		if e.Name != to {
			continue
		}
		var all []briefing.Briefing
		err := a.each(paths, func(path string, t briefing.Text, f *briefing.Facts) error {
			all = append(all, briefing.Briefing{Path: path, Text: t, Facts: f})
			return nil
		})
		if len(all) > 0 || len(paths) > 1 {
			if err := e.Write(a.out, len(paths) > 1, all...); err != nil {
				return err
			}
		}
		return err
	}
	return usage{fmt.Errorf("--format %s: no such format; there are %s", to, strings.Join(briefing.ExportNames(), ", "))}
}

func (a *app) check(paths []string) error {
	found := false
	err := a.each(paths, func(path string, t briefing.Text, f *briefing.Facts) error {
		for _, w := range t.Meta.Warnings {
			found = true
			fmt.Fprintf(a.out, "%s: %s\n", page.Vet(path), page.Vet(w))
		}
		for _, x := range briefing.Check(t.Source, f) {
			found = true
			place := fmt.Sprintf(":%d", x.Line)
			if p := t.Place(x.At.Start); p != "" {
				place = ", " + p
			}
			fmt.Fprintf(a.out, "%s%s: “%s”: %s\n", page.Vet(path), place, page.Vet(x.Words), page.Vet(x.Question))
		}
		return nil
	})
	if err == nil && found {
		return status(findings)
	}
	return err
}

// pile is the library that arguments name; without any, the built-in one.
func pile(args []string) (*content.Library, error) {
	if len(args) == 0 {
		return content.Samples(), nil
	}
	return content.OpenLibrary(args...)
}

// read opens the reader; where the output is no terminal it prints the page.
func (a *app) read(args []string) error {
	o, err := a.options()
	if err != nil {
		return err
	}
	args, start := ui.Places(args, content.Exists)
	if start != (ui.Start{}) && len(args) == 0 {
		return usage{errors.New("a place to open at, and no file")}
	}
	if !term.IsTerminal(a.out.Fd()) || os.Getenv("TERM") == "dumb" {
		return a.readPlain(args)
	}
	if info, err := a.in.Stat(); len(args) == 0 && err == nil && (info.Mode()&os.ModeNamedPipe != 0 || info.Mode().IsRegular()) {
		args = []string{"-"} // something is piped in
	}
	if len(args) == 0 && a.config.Library != "" {
		args = []string{a.config.Library}
	}
	looks, _ := a.looks()
	if looks == nil && (os.Getenv("NO_COLOR") != "" || a.color == "never") {
		looks = page.Mono()
	}
	if a.plain && a.color != "always" {
		looks = page.Mono()
	}
	keys := a.keys()
	opt := ui.Options{Today: today(), Looks: looks, Light: lightBackground(), Keys: keys, Width: cmp.Or(a.width, a.config.Width), Files: args, Start: start}
	if a.plain {
		opt.Linear = a.out
	}
	if a.trouble != nil {
		path, _ := content.ConfigPath()
		first, more, _ := strings.Cut(a.trouble.Error(), "\n")
		opt.Note = strings.Replace(page.Vet(first), path, filepath.Base(path), 1)
		if more != "" {
			opt.Note += fmt.Sprintf(" (%d more)", 1+strings.Count(more, "\n"))
		}
	}
	if a.config.Card != nil {
		opt.Card = *a.config.Card
	}
	o.Behind = true
	opt.Open = func(path string) (ui.Document, error) { return a.open(path, o) }
	watcher := content.NewWatcher()
	opt.Watch = watcher.Look
	if !a.safe {
		opt.Browse = content.Browse
		opt.Edit = func(path string, text briefing.Source, at briefing.Pos) (tea.ExecCommand, string, error) {
			return content.Edit(path, text, at)
		}
	}
	if len(args) == 0 || slices.ContainsFunc(args, isPile) {
		opt.Files, opt.Name = nil, cmp.Or(strings.Join(args, ", "), "The built-in library")
		opt.Library = func() (ui.Shelf, error) {
			l, err := pile(args)
			if err != nil {
				return ui.Shelf{}, err
			}
			if !a.safe {
				l.Cache = content.NewCache()
			}
			return ui.Shelf{Paths: l.Paths, Notes: l.Notes, Entry: func(path string) ui.Entry {
				e := l.Entry(path, o)
				return ui.Entry{Path: e.Path, Title: e.Title, Marking: e.Marking, Date: e.Date, Minutes: e.Minutes, About: e.About, Err: e.Err}
			}}, nil
		}
		if len(args) == 0 {
			opt.Open = func(path string) (ui.Document, error) { return content.Samples().Open(path, o) }
		}
	}
	m, err := ui.New(opt)
	if err != nil {
		return err
	}
	if err = ui.Run(m.Program(), a.out, watcher.Changes); err == nil {
		err = m.Err()
	}
	if errors.Is(err, ui.ErrInterrupted) {
		return status(130)
	}
	return err
}

// keys is the key map with what the configuration changes in it; a change that does
// not go is told and left out.
func (a *app) keys() ui.KeyMap {
	preset, own := a.config.Preset, a.config.KeysOf()
	for {
		keys, err := ui.Keys(preset, own)
		if err == nil {
			return keys
		}
		wrong := ui.Wrong(err)
		a.warn(a.config.At(wrong, err))
		if _, ok := own[wrong]; ok {
			delete(own, wrong)
		} else if preset != "" {
			preset = ""
		} else {
			return nil
		}
	}
}

// readPlain prints what would be read: the page, or the list of a library, newest
// first.
func (a *app) readPlain(args []string) error {
	l, err := pile(args)
	if err != nil {
		return err
	}
	if len(args) > 0 && !slices.ContainsFunc(args, isPile) {
		return a.show(l.Paths)
	}
	if len(l.Paths) == 0 {
		return fmt.Errorf("%s: no briefings in it", strings.Join(args, ", "))
	}
	o, err := a.options()
	if err != nil {
		return err
	}
	var all []content.Entry
	l.List(o, func(e content.Entry) bool {
		all = append(all, e)
		return true
	})
	slices.SortStableFunc(all, func(x, y content.Entry) int { return y.Date.Days() - x.Date.Days() })
	for _, e := range all {
		row := fmt.Sprintf("%-10s  %s", e.Date, page.Vet(cmp.Or(e.Title, e.Path)))
		if len(args) > 0 && e.Title != "" {
			row += "  " + page.Vet(e.Path)
		}
		if _, err := fmt.Fprintln(a.out, row); err != nil {
			return err
		}
	}
	return nil
}

// isPile reports whether a path is a library: a folder, or a file of mails.
func isPile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && (info.IsDir() || info.Mode().IsRegular() && content.IsBox(path))
}

// lightBackground is what the environment says of the terminal before it answers
// for itself: rxvt and its kin set COLORFGBG to “foreground;background”.
func lightBackground() bool {
	v := os.Getenv("COLORFGBG")
	n, err := strconv.Atoi(v[strings.LastIndexByte(v, ';')+1:])
	return err == nil && (n == 7 || n > 8)
}

func today() briefing.Date {
	t := time.Now()
	return briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
