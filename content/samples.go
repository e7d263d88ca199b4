package content

import (
	"embed"
	"io"
	"io/fs"

	"readout/content/format"
)

//go:embed samples
var samples embed.FS

// Samples is the built-in library.
func Samples() *Library {
	sub, err := fs.Sub(samples, "samples")
	if err != nil {
		panic(err) // the name is a constant
	}
	l := &Library{open: func(path string) (io.ReadCloser, int64, error) {
		f, err := sub.Open(path)
		if err != nil {
			return nil, 0, err
		}
		info, err := f.Stat()
		if err != nil {
			return nil, 0, err
		}
		return f, info.Size(), nil
	}}
	entries, err := fs.ReadDir(sub, ".")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		if format.Claims(e.Name()) {
			l.Paths = append(l.Paths, e.Name())
		}
	}
	return l
}
