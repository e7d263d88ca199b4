package ui

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// ErrInterrupted is returned by Run where a signal ended the program.
var ErrInterrupted = errors.New("interrupted")

// Run runs the program on a terminal until it ends, whichever way, and leaves
// the terminal as it was. Paths that come from changes are told as Changed.
func Run(m tea.Model, out *os.File, changes <-chan string) error {
	p := tea.NewProgram(m, tea.WithOutput(out))
	if _, ok := m.(*linear); ok {
		p = tea.NewProgram(m, tea.WithOutput(silent{out}))
	}
	over := make(chan struct{})
	defer close(over)
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP) // Bubble Tea sees to SIGINT and SIGTERM
	defer signal.Stop(hup)
	go func() {
		for {
			select {
			case <-hup:
				p.Quit()
			case path := <-changes:
				p.Send(Changed{path})
			case <-over:
				return
			}
		}
	}()
	_, err := p.Run()
	if k, ok := m.(*Model); ok && k.opt.Looks == nil {
		_, _ = io.WriteString(out, ansi.ResetModeLightDark)
	}
	if errors.Is(err, tea.ErrInterrupted) {
		return ErrInterrupted
	}
	return err
}

// silent is a terminal on which nothing is drawn: linear mode writes to it itself,
// while Bubble Tea sees to its keys, its size and its modes.
type silent struct{ *os.File }

func (silent) Write(p []byte) (int, error) { return len(p), nil }

// WriteString is the file's own otherwise.
func (silent) WriteString(s string) (int, error) { return len(s), nil }

// aloud is a command that has the terminal itself, where the program is silent.
type aloud struct {
	tea.ExecCommand
	out io.Writer
}

func (a aloud) SetStdout(io.Writer) { a.ExecCommand.SetStdout(a.out) }
func (a aloud) SetStderr(io.Writer) { a.ExecCommand.SetStderr(a.out) }
