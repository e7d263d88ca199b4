package content

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"

	"readout/briefing"
	"readout/content/format"
)

// Editing is an editor on the reader's terminal.
type Editing struct {
	*exec.Cmd
	copied string // the folder with what it shows, if that is a copy
}

// SetStdin, SetStdout and SetStderr give the editor the terminal.
func (e Editing) SetStdin(r io.Reader)  { e.Stdin = r }
func (e Editing) SetStdout(w io.Writer) { e.Stdout = w }
func (e Editing) SetStderr(w io.Writer) { e.Stderr = w }

// Run runs the editor, and then takes away what was made for it.
func (e Editing) Run() error {
	if e.copied != "" {
		defer os.RemoveAll(e.copied)
	}
	return e.Cmd.Run()
}

// Edit opens the file of a document in $VISUAL or $EDITOR, which may have arguments
// of its own, at the line that a place came from; a part of a mail in its mail. The
// name of the file is an argument, never a word of the shell.
//
// A file that is no text (a Word document, a PDF, an e-book), or that is none on
// disk, no editor shows: then it is a copy of what was read of it, in Markdown, with
// its marking, that nobody can write to and that is gone afterwards. The note says so.
func Edit(path string, src briefing.Source, at briefing.Pos) (e Editing, note string, err error) {
	file := path
	if _, err := os.Stat(file); err != nil {
		file, _ = partOf(path)
	}
	line := max(src.Origin.Line(src.Markdown, at), 1)
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || !format.IsText(src.Meta.Format) {
		if e.copied, line, err = copyOf(path, src, at); err != nil {
			return e, "", err
		}
		file = filepath.Join(e.copied, copyName(path))
		note = "that was a copy of the text; nothing goes back to " + filepath.Base(path)
	}
	if runtime.GOOS == "windows" {
		e.Cmd = exec.Command(cmp.Or(os.Getenv("EDITOR"), "notepad"), file)
		return e, note, nil
	}
	editor := cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), "vi")
	e.Cmd = exec.Command("sh", "-c", editor+` "$@"`, "sh", "+"+strconv.Itoa(line), file)
	return e, note, nil
}

// copyOf writes what was read of a document to a file in a folder of its own, and
// tells the line of a place in it.
func copyOf(path string, src briefing.Source, at briefing.Pos) (dir string, line int, err error) {
	var b bytes.Buffer
	if err := briefing.WriteMarkdown(&b, briefing.Briefing{Path: path, Text: briefing.Text{Source: src}}); err != nil {
		return "", 0, err
	}
	before := bytes.LastIndex(b.Bytes(), src.Markdown)
	line = 1 + bytes.Count(b.Bytes()[:max(before, 0)+int(at)], []byte{'\n'})
	if dir, err = os.MkdirTemp("", "readout-"); err != nil {
		return "", 0, err
	}
	if err = os.WriteFile(filepath.Join(dir, copyName(path)), b.Bytes(), 0o400); err != nil {
		os.RemoveAll(dir)
	}
	return dir, line, err
}

func copyName(path string) string {
	name := filepath.Base(path)
	if name == "-" || name == "." || name == string(filepath.Separator) {
		name = "standard input"
	}
	return name + ".md"
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
