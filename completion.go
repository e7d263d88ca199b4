package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/content/format"
	"readout/ui"
	"readout/ui/page"
)

// shells are those that completion is written for, by cobra from the same commands
// and flags that --help shows.
var shells = []struct {
	name, use string
	write     func(root *cobra.Command) error
}{
	{"bash", "source <(readout completion bash)", func(root *cobra.Command) error { return root.GenBashCompletionV2(root.OutOrStdout(), true) }},
	{"zsh", "readout completion zsh > \"${fpath[1]}/_readout\"", func(root *cobra.Command) error { return root.GenZshCompletion(root.OutOrStdout()) }},
	{"fish", "readout completion fish > ~/.config/fish/completions/readout.fish", func(root *cobra.Command) error { return root.GenFishCompletion(root.OutOrStdout(), true) }},
}

// forShell are the commands that tell the system of readout: completion and the
// man page.
func forShell() []*cobra.Command {
	var names, uses []string
	for _, s := range shells {
		names = append(names, s.name)
		uses = append(uses, "  "+s.use)
	}
	completion := &cobra.Command{
		Use:       "completion SHELL",
		Short:     "Print what makes a shell complete commands and flags: " + strings.Join(names, ", "),
		Long:      "Prints what makes a shell complete commands, flags and their values (bash needs the package bash-completion):\n\n" + strings.Join(uses, "\n"),
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			for _, s := range shells {
				if len(args) == 1 && args[0] == s.name {
					return s.write(c.Root())
				}
			}
			return usage{fmt.Errorf("completion: name a shell: %s", strings.Join(names, ", "))}
		},
	}
	man := &cobra.Command{
		Use:               "man",
		Short:             "Print the manual page",
		Long:              "Prints the manual page, for man(1):\n\n  readout man > ~/.local/share/man/man1/readout.1",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage{fmt.Errorf("man: %s: there is one page only", strings.Join(args, " "))}
			}
			return writeMan(c.OutOrStdout(), c.Root(), ui.KeyHelp())
		},
	}
	return []*cobra.Command{completion, man}
}

// complete says what the values of flags are. What it does not name completes files.
func complete(root *cobra.Command) {
	values := map[string][]string{
		"as": format.Names(), "color": {"auto", "always", "never"}, "theme": append([]string{"auto"}, page.Themes()...),
		"format": exportNames(), "date": nil, "width": nil,
	}
	root.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault // files, beside the commands
	}
	for _, c := range slices.Concat([]*cobra.Command{root}, root.Commands()) {
		for flag, of := range values {
			files := cobra.ShellCompDirectiveNoFileComp
			if flag == "theme" { // also a style file
				files = cobra.ShellCompDirectiveDefault
			}
			if c.Flag(flag) != nil && (c == root || c.LocalNonPersistentFlags().Lookup(flag) != nil) {
				_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(of, files))
			}
		}
	}
}
