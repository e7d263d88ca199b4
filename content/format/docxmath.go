package format

import (
	"strconv"
	"strings"
)

// math reads an equation as text that can be read aloud: a fraction as a/b, a
// power as x^2, a root as √(x).
func (d *docx) math() string {
	x := d.x
	var b strings.Builder
	x.children(func() {
		if x.kind == xmlStart {
			b.WriteString(d.term())
		}
	})
	return strings.TrimSpace(b.String())
}

// term reads one element of an equation.
func (d *docx) term() string {
	x := d.x
	name := x.name
	switch name {
	case "m:t", "w:t":
		return x.words()
	case "m:rPr", "w:rPr", "m:ctrlPr", "m:oMathParaPr", "w:del", "m:argPr":
		x.skip()
		return ""
	}
	part := map[string][]string{}
	begin, end, sep, char := "(", ")", "|", ""
	var all strings.Builder
	x.children(func() {
		if x.kind != xmlStart {
			return
		}
		kind := x.name
		if strings.HasSuffix(kind, "Pr") {
			x.children(func() {
				v := x.attr("m:val")
				switch x.name {
				case "m:begChr":
					begin = v
				case "m:endChr":
					end = v
				case "m:sepChr":
					sep = v
				case "m:chr":
					char = v
				}
			})
			return
		}
		s := d.term()
		part[kind] = append(part[kind], s)
		all.WriteString(s)
	})
	one := func(kind string) string { return strings.Join(part[kind], "") }
	switch name {
	case "m:f":
		return group(one("m:num")) + "/" + group(one("m:den"))
	case "m:sSup":
		return one("m:e") + "^" + group(one("m:sup"))
	case "m:sSub":
		return one("m:e") + "_" + group(one("m:sub"))
	case "m:sSubSup":
		return one("m:e") + "_" + group(one("m:sub")) + "^" + group(one("m:sup"))
	case "m:sPre":
		return "_" + group(one("m:sub")) + "^" + group(one("m:sup")) + one("m:e")
	case "m:rad":
		switch deg := strings.TrimSpace(one("m:deg")); deg {
		case "", "2":
			return "√" + group(one("m:e"))
		case "3":
			return "∛" + group(one("m:e"))
		default:
			return "√[" + deg + "]" + group(one("m:e"))
		}
	case "m:nary":
		if char == "" {
			char = "∫"
		}
		s := char
		if sub := one("m:sub"); sub != "" {
			s += "_" + group(sub)
		}
		if sup := one("m:sup"); sup != "" {
			s += "^" + group(sup)
		}
		return s + " " + one("m:e")
	case "m:d":
		return begin + strings.Join(part["m:e"], sep) + end
	case "m:func":
		return one("m:fName") + " " + one("m:e")
	case "m:limLow":
		return one("m:e") + "_" + group(one("m:lim"))
	case "m:limUpp":
		return one("m:e") + "^" + group(one("m:lim"))
	case "m:m":
		return "[" + strings.Join(part["m:mr"], "; ") + "]"
	case "m:mr", "m:eqArr":
		return strings.Join(part["m:e"], ", ")
	}
	return all.String()
}

// group puts in brackets what is more than a word or a number.
func group(s string) string {
	s = strings.TrimSpace(s)
	if strings.ContainsAny(s, " +-−–*/=×·±^_,") {
		return "(" + s + ")"
	}
	return s
}

// inSymbols is text that was typed in such a font.
func inSymbols(s, font string) string {
	var b strings.Builder
	for _, c := range s {
		if c <= ' ' {
			b.WriteRune(c)
			continue
		}
		b.WriteString(symbol(font, strconv.FormatInt(int64(c), 16)))
	}
	return b.String()
}

// hasPictures reports whether a font has pictures for letters.
func hasPictures(font string) bool {
	return strings.HasPrefix(font, "Symbol") || strings.HasPrefix(font, "Wingdings")
}

// symbol is a character of a font that has pictures for letters.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	c := rune(n)
	if c >= 0xF000 && c <= 0xF0FF {
		c -= 0xF000
	}
	switch {
	case strings.HasPrefix(font, "Wingdings 2"):
		switch c {
		case 0x50:
			return "✓"
		case 0x4F:
			return "✗"
		case 0x52, 0x53, 0x54:
			return "☒"
		case 0xA3:
			return "☐"
		}
		return "•"
	case strings.HasPrefix(font, "Wingdings"):
		switch c {
		case 0xFC:
			return "✓"
		case 0xFB:
			return "✗"
		case 0xFD, 0xFE, 0x78:
			return "☒"
		case 0x6F, 0x71, 0x72, 0xA8:
			return "☐"
		case 0xE0, 0xE8, 0xF0:
			return "→"
		case 0xDF, 0xE7, 0xEF:
			return "←"
		case 0x4A:
			return "☺"
		case 0x28, 0x29:
			return "☎"
		case 0x2A:
			return "✉"
		}
		return "•"
	case strings.HasPrefix(font, "Symbol"):
		if s := greek(c); s != "" {
			return s
		}
	}
	if c < ' ' || c >= 0xE000 && c < 0xF900 {
		return ""
	}
	return string(c)
}

// greek is the encoding of the font Symbol.
func greek(c rune) string {
	const upper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	const lower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
	switch {
	case c >= 'A' && c <= 'Z':
		return string([]rune(upper)[c-'A'])
	case c >= 'a' && c <= 'z':
		return string([]rune(lower)[c-'a'])
	}
	switch c {
	case 0xA3:
		return "≤"
	case 0xB3:
		return "≥"
	case 0xB1:
		return "±"
	case 0xB4:
		return "×"
	case 0xB7:
		return "•"
	case 0xB9:
		return "≠"
	case 0xBB:
		return "≈"
	case 0xAE:
		return "→"
	case 0xAC:
		return "←"
	case 0xB0:
		return "°"
	case 0xA5:
		return "∞"
	case 0xD6:
		return "√"
	case 0xE5:
		return "∑"
	case 0x2D:
		return "−"
	case 0xD9:
		return "∧"
	case 0xDA:
		return "∨"
	case 0xA9, 0xA7, 0xA8, 0xAA:
		return "•"
	}
	return ""
}
