package format

import (
	"bytes"
	"strings"
)

// Other names what a file plainly is by its first bytes when no format reads it,
// "" when it may be text.
func Other(raw []byte) string {
	for _, m := range []struct{ magic, name string }{
		{"\x1F\x8B", "a gzip archive"},
		{"BZh", "a bzip2 archive"},
		{"\xFD7zXZ", "an xz archive"},
		{"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"},
		{"Rar!\x1A", "a RAR archive"},
		{"\x28\xB5\x2F\xFD", "a zstd archive"},
		{"\x89PNG", "a picture (PNG)"},
		{"\xFF\xD8\xFF", "a picture (JPEG)"},
		{"GIF87a", "a picture (GIF)"},
		{"GIF89a", "a picture (GIF)"},
		{"II*\x00", "a picture (TIFF)"},
		{"MM\x00*", "a picture (TIFF)"},
		{"\x7FELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"SQLite format 3\x00", "a database"},
		{"ID3", "a sound"},
		{"OggS", "a sound"},
		{"x\x9F\x3E\x22", "an Outlook attachment (winmail.dat)"},
	} {
		if bytes.HasPrefix(raw, []byte(m.magic)) {
			return m.name
		}
	}
	switch {
	case bytes.HasPrefix(raw, []byte(compoundMagic)):
		return compoundKind(raw)
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return zipKind(raw)
	case len(raw) > 12 && string(raw[4:8]) == "ftyp":
		return "a film or a sound"
	case binary(raw):
		return "no text: most of it is not readable characters"
	}
	return ""
}

// OtherText is Other for what shows in the clean text only.
func OtherText(head []byte, name string) string {
	start := bytes.TrimLeft(head, " \t\n")
	low := strings.ToLower(string(start[:min(len(start), 256)]))
	if isHTML(head) {
		return ""
	}
	if strings.HasPrefix(low, "<?xml") || strings.HasPrefix(low, "<?mso-") {
		return "an XML file"
	}
	return ""
}

func zipKind(raw []byte) string {
	for _, m := range []struct{ part, name string }{
		{"mimetypeapplication/epub", "an e-book (EPUB)"},
		{"mimetypeapplication/vnd.oasis", "an OpenDocument file"},
		{"word/", "a Word document (DOCX)"},
		{"xl/", "an Excel workbook"},
		{"ppt/", "a PowerPoint presentation"},
	} {
		if bytes.Contains(raw, []byte(m.part)) {
			return m.name
		}
	}
	return "a zip archive"
}

// junkBeforePDF: some senders put a line or two before the header, which the
// first kilobyte must then hold, with the binary mark that follows it.
func junkBeforePDF(raw []byte) bool {
	i := bytes.Index(raw[:min(len(raw), 1024)], []byte("%PDF-1."))
	return i > 0 && bytes.Contains(raw, []byte(" obj"))
}

// binary reports whether a tenth of the head is controls that no text has. Zero
// bytes are the charset's business: half of UTF-16 is zeros.
func binary(raw []byte) bool {
	n := 0
	for _, c := range raw {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\b' && c != 0x1B && c != 0 {
			n++
		}
	}
	return n*10 > len(raw) && len(raw) > 64
}

// isMail reports whether the text begins with the header lines of a message as it
// is transported. “From:” and “Date:” alone are those of a memo.
func isMail(head []byte) bool {
	for line := range bytes.Lines(head) {
		name, _, ok := bytes.Cut(line, []byte(":"))
		if len(bytes.TrimSpace(line)) == 0 {
			return false
		}
		if line[0] == ' ' || line[0] == '\t' || bytes.HasPrefix(line, []byte("From ")) {
			continue
		}
		if !ok || bytes.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(string(name)) {
		case "mime-version", "content-type", "received", "return-path", "message-id", "delivered-to", "content-transfer-encoding":
			return true
		}
	}
	return false
}
