package ui

import (
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// ErrInterrupted is returned by Run where a signal ended the program.
var ErrInterrupted = errors.New("interrupted")

// Run runs the program on a terminal until it ends, whichever way, and leaves
// the terminal as it was. Paths that come from changes are told as Changed.
func Run(m tea.Model, out *os.File, changes <-chan string) error {
	p := tea.NewProgram(m, tea.WithOutput(out))
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
	if errors.Is(err, tea.ErrInterrupted) {
		return ErrInterrupted
	}
	return err
}
