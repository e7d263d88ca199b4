package pdf

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"time"
	"unicode/utf16"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// An instance is one copy of pdfium with its memory, and the document open in it.
// It has no files, no output and no clock but the one that stops it; what goes
// wrong within it is a trap, after which it is thrown away.
type instance struct {
	mod     api.Module
	ctx     context.Context
	fn      map[string]api.Function
	stack   [8]uint64
	scratch uint32 // scratchSize bytes for what is returned through pointers
	doc     uint64

	patience time.Duration
	slow     bool // it is interpreted, until the compiler is done
}

const scratchSize = 4096

// trap is the panic of a call that failed.
type trap struct{ err error }

// rawKey is where a context has the bytes of the file.
type rawKey struct{}

// readBlock gives pdfium a block of the file: nothing but the part that is asked
// for is copied into its memory.
func readBlock(ctx context.Context, mod api.Module, stack []uint64) {
	at, to, size := uint32(stack[1]), uint32(stack[2]), uint32(stack[3])
	raw, _ := ctx.Value(rawKey{}).([]byte)
	buf, ok := mod.Memory().Read(to, size)
	if stack[0] = 0; ok && uint64(at)+uint64(size) <= uint64(len(raw)) {
		copy(buf, raw[at:])
		stack[0] = uint64(size)
	}
}

var (
	errPassword = errors.New("it is protected with a password; save a copy without one")
	errSecurity = errors.New("it is encrypted in a way that cannot be read; save a copy without protection")
	errDamaged  = errors.New("a damaged PDF document, of which nothing can be read; fetch it again")
	errLong     = errors.New("a PDF document that takes too long to read; print it to a new file")
	errOutrun   = errors.New("the compiler is done")
	errMemory   = errors.New("a PDF document that takes more than 64 MB of memory to read; print it to a new file")
)

// openIn opens a document in an engine.
func openIn(e *engine, raw []byte) (_ *instance, err error) {
	ctx := context.WithValue(context.Background(), rawKey{}, raw)
	in := &instance{patience: patience, fn: map[string]api.Function{}}
	if in.slow = e.interprets; in.slow {
		in.patience = slowPatience
	}
	limit, cancel := in.limit(ctx)
	defer cancel()
	in.ctx = limit
	in.mod, err = e.runtime.InstantiateModule(ownMemory(ctx), e.module, wazero.NewModuleConfig().WithName("").
		WithStartFunctions("_initialize").WithStdout(io.Discard).WithStderr(io.Discard).
		WithFSConfig(wazero.NewFSConfig()))
	if err != nil {
		return nil, err
	}
	defer func() {
		in.ctx = ctx
		if err != nil {
			in.close()
		}
	}()
	defer in.rescue(&err)
	in.call("FPDF_InitLibrary")
	in.scratch = uint32(in.call("malloc", scratchSize))
	param := in.call("malloc", 4)
	in.doc = in.call("FPDF_LoadCustomDocument", in.call("FPDF_FILEACCESS_Create", uint64(len(raw)), param), 0)
	if in.doc == 0 {
		switch in.call("FPDF_GetLastError") {
		case 4:
			return nil, errPassword
		case 5:
			return nil, errSecurity
		}
		return nil, errDamaged
	}
	return in, nil
}

// patience is how long opening a file or reading a page may take; the interpreter
// needs more of it.
const (
	patience     = 5 * time.Second
	slowPatience = 12 * time.Second
)

// limit is how long a call may take: the interpreter stops when the compiler is done,
// whose code does the same in a fraction of the time.
func (in *instance) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	limit, cancel := context.WithTimeout(ctx, in.patience)
	if done := outrun(); in.slow && done != nil {
		go func() {
			select {
			case <-done:
				if fast("") != nil {
					cancel()
				}
			case <-limit.Done():
			}
		}()
	}
	return limit, cancel
}

// within runs a function that calls pdfium, and ends it when it takes too long.
func (in *instance) within(f func()) (err error) {
	ctx := in.ctx
	limit, cancel := in.limit(ctx)
	defer cancel()
	in.ctx = limit
	defer func() { in.ctx = ctx }()
	defer in.rescue(&err)
	f()
	return nil
}

// rescue makes an error of a trap.
func (in *instance) rescue(err *error) {
	switch p := recover().(type) {
	case nil:
	case trap:
		switch {
		case errors.Is(in.ctx.Err(), context.Canceled):
			*err = errOutrun
		case in.ctx.Err() != nil:
			*err = errLong
		case in.mod.Memory().Size() >= memoryPages<<16*7/8:
			*err = errMemory
		default:
			*err = errDamaged
		}
	default:
		panic(p)
	}
}

func (in *instance) close() { in.mod.Close(context.Background()) }

// call calls a function of pdfium.
func (in *instance) call(name string, args ...uint64) uint64 {
	f := in.fn[name]
	if f == nil {
		if f = in.mod.ExportedFunction(name); f == nil {
			panic(trap{fmt.Errorf("pdfium has no %s", name)})
		}
		in.fn[name] = f
	}
	copy(in.stack[:], args)
	if err := f.CallWithStack(in.ctx, in.stack[:]); err != nil {
		panic(trap{err})
	}
	return in.stack[0]
}

// number calls a function that returns an int.
func (in *instance) number(name string, args ...uint64) int {
	return int(int32(uint32(in.call(name, args...))))
}

// out are bytes of the scratch memory.
func (in *instance) out(at, n uint32) []byte {
	b, ok := in.mod.Memory().Read(in.scratch+at, n)
	if !ok {
		panic(trap{errDamaged})
	}
	return b
}

func (in *instance) float(at uint32) float64 {
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(in.out(at, 4))))
}

func (in *instance) double(at uint32) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(in.out(at, 8)))
}

func (in *instance) ptr(at uint32) uint64 { return uint64(in.scratch + at) }

// wide calls a function whose last arguments are a buffer for UTF-16 and its
// length in bytes, and which returns how many it needs.
func (in *instance) wide(name string, args ...uint64) string {
	n := in.buffer(name, args...)
	if n < 2 {
		return ""
	}
	return utf16String(in.out(0, uint32(n)))
}

// utf16String decodes little-endian UTF-16 up to the zeros at its end.
func utf16String(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	for len(u) > 0 && u[len(u)-1] == 0 {
		u = u[:len(u)-1]
	}
	return string(utf16.Decode(u))
}

// narrow is wide for bytes.
func (in *instance) narrow(name string, args ...uint64) string {
	n := in.buffer(name, args...)
	if n < 1 {
		return ""
	}
	b := in.out(0, uint32(n))
	for len(b) > 0 && b[len(b)-1] == 0 {
		b = b[:len(b)-1]
	}
	return string(b)
}

func (in *instance) buffer(name string, args ...uint64) int {
	n := in.number(name, append(args, in.ptr(0), scratchSize)...)
	if n > scratchSize {
		return 0 // nothing that is asked for is so long
	}
	return n
}
