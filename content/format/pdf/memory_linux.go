package pdf

import (
	"context"
	"sync"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// The memory of the module stands beside Go's: it grows in its place instead of being
// copied, the collector does not take it for a reason to let as much again lie about,
// and what a document has used goes back to the system when it is closed.

// ownMemory makes the instances of a context get their memory so.
func ownMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, most uint64) experimental.LinearMemory {
		return takeMemory(most)
	}))
}

// mapped is a stretch of address space; the system gives it pages as they are touched.
type mapped struct{ all []byte }

// spare are stretches of instances that are closed. They are used again and never
// given up: whoever still had an address in one would read zeros.
var spare struct {
	sync.Mutex
	all []*mapped
}

func takeMemory(most uint64) *mapped {
	spare.Lock()
	defer spare.Unlock()
	if n := len(spare.all); n > 0 && uint64(len(spare.all[n-1].all)) >= most {
		m := spare.all[n-1]
		spare.all = spare.all[:n-1]
		return m
	}
	b, err := syscall.Mmap(-1, 0, int(most), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE|syscall.MAP_NORESERVE)
	if err != nil {
		b = make([]byte, most)
	}
	return &mapped{b}
}

func (m *mapped) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size:len(m.all)]
}

// Free gives the pages back: they are zeros when they are touched again.
func (m *mapped) Free() {
	if syscall.Madvise(m.all, syscall.MADV_DONTNEED) != nil {
		for i := range m.all {
			m.all[i] = 0
		}
	}
	spare.Lock()
	defer spare.Unlock()
	spare.all = append(spare.all, m)
}
