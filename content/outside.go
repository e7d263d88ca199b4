package content

import (
	"cmp"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
)

// Editing is an editor on the reader's terminal.
type Editing struct{ *exec.Cmd }

// SetStdin, SetStdout and SetStderr give the editor the terminal.
func (e Editing) SetStdin(r io.Reader)  { e.Stdin = r }
func (e Editing) SetStdout(w io.Writer) { e.Stdout = w }
func (e Editing) SetStderr(w io.Writer) { e.Stderr = w }

// Edit opens a file in $VISUAL or $EDITOR, which may have arguments of its own,
// at a line; a part of a mail is edited in its mail. The name of the file is an argument, never a word of the shell.
func Edit(path string, line int) (Editing, error) {
	if _, err := os.Stat(path); err != nil {
		path, _ = partOf(path)
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return Editing{}, errors.New("there is no file to edit")
	}
	if runtime.GOOS == "windows" {
		return Editing{exec.Command(cmp.Or(os.Getenv("EDITOR"), "notepad"), path)}, nil
	}
	editor := cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), "vi")
	return Editing{exec.Command("sh", "-c", editor+` "$@"`, "sh", "+"+strconv.Itoa(line), path)}, nil
}

// Browse hands an address to the system's opener, as one argument. Who calls it
// has seen to it that it is http, https or mailto.
func Browse(address string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		cmd = exec.Command("open", address)
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}
