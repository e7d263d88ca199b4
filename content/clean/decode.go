package clean

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// decode appends src as UTF-8 and returns how much of it was used; the rest is
// too short to be read unless end is set.
func (c charset) decode(dst, src []byte, end bool) ([]byte, int) {
	switch c {
	case windows:
		return single(dst, src, &windows1252), len(src)
	case mac:
		return single(dst, src, &macRoman), len(src)
	case utf16le:
		return wide16(dst, src, binary.LittleEndian, end)
	case utf16be:
		return wide16(dst, src, binary.BigEndian, end)
	case utf32le:
		return wide32(dst, src, binary.LittleEndian, end)
	case utf32be:
		return wide32(dst, src, binary.BigEndian, end)
	case mojibake:
		return mend(dst, src, end)
	}
	return append(dst, src...), len(src)
}

func single(dst, src []byte, table *[128]rune) []byte {
	for len(src) > 0 {
		i := 0
		for i < len(src) && src[i] < utf8.RuneSelf {
			i++
		}
		dst = append(dst, src[:i]...)
		if i == len(src) {
			break
		}
		dst = utf8.AppendRune(dst, table[src[i]-utf8.RuneSelf])
		src = src[i+1:]
	}
	return dst
}

func wide16(dst, src []byte, order binary.ByteOrder, end bool) ([]byte, int) {
	i := 0
	for ; i+2 <= len(src); i += 2 {
		r := rune(order.Uint16(src[i:]))
		if utf16.IsSurrogate(r) {
			if i+4 > len(src) && !end {
				return dst, i
			}
			pair := rune(utf8.RuneError)
			if i+4 <= len(src) {
				pair = utf16.DecodeRune(r, rune(order.Uint16(src[i+2:])))
			}
			if r = pair; r != utf8.RuneError {
				i += 2
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	if end && i < len(src) { // half a character
		return utf8.AppendRune(dst, utf8.RuneError), len(src)
	}
	return dst, i
}

func wide32(dst, src []byte, order binary.ByteOrder, end bool) ([]byte, int) {
	i := 0
	for ; i+4 <= len(src); i += 4 {
		v := order.Uint32(src[i:])
		r := rune(utf8.RuneError)
		if v <= utf8.MaxRune {
			r = rune(v)
		}
		dst = utf8.AppendRune(dst, r)
	}
	if end && i < len(src) {
		return utf8.AppendRune(dst, utf8.RuneError), len(src)
	}
	return dst, i
}
