package format

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// rtfChar is the character that a word stands for, "" if it is another word.
func rtfChar(word string) string {
	switch word {
	case "tab":
		return "\t"
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "bullet":
		return "•"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "emspace", "enspace", "qmspace":
		return " "
	}
	return ""
}

// codePageOf is the code page of the set of characters that a font has, "" for
// that of the file.
func codePageOf(charset int) string {
	switch charset {
	case 0:
		return "1252"
	case 77:
		return "10000"
	case 128:
		return "932"
	case 129:
		return "949"
	case 134:
		return "936"
	case 136:
		return "950"
	case 161:
		return "1253"
	case 162:
		return "1254"
	case 163:
		return "1258"
	case 177:
		return "1255"
	case 178:
		return "1256"
	case 186:
		return "1257"
	case 204:
		return "1251"
	case 222:
		return "874"
	case 238:
		return "1250"
	}
	return ""
}

func inCodePage(b []byte, page string) string {
	plain := true
	for _, c := range b {
		plain = plain && c < 0x80
	}
	if plain {
		return string(b)
	}
	var e encoding.Encoding
	switch page {
	case "932":
		e = japanese.ShiftJIS
	case "936":
		e = simplifiedchinese.GBK
	case "949":
		e = korean.EUCKR
	case "950":
		e = traditionalchinese.Big5
	case "437":
		e = charmap.CodePage437
	case "850":
		e = charmap.CodePage850
	case "852":
		e = charmap.CodePage852
	case "866":
		e = charmap.CodePage866
	case "874":
		e = charmap.Windows874
	case "1250":
		e = charmap.Windows1250
	case "1251":
		e = charmap.Windows1251
	case "1253":
		e = charmap.Windows1253
	case "1254":
		e = charmap.Windows1254
	case "1255":
		e = charmap.Windows1255
	case "1256":
		e = charmap.Windows1256
	case "1257":
		e = charmap.Windows1257
	case "1258":
		e = charmap.Windows1258
	case "10000":
		e = charmap.Macintosh
	case "65001":
		return string(b)
	default:
		e = charmap.Windows1252
	}
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return string(b)
	}
	return string(s)
}
