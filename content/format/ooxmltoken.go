package format

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"readout/content/clean"
)

// xmlReader reads XML token by token and never keeps a tree. Names come with the
// prefix that the formats' own documentation gives their namespace, whatever the
// file calls it, so that a file of the Strict kind reads like any other.
type xmlReader struct {
	dec   *xml.Decoder
	kind  xmlKind
	name  string // "w:p"; of an end too
	local string
	attrs []xml.Attr
	text  []byte // of the last text
	depth int    // elements that are open
	err   error  // nil at the end of the part

	known  map[xml.Name]string
	scopes []xmlScope
	spaces map[string]string // prefix of the file → prefix as documented
}

type xmlKind int

const (
	xmlStart xmlKind = iota + 1
	xmlEnd
	xmlText
)

type xmlScope struct {
	depth  int
	spaces map[string]string
}

const deepestXML = 256

var errDTD = errors.New("its XML has a document type declaration, which no such document has")

// at is how much of the part has been read.
func (x *xmlReader) at() int64 { return x.dec.InputOffset() }

func newXML(r io.Reader) *xmlReader {
	b := bufio.NewReaderSize(r, 32<<10)
	in := io.Reader(b)
	switch mark, _ := b.Peek(2); {
	case len(mark) == 2 && (mark[0] == 0xFF && mark[1] == 0xFE || mark[0] == 0xFE && mark[1] == 0xFF || mark[0] == 0 || mark[1] == 0):
		in = &cleanReader{in: b} // UTF-16, with or without its mark
	}
	x := &xmlReader{dec: xml.NewDecoder(in), known: map[xml.Name]string{}, spaces: map[string]string{}}
	x.dec.Strict = false
	x.dec.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(charset), "utf-16") {
			return in, nil
		}
		return &cleanReader{in: in}, nil
	}
	return x
}

// cleanReader passes a stream through the gate, which finds out the charset.
type cleanReader struct {
	in   io.Reader
	gate clean.Gate
	buf  []byte
	done bool
}

func (c *cleanReader) Read(b []byte) (int, error) {
	for len(c.buf) == 0 {
		if c.done {
			return 0, io.EOF
		}
		raw := make([]byte, 8<<10)
		n, err := c.in.Read(raw)
		c.buf = c.gate.Append(c.buf, raw[:n])
		if err == io.EOF {
			c.buf, c.done = c.gate.Close(c.buf), true
		} else if err != nil {
			return 0, err
		}
	}
	n := copy(b, c.buf)
	c.buf = c.buf[n:]
	return n, nil
}

// next goes to the next start, end or text. It returns false at the end, and
// where the file makes no sense any more; then err says why.
func (x *xmlReader) next() bool {
	for x.err == nil {
		if x.kind == xmlEnd {
			if n := len(x.scopes); n > 0 && x.scopes[n-1].depth > x.depth {
				x.spaces, x.scopes = x.scopes[n-1].spaces, x.scopes[:n-1]
				clear(x.known)
			}
		}
		tok, err := x.dec.RawToken()
		if err != nil {
			if err != io.EOF || x.depth > 0 {
				x.err = err
			}
			x.kind = 0
			return false
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if x.depth++; x.depth > deepestXML {
				x.err = tooLarge{fmt.Errorf("its XML is more than %d elements deep", deepestXML)}
				return false
			}
			x.kind, x.attrs = xmlStart, t.Attr
			x.declare()
			x.name, x.local = x.documented(t.Name), t.Name.Local
			return true
		case xml.EndElement:
			if x.depth == 0 {
				continue
			}
			x.depth--
			x.kind, x.name, x.local = xmlEnd, x.documented(t.Name), t.Name.Local
			return true
		case xml.CharData:
			if x.depth > 0 {
				x.kind, x.text, x.name, x.local, x.attrs = xmlText, t, "", "", nil
				return true
			}
		case xml.Directive:
			if len(t) >= 7 && strings.EqualFold(string(t[:7]), "DOCTYPE") {
				x.err = tooLarge{errDTD}
				return false
			}
		}
	}
	return false
}

// declare takes the namespaces that the element declares for what stands in it.
func (x *xmlReader) declare() {
	own := false
	for _, a := range x.attrs {
		if a.Name.Space != "xmlns" && !(a.Name.Space == "" && a.Name.Local == "xmlns") {
			continue
		}
		prefix := a.Name.Local
		if a.Name.Space == "" {
			prefix = ""
		}
		to := namespace(a.Value)
		if was, ok := x.spaces[prefix]; ok && was == to {
			continue
		}
		if !own {
			own = true
			outer := x.spaces
			x.scopes = append(x.scopes, xmlScope{x.depth, outer})
			x.spaces = make(map[string]string, len(outer)+4)
			for k, v := range outer {
				x.spaces[k] = v
			}
			clear(x.known)
		}
		x.spaces[prefix] = to
	}
}

func (x *xmlReader) documented(n xml.Name) string {
	s, ok := x.known[n]
	if !ok {
		prefix, declared := x.spaces[n.Space]
		if !declared {
			prefix = n.Space // a damaged file: what it says
		}
		if s = n.Local; prefix != "" {
			s = prefix + ":" + n.Local
		}
		if len(x.known) < 1000 {
			x.known[n] = s
		}
	}
	return s
}

// attr returns the value of an attribute, "" if there is none.
func (x *xmlReader) attr(name string) string {
	_, local, _ := strings.Cut(name, ":")
	if local == "" {
		local = name
	}
	for _, a := range x.attrs {
		if a.Name.Local == local && (a.Name.Space == "" && local == name || a.Name.Space != "" && x.documented(a.Name) == name) {
			return a.Value
		}
	}
	return ""
}

// has reports whether the element has an attribute.
func (x *xmlReader) has(name string) bool {
	for _, a := range x.attrs {
		if x.documented(a.Name) == name {
			return true
		}
	}
	return false
}

// on reads an element that switches something on, or off by its value.
func (x *xmlReader) on() bool {
	switch x.attr("w:val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// children calls child for each element and text directly in the element that
// has just begun, up to its end. What child leaves of an element is skipped.
func (x *xmlReader) children(child func()) {
	depth := x.depth
	for x.depth >= depth && x.next() {
		if x.kind == xmlEnd {
			continue
		}
		child()
		for x.depth > depth && x.next() {
		}
	}
}

// skip passes over the element that has just begun.
func (x *xmlReader) skip() {
	for depth := x.depth; x.depth >= depth && x.next(); {
	}
}

// words reads the text of the element that has just begun.
func (x *xmlReader) words() string {
	var b []byte
	for depth := x.depth; x.depth >= depth && x.next(); {
		if x.kind == xmlText {
			b = append(b, x.text...)
		}
	}
	if !utf8.Valid(b) {
		return strings.ToValidUTF8(string(b), "")
	}
	return string(b)
}

// failed says in a line why the file could not be read to its end, "" if it was.
func (x *xmlReader) failed() string {
	var large tooLarge
	switch {
	case x.err == nil:
		return ""
	case errors.As(x.err, &large):
		return large.Error()
	case errors.Is(x.err, io.ErrUnexpectedEOF), errors.Is(x.err, io.EOF):
		return "it is cut off"
	}
	return "it is damaged"
}

// namespace gives the prefix that documentation has for a namespace.
func namespace(uri string) string {
	switch uri {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main":
		return "w"
	case "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships":
		return "r"
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
		return "m"
	case "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
		return "wp"
	case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main":
		return "a"
	case "http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture":
		return "pic"
	case "http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://purl.oclc.org/ooxml/drawingml/diagram":
		return "dgm"
	case "http://schemas.openxmlformats.org/markup-compatibility/2006":
		return "mc"
	case "http://schemas.microsoft.com/office/word/2010/wordml":
		return "w14"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingShape":
		return "wps"
	case "urn:schemas-microsoft-com:vml":
		return "v"
	case "http://purl.org/dc/elements/1.1/":
		return "dc"
	case "http://purl.org/dc/terms/":
		return "dcterms"
	case "http://schemas.openxmlformats.org/package/2006/metadata/core-properties":
		return "cp"
	case "http://schemas.openxmlformats.org/package/2006/content-types", "http://schemas.openxmlformats.org/package/2006/relationships":
		return ""
	case "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0":
		return "loext"
	case "http://www.w3.org/1999/xlink":
		return "xlink"
	}
	if kind, ok := strings.CutPrefix(uri, "urn:oasis:names:tc:opendocument:xmlns:"); ok {
		kind, _, _ = strings.Cut(kind, ":")
		switch kind {
		case "xsl-fo-compatible":
			return "fo"
		case "svg-compatible":
			return "svg"
		case "drawing":
			return "draw"
		}
		return kind // text, table, office, style, meta, manifest
	}
	if len(uri) > 0 && uri[len(uri)-1] == '/' {
		uri = uri[:len(uri)-1]
	}
	return "{" + uri[strings.LastIndexAny(uri, "/:")+1:] + "}"
}
