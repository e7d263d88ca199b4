package format

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/htmlindex"
)

// A text of a mail or a page that names no charset, or “us-ascii” over high bytes, is
// mostly Western, which is the gate's business. Where most letters are high bytes it
// is none: then it is read in each charset of the scripts that were written in eight
// bits, and the reading that looks like a language wins. In Cyrillic, Greek and the
// like that is small letters after each other; in Japanese, kana; else signs of
// Chinese or Korean.
//
//	catches: Ìèíèñòð ïðèáûâàåò, which is “Министр прибывает” in Windows-1251
//	not:     L’été à Genève, where most letters are ASCII

// guessCharset names the charset of bytes that are no UTF-8, "" for Western ones.
func guessCharset(raw []byte) string {
	raw = raw[:min(len(raw), 8<<10)]
	high, ascii := 0, 0
	for _, c := range raw {
		if c >= 0x80 {
			high++
		} else if isLetter(c) {
			ascii++
		}
	}
	if high < 8 || high < ascii {
		return ""
	}
	best, most := "", 0
	for _, name := range []string{"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "windows-1253", "windows-1255", "windows-1256", "shift_jis", "euc-jp", "gb18030", "euc-kr", "big5"} {
		e, err := htmlindex.Get(name)
		if err != nil {
			continue
		}
		text, err := e.NewDecoder().Bytes(raw)
		if err != nil {
			continue
		}
		if n := looksWritten(string(text)) * 1000 / max(1, high); n > most {
			best, most = name, n
		}
	}
	if most < 300 {
		return ""
	}
	return best
}

// commonSigns are signs that every text of Chinese, Japanese or Korean has; a wrong
// reading has others.
const commonSigns = "的一是不在有人我他这這中大来來上国國个個到说說们們为為子和地出会會也时時年就要下以生自过過家对對可里裡后後小多天能好都没沒日于起还還发發成事作当當看文开開手用主行方本见見公同三十二四五六明月星期政府部长長委员員议議问問题題今関開始" +
	"이다는에의가을를은도고하지로한니습위회일있기사"

// looksWritten scores a reading in bytes that it makes sense of: what a wrong one
// makes of them, capitals inside words, signs and boxes between letters, counts
// against it.
func looksWritten(s string) (score int) {
	var was rune
	for _, r := range s {
		switch {
		case r < 0x80:
		case unicode.In(r, unicode.Cyrillic, unicode.Greek):
			switch {
			case unicode.IsLower(r):
				score++
			case unicode.IsLetter(was) && !unicode.IsUpper(was):
				score -= 3 // a capital after a small letter
			}
			if r > 0x044F && r != 'ё' && r != 'і' && r != 'ї' && r != 'є' && unicode.Is(unicode.Cyrillic, r) {
				score -= 2
			}
		case unicode.In(r, unicode.Hebrew, unicode.Arabic):
			score++
		case unicode.In(r, unicode.Hiragana):
			score += 3
		case unicode.In(r, unicode.Katakana) && r < 0xFF00:
			score += 2
		case strings.ContainsRune(commonSigns, r):
			score += 4
		case unicode.Is(unicode.Han, r):
			score++
		case unicode.In(r, unicode.Hangul):
		case r >= 0x3001 && r <= 0x3011, r >= 0xFF01 && r <= 0xFF1F, r >= 0x2010 && r <= 0x2026, r == '«', r == '»', r == '№':
			score++
		default: // boxes, accents, half signs
			score -= 2
		}
		was = r
	}
	return score
}
