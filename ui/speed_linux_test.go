package ui

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// BenchmarkBeside times the reader on a pseudo-terminal beside a bare Bubble Tea
// program and less: the first frame, a page, End, a resize and a search to the far
// end. It tells the median of nine in milliseconds of the clock (ms) and of the
// processor (cpu-ms), and how many times that is of the bare program's and of
// less's. Where the machine is shared, look at the processor.
//
//	go test ./ui -run '^$' -bench Beside -benchtime 1x
func BenchmarkBeside(b *testing.B) {
	exe, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	less, _ := exec.LookPath("less")
	bare := bareProgram(b)
	dir := b.TempDir()
	needle := []byte("\n\nThe needlexyz stands here, at the far end.\n")
	for _, doc := range []struct {
		name string
		src  func() []byte
	}{
		{"5KB", func() []byte { return generated(5 << 10) }},
		{"1MB", func() []byte { return generated(1 << 20) }},
		{"50MB", func() []byte { return generated(50 << 20) }},
		{"line-10MB", func() []byte { return append([]byte("# A generated briefing\n\n"), oneLine(10<<20)...) }},
	} {
		file := filepath.Join(dir, doc.name+".md")
		if err := os.WriteFile(file, append(doc.src(), needle...), 0o600); err != nil {
			b.Fatal(err)
		}
		frame := []string{bare, file}
		for _, act := range deeds {
			b.Run(doc.name+"/"+act.name, func(b *testing.B) {
				for b.Loop() {
				}
				ours := act.median(b, exe, file)
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(ours.clock.Seconds()*1e3, "ms")
				b.ReportMetric(ours.cpu.Seconds()*1e3, "cpu-ms")
				if act.bare != nil {
					it := act.bare.median(b, frame...)
					b.ReportMetric(ours.clock.Seconds()/it.clock.Seconds(), "of-bare")
					b.ReportMetric(ours.cpu.Seconds()/it.cpu.Seconds(), "cpu-of-bare")
				}
				if less != "" {
					it := act.median(b, less, file)
					b.ReportMetric(ours.clock.Seconds()/it.clock.Seconds(), "of-less")
					b.ReportMetric(ours.cpu.Seconds()/it.cpu.Seconds(), "cpu-of-less")
				}
			})
		}
	}
}

// A deed is what is timed: keys typed, or a new width of the terminal, after
// others that are not.
type deed struct {
	name   string
	before string
	keys   string
	width  int
	bare   *deed // what the bare program does, which has no end to go to and nothing to find
}

var (
	firstFrame = deed{name: "first"}
	aPage      = deed{name: "page", before: " ", keys: " "}
	deeds      = []deed{
		{name: "first", bare: &firstFrame},
		{name: "page", before: " ", keys: " ", bare: &aPage},
		{name: "end", keys: "G", bare: &aPage},
		{name: "resize", before: " ", width: 100, bare: &deed{name: "resize", before: " ", width: 100}},
		{name: "search", keys: "/needlexyz\r"},
	}
)

// A took is what a deed took of the clock and of the processor.
type took struct{ clock, cpu time.Duration }

// median is the median of nine runs, of the clock and of the processor.
func (a deed) median(b *testing.B, argv ...string) took {
	b.Helper()
	var clock, cpu []time.Duration
	for range 9 {
		t := a.run(b, argv)
		clock, cpu = append(clock, t.clock), append(cpu, t.cpu)
	}
	slices.Sort(clock)
	slices.Sort(cpu)
	return took{clock[4], max(cpu[4], time.Microsecond)}
}

// still is how long nothing has to be written for a screen to be done.
const still = 100 * time.Millisecond

// run starts a program, waits until it has said what it has to say, and times the
// deed. The first frame is there when its first words are.
func (a deed) run(b *testing.B, argv []string) took {
	b.Helper()
	ptm, tty := pseudoTerminal(b)
	defer ptm.Close()
	resize := func(w int) {
		if err := unix.IoctlSetWinsize(int(ptm.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 48, Col: uint16(w)}); err != nil {
			b.Fatal(err)
		}
	}
	resize(160)
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_CONFIG_HOME="+b.TempDir(), "XDG_STATE_HOME="+b.TempDir(), "LESS=", "COLORFGBG=15;0")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	tty.Close()
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	out := make(chan []byte, 1<<10)
	go func() {
		defer close(out)
		for {
			buf := make([]byte, 64<<10)
			n, err := ptm.Read(buf)
			if n > 0 {
				out <- buf[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	var screen []byte
	for !bytes.Contains(screen, []byte("generated")) {
		select {
		case p, ok := <-out:
			if screen = append(screen, p...); !ok {
				b.Fatalf("%s ended: %q", argv[0], screen)
			}
		case <-time.After(20 * time.Second):
			b.Fatalf("%s shows nothing: %q", argv[0], screen)
		}
	}
	if a.name == "first" {
		return took{time.Since(begun), processor(cmd.Process.Pid)}
	}
	// settle waits until nothing is written any more, and tells when the last was.
	settle := func(quiet time.Duration) time.Time {
		last := time.Now()
		for {
			select {
			case <-out:
				last = time.Now()
			case <-time.After(quiet):
				return last
			}
		}
	}
	settle(still)
	idle(cmd.Process.Pid)
	if a.before != "" {
		fmt.Fprint(ptm, a.before)
		settle(still)
		idle(cmd.Process.Pid)
	}
	spent := processor(cmd.Process.Pid)
	begun = time.Now()
	if a.width > 0 {
		resize(a.width)
	}
	fmt.Fprint(ptm, a.keys)
	select { // less is silent while it searches
	case <-out:
	case <-time.After(20 * time.Second):
		b.Fatalf("%s does not answer", argv[0])
	}
	if strings.HasPrefix(a.keys, "/") {
		idle(cmd.Process.Pid)
	}
	done := settle(still)
	return took{done.Sub(begun), processor(cmd.Process.Pid) - spent}
}

// idle waits until a program does nothing for a while.
func idle(pid int) {
	was := processor(pid)
	for range 600 {
		time.Sleep(still)
		now := processor(pid)
		if now-was < still/50 {
			return
		}
		was = now
	}
}

// processor is what all threads of a process have had of the processor.
func processor(pid int) time.Duration {
	var sum time.Duration
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	for _, t := range threads {
		s, _ := os.ReadFile(t)
		ran, _, _ := strings.Cut(string(s), " ")
		n, _ := strconv.ParseInt(ran, 10, 64)
		sum += time.Duration(n)
	}
	return sum
}

func pseudoTerminal(b *testing.B) (ptm, tty *os.File) {
	b.Helper()
	ptm, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		b.Skip("no pseudo-terminals: ", err)
	}
	n, err := unix.IoctlGetInt(int(ptm.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(ptm.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err != nil {
		b.Fatal(err)
	}
	tty, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		b.Skip("no pseudo-terminals: ", err)
	}
	return ptm, tty
}

// bareProgram builds the least that Bubble Tea can be asked for: a page of text that
// a key turns.
func bareProgram(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	src := filepath.Join(dir, "main.go")
	if err := os.WriteFile(src, []byte(bareSource), 0o600); err != nil {
		b.Fatal(err)
	}
	exe := filepath.Join(dir, "bare")
	cmd := exec.Command("go", "build", "-o", exe, src)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return exe
}

const bareSource = `package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type model struct{ w, h, page int }

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		if msg.String() == "q" {
			return m, tea.Quit
		}
		m.page++
	}
	return m, nil
}

func (m model) View() tea.View {
	var b strings.Builder
	for i := range max(m.h, 1) {
		if i > 0 {
			b.WriteByte('\n')
		}
		line := fmt.Sprintf("Line %d of page %d of a generated text that goes on for a while, so that it takes most of the line on which it stands.", i*7919+m.page, m.page)
		b.WriteString(line[:min(len(line), max(m.w, 0))])
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(model{}).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`

// TestThirtyPages: of thirty page keys typed at once none is lost, and the screen
// is the one that thirty keys lead to one by one.
func TestThirtyPages(t *testing.T) {
	_, text, _ := strings.Cut(long(400), "\n")
	file := filepath.Join(t.TempDir(), "long.md")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	x := runIn(t, 100, 30, []string{"XDG_STATE_HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}, readout(t), file)
	d := start(t, book{"long.md": text}, []string{"long.md"}, 100, 30)
	d.press("2 0 %")
	last := func() string {
		all := regexp.MustCompile(`Section \d+`).FindAllString(d.screen(), -1)
		return all[len(all)-1]
	}
	for range 29 {
		d.press("space")
	}
	short := last()
	d.press("space")
	if last() == short {
		t.Fatalf("a page ends at %s, the next one too", short)
	}
	was := x.termios()
	x.start().sees("A long one").sees("Section 1").types("20%" + strings.Repeat(" ", 30)).sees(last())
	x.types("q")
	x.ended(was)
}
