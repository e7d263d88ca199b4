package format

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The parts of a zip container, as Word and OpenDocument files are. Their names
// are only ever looked up, never used as paths.
type parts struct {
	files   map[string]*zip.File
	saved   map[string][]byte // of a container that has lost its list
	left    int64             // how much may still be unpacked
	damaged bool
}

const (
	mostParts = 5000
	mostPart  = 64 << 20
	allParts  = 128 << 20
)

var errCutOff = errors.New("the file is cut off or damaged; ask for it again")

// openParts reads the list of the parts. Without one, it takes what stands in
// the file as far as it goes.
func openParts(raw []byte) (*parts, error) {
	p := &parts{files: map[string]*zip.File{}, left: allParts}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		p.damaged = true
		return p, p.salvage(raw)
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it has more than %d parts", mostParts)
	}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, errPassword
		}
		if name := partName(f.Name); p.files[name] == nil {
			p.files[name] = f
		}
	}
	return p, nil
}

var errPassword = errors.New("it is protected by a password; open it in the program that made it and save it without one")

// partName is the name that a part goes by: they do not tell capitals apart.
func partName(s string) string {
	return strings.ToLower(strings.TrimLeft(path.Clean(strings.ReplaceAll(s, `\`, "/")), "/"))
}

// salvage unpacks one part after the other by the headers that stand before them.
func (p *parts) salvage(raw []byte) error {
	p.saved = map[string][]byte{}
	for n := 0; n < mostParts; n++ {
		i := bytes.Index(raw, []byte("PK\x03\x04"))
		if i < 0 || len(raw)-i < 30 {
			break
		}
		h := raw[i:]
		name, extra := little16(h[26:]), little16(h[28:])
		raw = h[4:]
		if 30+name+extra > len(h) {
			break
		}
		body := h[30+name+extra:]
		var b []byte
		switch method := little16(h[8:]); method {
		case int(zip.Deflate):
			b, _ = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), min(mostPart, p.left)))
		case int(zip.Store):
			b = body[:min(len(body), little16(h[18:])|little16(h[20:])<<16)]
		}
		if p.left -= int64(len(b)); p.left <= 0 {
			break
		}
		if key := partName(string(h[30 : 30+name])); len(b) > len(p.saved[key]) {
			p.saved[key] = b
		}
	}
	if len(p.saved) == 0 {
		return errCutOff
	}
	return nil
}

func little16(b []byte) int { return int(b[0]) | int(b[1])<<8 }

func (p *parts) has(name string) bool {
	name = partName(name)
	return p.files[name] != nil || p.saved[name] != nil
}

// size is how large a part is, 0 for one that is not there.
func (p *parts) size(name string) int64 {
	key := partName(name)
	if f := p.files[key]; f != nil {
		return int64(f.UncompressedSize64)
	}
	return int64(len(p.saved[key]))
}

// open opens a part; one that is not there is empty.
func (p *parts) open(name string) io.Reader {
	key := partName(name)
	if b, ok := p.saved[key]; ok {
		return bytes.NewReader(b)
	}
	f := p.files[key]
	if f == nil {
		return bytes.NewReader(nil)
	}
	if f.UncompressedSize64 > mostPart {
		return failing{p.tooLarge(key)}
	}
	r, err := f.Open()
	if err != nil {
		return failing{fmt.Errorf("%s: %w", key, err)}
	}
	return &partReader{in: r, parts: p, name: key}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// partReader unpacks a part within the bounds.
type partReader struct {
	in    io.Reader
	parts *parts
	name  string
	read  int64
}

// tooLarge is the error of a bound, which names itself.
type tooLarge struct{ error }

func (p *parts) tooLarge(name string) error {
	return tooLarge{fmt.Errorf("its part %s is larger than %d MB unpacked", name, mostPart>>20)}
}

func (r *partReader) Read(b []byte) (int, error) {
	n, err := r.in.Read(b)
	r.read += int64(n)
	r.parts.left -= int64(n)
	switch {
	case r.read > mostPart:
		return 0, r.parts.tooLarge(r.name)
	case r.parts.left < 0:
		return 0, tooLarge{fmt.Errorf("its parts are larger than %d MB unpacked", allParts>>20)}
	}
	return n, err
}

// all reads a small part whole.
func (p *parts) all(name string) []byte {
	b, _ := io.ReadAll(p.open(name))
	return b
}

// A relation of a part: a link, or another part by its role.
type relation struct {
	kind, to string
	outside  bool
}

// relations reads those of a part; with "" those of the container.
func (p *parts) relations(part string) map[string]relation {
	dir, base := path.Split(part)
	rels := map[string]relation{}
	x := newXML(p.open(dir + "_rels/" + base + ".rels"))
	for x.next() {
		if x.kind != xmlStart || x.local != "Relationship" {
			continue
		}
		r := relation{kind: path.Base(x.attr("Type")), to: x.attr("Target"), outside: strings.EqualFold(x.attr("TargetMode"), "External")}
		if !r.outside {
			if strings.HasPrefix(r.to, "/") {
				r.to = path.Clean(r.to)[1:]
			} else {
				r.to = path.Join(dir, r.to)
			}
		}
		rels[x.attr("Id")] = r
	}
	return rels
}

const compoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// compoundKind names what stands in the archive that Word, Excel and PowerPoint
// had before 2007, and in which a newer file is wrapped when it has a password.
func compoundKind(raw []byte) string {
	for _, m := range []struct{ entry, name string }{
		{"EncryptedPackage", "a document that is protected by a password; open it in Word and save it without one"},
		{"WordDocument", "a document of Word 97 to 2003; save it as DOCX"},
		{"Workbook", "an Excel workbook from before 2007"},
		{"PowerPoint Document", "a PowerPoint presentation from before 2007"},
		{"__substg1.0_", "an Outlook message (MSG); save it as EML"},
	} {
		var wide []byte
		for _, c := range []byte(m.entry) {
			wide = append(wide, c, 0)
		}
		if bytes.Contains(raw, wide) {
			return m.name
		}
	}
	return "a Word, Excel or PowerPoint file from before 2007"
}

// sorted are the names of parts without doubles, header2 before header10.
func sorted(names []string) []string {
	slices.SortFunc(names, func(a, b string) int {
		if d := len(a) - len(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(names)
}
