package pdf

import (
	"context"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	_ "unsafe" // for linkname

	_ "github.com/klippa-app/go-pdfium/webassembly" // embeds the module
	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/emscripten"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// pdfium is the library as WebAssembly. go-pdfium embeds it where nobody else may
// import it, behind an API that makes and looks up an object for every call: we
// ask some five things about each character, so we call the module itself. With
// the API the linker also leaves out all that belongs to it.
//
//go:linkname pdfium github.com/klippa-app/go-pdfium/internal/pdfium_wasm.Module
var pdfium []byte

// memoryPages are the 64 KB pages of memory that the module may have: 64 MB. What
// wants more is a bomb.
const memoryPages = 1024

// An engine runs the module: compiled, which costs 4 s of processor time and 320 MB
// once and 0.2 s from the cache, or interpreted, which is there at once and slow.
type engine struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule

	interprets bool
}

func newEngine(config wazero.RuntimeConfig) (*engine, error) {
	ctx := context.Background()
	config = config.WithMemoryLimitPages(memoryPages).WithCloseOnContextDone(true).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	err := e.load(ctx)
	if err != nil {
		e.runtime.Close(ctx)
		return nil, err
	}
	return e, nil
}

func (e *engine) load(ctx context.Context) (err error) {
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return err
	}
	if e.module, err = e.runtime.CompileModule(ctx, pdfium); err != nil {
		return err
	}
	own, err := emscripten.NewFunctionExporterForModule(e.module)
	if err != nil {
		return err
	}
	env := e.runtime.NewHostModuleBuilder("env")
	own.ExportFunctions(env)
	imports.NewFunctionExporter().ExportFunctions(env)
	i32 := api.ValueTypeI32
	env.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(readBlock), []api.ValueType{i32, i32, i32, i32}, []api.ValueType{i32}).Export("FPDF_FILEACCESS_CB")
	_, err = env.Instantiate(ctx)
	return err
}

// engines are the two of the process. They are made when the first PDF is read.
var engines struct {
	sync.Mutex
	slow, fast *engine
	behind     chan struct{} // closed when the compiler is done
}

// fast is the compiled engine if there is one or its code lies in the cache.
func fast(cache string) *engine {
	engines.Lock()
	defer engines.Unlock()
	if engines.fast == nil && isFilled(cache) && canCompile() {
		engines.fast, _ = compile(cache)
	}
	return engines.fast
}

// slow is the interpreter.
func slow() (*engine, error) {
	engines.Lock()
	defer engines.Unlock()
	var err error
	if engines.slow == nil {
		if engines.slow, err = newEngine(wazero.NewRuntimeConfigInterpreter()); err == nil {
			engines.slow.interprets = true
		}
	}
	return engines.slow, err
}

// compileBehind compiles while others go on.
func compileBehind(cache string) {
	engines.Lock()
	defer engines.Unlock()
	if engines.fast != nil || engines.behind != nil || !canCompile() {
		return
	}
	done := make(chan struct{})
	engines.behind = done
	go func() {
		defer close(done)
		e, err := compile(cache)
		if err != nil {
			return // the interpreter goes on
		}
		if cache != "" {
			clearOthers(cache)
		}
		engines.Lock()
		engines.fast = e
		engines.Unlock()
	}()
}

// outrun is closed when the compiler is done, nil if it does not run.
func outrun() <-chan struct{} {
	engines.Lock()
	defer engines.Unlock()
	return engines.behind
}

// compile compiles the module, or takes it from the cache and puts it there. No
// cache is no reason not to read.
func compile(cache string) (*engine, error) {
	config := wazero.NewRuntimeConfigCompiler()
	if cache != "" {
		c, err := wazero.NewCompilationCacheWithDir(codeDir(cache))
		if err == nil {
			if e, err := newEngine(config.WithCompilationCache(c)); err == nil {
				return e, nil
			}
			clear(cache) // it is damaged
		}
	}
	return newEngine(config)
}

// canCompile reports whether wazero has a compiler for the machine.
func canCompile() bool {
	switch runtime.GOOS {
	case "linux", "darwin", "freebsd", "netbsd", "windows":
		return runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64"
	}
	return false
}

// codeDir is the folder for the code of this pdfium.
func codeDir(cache string) string {
	return filepath.Join(cache, fmt.Sprintf("pdfium-%08x", crc32.ChecksumIEEE(pdfium)))
}

// compiled are the files in which wazero keeps code, one folder a version of it.
func compiled(cache string) []string {
	if cache == "" {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(codeDir(cache), "wazero-*", "*"))
	return files
}

// isFilled reports whether the cache holds code of the size of the module's.
func isFilled(cache string) bool {
	for _, f := range compiled(cache) {
		if info, err := os.Stat(f); err == nil && info.Size() > int64(len(pdfium)) {
			return true
		}
	}
	return false
}

func clear(cache string) {
	for _, f := range compiled(cache) {
		os.Remove(f)
	}
}

// clearOthers removes the code of other versions.
func clearOthers(cache string) {
	dirs, _ := filepath.Glob(filepath.Join(cache, "pdfium-*"))
	for _, d := range dirs {
		if d != codeDir(cache) {
			os.RemoveAll(d)
		}
	}
}
