package manual

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
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

// Completion is the command that prints what makes a shell complete the others.
// Misused makes an error of its usage.
func Completion(misused func(error) error) *cobra.Command {
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
			return misused(fmt.Errorf("completion: name a shell: %s", strings.Join(names, ", ")))
		},
	}
	return completion
}

// Values says what the values of flags are; those of files also name files. What
// it does not name completes files.
func Values(root *cobra.Command, values map[string][]string, files ...string) {
	root.ValidArgsFunction = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault // files, beside the commands
	}
	for _, c := range slices.Concat([]*cobra.Command{root}, root.Commands()) {
		for flag, of := range values {
			also := cobra.ShellCompDirectiveNoFileComp
			if slices.Contains(files, flag) {
				also = cobra.ShellCompDirectiveDefault
			}
			if c.Flag(flag) != nil && (c == root || c.LocalNonPersistentFlags().Lookup(flag) != nil) {
				_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(of, also))
			}
		}
	}
}
