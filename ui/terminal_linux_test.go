package ui

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/sys/unix"
)

// A terminal runs the program on a pseudo-terminal and keeps what a real one
// would show.
type terminal struct {
	t       *testing.T
	ptm     *os.File
	tty     *os.File
	cmd     *exec.Cmd
	emu     *vt.SafeEmulator
	exit    chan error
	mu      sync.Mutex
	written atomic.Int64       // bytes
	copied  io.Writer          // what is written, too
	modes   map[ansi.Mode]bool // the modes that are set and were not at the start
}

// tee keeps what the program writes.
func (x *terminal) tee(w io.Writer) {
	x.mu.Lock()
	x.copied = w
	x.mu.Unlock()
}

func (x *terminal) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.copied != nil {
		return x.copied.Write(p)
	}
	return len(p), nil
}

type counting struct{ n *atomic.Int64 }

func (c counting) Write(p []byte) (int, error) {
	c.n.Add(int64(len(p)))
	return len(p), nil
}

const before = "what stood on the screen before\r\n"

// runIn starts argv on a terminal of w×h.
func runIn(t *testing.T, w, h int, env []string, argv ...string) *terminal {
	t.Helper()
	ptm, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals: ", err)
	}
	n, err := unix.IoctlGetInt(int(ptm.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(ptm.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	tty, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals: ", err)
	}
	x := &terminal{t: t, ptm: ptm, tty: tty, emu: vt.NewSafeEmulator(w, h), exit: make(chan error, 1), modes: map[ansi.Mode]bool{}}
	x.emu.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { x.mode(m, true) },
		DisableMode: func(m ansi.Mode) { x.mode(m, false) },
	})
	x.size(w, h)
	_, _ = x.emu.Write([]byte(before))
	x.cmd = exec.Command(argv[0], argv[1:]...)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = tty, tty, tty
	x.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color"), env...)
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	go func() { _, _ = io.Copy(io.MultiWriter(x.emu, counting{&x.written}, x), ptm) }()
	go func() { _, _ = io.Copy(ptm, x.emu) }() // what a terminal answers
	return x
}

func (x *terminal) start() *terminal {
	x.t.Helper()
	if err := x.cmd.Start(); err != nil {
		x.t.Fatal(err)
	}
	go func() { x.exit <- x.cmd.Wait() }()
	x.t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		x.tty.Close()
		x.ptm.Close()
	})
	return x
}

// mode notes what is switched on; 2026 is a frame being drawn, 25 the cursor.
func (x *terminal) mode(m ansi.Mode, on bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if m == ansi.DECMode(25) {
		on = !on // visible is the usual
	}
	if on {
		x.modes[m] = true
	} else {
		delete(x.modes, m)
	}
}

func (x *terminal) size(w, h int) {
	_ = unix.IoctlSetWinsize(int(x.ptm.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(h), Col: uint16(w)})
}

func (x *terminal) termios() string {
	t, err := unix.IoctlGetTermios(int(x.tty.Fd()), unix.TCGETS)
	if err != nil {
		x.t.Fatal(err)
	}
	return fmt.Sprintf("%x %x %x %x %v", t.Iflag, t.Oflag, t.Cflag, t.Lflag, t.Cc)
}

// sees waits until the screen shows words.
func (x *terminal) sees(words string) *terminal {
	x.t.Helper()
	x.wait(fmt.Sprintf("%q on the screen", words), func() bool { return strings.Contains(ansi.Strip(x.emu.Render()), words) })
	return x
}

func (x *terminal) wait(what string, done func() bool) {
	x.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if done() {
			return
		}
	}
	x.t.Fatalf("no %s:\n%s", what, ansi.Strip(x.emu.Render()))
}

func (x *terminal) types(s string) *terminal {
	x.t.Helper()
	if _, err := x.ptm.WriteString(s); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// ended waits for the program to end, and holds what it left against what it
// found.
func (x *terminal) ended(termios string) {
	x.t.Helper()
	select {
	case <-x.exit:
	case <-time.After(20 * time.Second):
		x.t.Fatalf("it does not end:\n%s", ansi.Strip(x.emu.Render()))
	}
	x.clean(termios)
}

func (x *terminal) clean(termios string) {
	x.t.Helper()
	if got := x.termios(); got != termios {
		x.t.Errorf("stty was\n%s and is\n%s", termios, got)
	}
	x.wait("old screen", func() bool { return strings.Contains(x.emu.Render(), strings.TrimSpace(before)) })
	x.mu.Lock()
	defer x.mu.Unlock()
	for m := range x.modes {
		x.t.Errorf("mode %v is still set", m)
	}
}

// binary builds readout, once.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "readout")
	if err != nil {
		return "", err
	}
	p := filepath.Join(dir, "readout")
	cmd := exec.Command("go", "build", "-o", p, "readout")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return p, nil
})

func readout(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program")
	}
	p, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestMain lets the test binary be a program whose command panics.
func TestMain(m *testing.M) {
	if os.Getenv("READOUT_TEST") == "panic" {
		if Run(panics{}, os.Stdout, nil) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	if p, err := binary(); err == nil && !testing.Short() {
		_ = os.RemoveAll(filepath.Dir(p))
	}
	os.Exit(code)
}

func briefingFile(t *testing.T) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), "b.md")
	if err := os.WriteFile(p, []byte("# A title to see\n\nFirst words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestLeaving: whichever way the program ends, the terminal is as it was.
func TestLeaving(t *testing.T) {
	ways := map[string]func(x *terminal){
		"q":       func(x *terminal) { x.types("q") },
		"ctrl-c":  func(x *terminal) { x.types("\x03") },
		"SIGTERM": func(x *terminal) { _ = x.cmd.Process.Signal(syscall.SIGTERM) },
		"SIGHUP":  func(x *terminal) { _ = x.cmd.Process.Signal(syscall.SIGHUP) },
		"SIGINT":  func(x *terminal) { _ = x.cmd.Process.Signal(syscall.SIGINT) },
	}
	for name, leave := range ways {
		t.Run(name, func(t *testing.T) {
			x := runIn(t, 80, 24, nil, readout(t), briefingFile(t))
			was := x.termios()
			x.start().sees("First words")
			leave(x)
			x.ended(was)
		})
	}
	t.Run("panic in a command", func(t *testing.T) {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		x := runIn(t, 80, 80, []string{"READOUT_TEST=panic"}, self) // the trace is long
		was := x.termios()
		x.start().ended(was)
	})
	t.Run("ctrl-z and back", func(t *testing.T) {
		sh, err := exec.LookPath("bash")
		if err != nil {
			t.Skip("no shell with job control")
		}
		x := runIn(t, 80, 24, nil, sh, "--norc", "-c", `set -m; "$0" "$1"; echo stopped; read x; fg; echo over`, readout(t), briefingFile(t))
		was := x.termios()
		x.start().sees("First words").types("\x1a").sees("stopped")
		x.clean(was)
		x.types("\n").sees("First words").types("q").sees("over")
		x.ended(was)
	})
}

// TestStorm: any size, any number of resizes: nothing hangs.
func TestStorm(t *testing.T) {
	x := runIn(t, 80, 24, nil, readout(t), briefingFile(t))
	was := x.termios()
	x.start().sees("First words")
	for i := range 200 {
		x.size(i*37%501, i*17%201)
	}
	x.size(0, 0)
	x.size(80, 24)
	x.types("T").sees("Timeline").types("q").types("q")
	x.ended(was)
}

func TestDumbTerminalPrints(t *testing.T) {
	x := runIn(t, 80, 24, []string{"TERM=dumb"}, readout(t), briefingFile(t))
	was := x.termios()
	x.start().sees("First words")
	x.ended(was)
}

// TestKeysFromTheTerminal: with the document on standard input, keys come from
// the terminal.
func TestKeysFromTheTerminal(t *testing.T) {
	x := runIn(t, 80, 24, nil, "sh", "-c", `printf 'Words from a pipe.\n' | "$0" -`, readout(t))
	was := x.termios()
	x.start().sees("Words from a pipe").types("q")
	x.ended(was)
}

// panics is a model whose first command panics.
type panics struct{}

func (panics) Init() tea.Cmd { return func() tea.Msg { panic("in a command") } }

func (p panics) Update(tea.Msg) (tea.Model, tea.Cmd) { return p, nil }

func (panics) View() tea.View {
	v := tea.NewView("about to panic")
	v.AltScreen = true
	return v
}

// TestReload: a file that is written while it is open is shown anew.
func TestReload(t *testing.T) {
	f := briefingFile(t)
	x := runIn(t, 80, 24, nil, readout(t), f)
	was := x.termios()
	x.start().sees("First words")
	if err := os.WriteFile(f, []byte("# A title to see\n\nOther words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	x.sees("Other words").types("q")
	x.ended(was)
}

// TestEditor: v opens the editor at the line of the file.
func TestEditor(t *testing.T) {
	f := briefingFile(t)
	x := runIn(t, 80, 24, []string{"VISUAL=", "EDITOR=sh -c 'echo \"$0 $*\" >> \"$OUT\"'", "OUT=" + f + ".args"}, readout(t), f)
	was := x.termios()
	x.start().sees("First words").types("v").sees("First words")
	x.wait("arguments", func() bool { b, _ := os.ReadFile(f + ".args"); return strings.Contains(string(b), "+3 "+f) })
	x.types("q")
	x.ended(was)
}

// TestIdle: who only looks makes the program write nothing.
func TestIdle(t *testing.T) {
	x := runIn(t, 80, 24, nil, readout(t), briefingFile(t))
	was := x.termios()
	x.start().sees("First words")
	time.Sleep(500 * time.Millisecond)
	n := x.written.Load()
	time.Sleep(10 * time.Second)
	if m := x.written.Load(); m != n {
		t.Errorf("%d bytes were written in ten idle seconds", m-n)
	}
	x.types("q")
	x.ended(was)
}

// TestLinearOnATerminal: --plain reads from the terminal's keys, writes no escape
// at all and leaves the terminal as it was.
func TestLinearOnATerminal(t *testing.T) {
	f := briefingFile(t)
	if err := os.WriteFile(f, []byte("# A title to see\n\nFirst words.\n\n## Second part\n\nOther words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	x := runIn(t, 80, 24, nil, readout(t), "--plain", f)
	was := x.termios()
	var raw bytes.Buffer
	x.tee(&raw)
	x.start().sees("First words").sees("Section 1 of 1: Second part").types("T").sees("Timeline: 0 items").types("q").types("q")
	x.ended(was)
	x.mu.Lock()
	defer x.mu.Unlock()
	if i := bytes.IndexByte(raw.Bytes(), 0x1b); i >= 0 {
		t.Errorf("an escape is written: %q", raw.Bytes()[i:min(i+20, raw.Len())])
	}
}

// TestKeysAtOnce: of thirty page keys in one write none is lost.
func TestKeysAtOnce(t *testing.T) {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "Paragraph %d of two thousand.\n\n", i)
	}
	f := briefingFile(t)
	if err := os.WriteFile(f, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	x := runIn(t, 80, 24, nil, readout(t), f)
	was := x.termios()
	x.start().sees("Paragraph 1 of")
	d := start(t, book{"x": b.String()}, []string{"x"}, 80, 24)
	for range 30 {
		d.press("space")
	}
	x.types(strings.Repeat(" ", 30))
	lines := strings.Split(d.screen(), "\n")
	want := strings.TrimSpace(lines[12] + lines[13])
	x.sees(want[strings.Index(want, "Paragraph"):])
	x.types("q")
	x.ended(was)
}
