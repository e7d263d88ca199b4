package content

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Watcher tells when the one file that it looks at is written. It asks the
// system (inotify, kqueue, ReadDirectoryChangesW), and where that fails, as on
// network file systems, it looks every other second.
type Watcher struct {
	Changes <-chan string // the path that changed
	changes chan string
	mu      sync.Mutex
	stop    chan struct{}
}

// settle is how long a file must rest after a write: editors write in steps.
const settle = 150 * time.Millisecond

const pollEvery = 2 * time.Second

// NewWatcher returns a watcher that looks at nothing yet.
func NewWatcher() *Watcher {
	c := make(chan string, 1)
	return &Watcher{Changes: c, changes: c}
}

// Look looks at path and at no other file. It does not wait.
func (w *Watcher) Look(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.stop != nil {
		close(w.stop)
	}
	w.stop = make(chan struct{})
	go w.watch(path, w.stop)
}

func (w *Watcher) watch(path string, stop <-chan struct{}) {
	was, err := os.Stat(path)
	if err != nil || !was.Mode().IsRegular() {
		return // standard input, a built-in briefing
	}
	events := (<-chan fsnotify.Event)(nil)
	ticks := (<-chan time.Time)(nil)
	// The folder is watched: editors put a new file in the place of the old one.
	if f, err := fsnotify.NewWatcher(); err == nil && f.Add(filepath.Dir(path)) == nil {
		defer f.Close()
		events = f.Events
	} else {
		t := time.NewTicker(pollEvery)
		defer t.Stop()
		ticks = t.C
	}
	var rest <-chan time.Time
	for {
		select {
		case <-stop:
			return
		case e, ok := <-events:
			if !ok {
				return
			}
			if filepath.Clean(e.Name) == filepath.Clean(path) {
				rest = time.After(settle)
			}
			continue
		case <-ticks:
		case <-rest:
		}
		now, err := os.Stat(path)
		if err != nil || now.ModTime().Equal(was.ModTime()) && now.Size() == was.Size() && os.SameFile(now, was) {
			continue
		}
		was = now
		select {
		case w.changes <- path:
		case <-stop:
			return
		}
	}
}
