package format

import (
	"strings"
)

// A docxField is instructions to Word and what they gave when it was last run, which
// is what is read.
type docxField struct {
	instr  []byte
	result bool
	link   string
	text   string // what the instructions themselves say, where they have no result
	hidden bool   // its result is a page number in a margin
}

// fieldChar goes on with a field: its instructions, its result, its end.
func (d *docx) fieldChar(text func(string)) {
	x := d.x
	n := len(d.fields)
	switch x.attr("w:fldCharType") {
	case "begin":
		if n < 64 {
			d.fields = append(d.fields, docxField{})
		}
		box := ""
		x.children(func() {
			if x.name == "w:ffData" {
				x.children(func() {
					if x.name == "w:checkBox" {
						box = checkBox(false)
						x.children(func() {
							if x.name == "w:checked" || x.name == "w:default" {
								box = checkBox(x.on())
							}
						})
					}
				})
			}
		})
		if box != "" {
			d.fields = d.fields[:n]
			text(box)
			d.fields = append(d.fields, docxField{})
		}
	case "separate":
		if n > 0 {
			d.fields[n-1].run(d.header)
		}
	case "end":
		if n > 0 {
			f := d.fields[n-1]
			d.fields = d.fields[:n-1]
			if f.run(d.header); f.text != "" {
				text(f.text)
			}
		}
	}
}

func checkBox(on bool) string {
	if on {
		return "☒"
	}
	return "☐"
}

// run reads the instructions of a field: a link means something here, an equation
// or ruby in the old way, and in a margin the number of the page.
func (f *docxField) run(margin bool) {
	f.result = true
	w := strings.Fields(string(f.instr))
	if len(w) == 0 {
		return
	}
	switch strings.ToUpper(w[0]) {
	case "HYPERLINK":
		inside := false
		for _, a := range w[1:] {
			switch {
			case a == `\l`:
				inside = true
			case strings.HasPrefix(a, `\`):
			case !inside && f.link == "":
				f.link = linkTo(strings.Trim(a, `"“”`))
			}
		}
	case "EQ":
		e := eqField{s: strings.TrimLeft(string(f.instr), " \t\r\n")[2:]}
		f.text = line1(e.terms(""))
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SECTION":
		f.hidden = margin
	}
}

// eqField reads the instructions of an EQ field, by which equations were set before
// there was an editor for them, and Japanese still is with its reading above it:
// \f(1,2) is a fraction, \o(a,\s\up 9(b)) one thing over another.
type eqField struct {
	s     string
	depth int
}

// terms reads up to a character of stop, or to the end.
func (e *eqField) terms(stop string) string {
	var b strings.Builder
	for e.s != "" {
		c := e.s[0]
		if strings.IndexByte(stop, c) >= 0 {
			break
		}
		e.s = e.s[1:]
		if c != '\\' || e.s == "" {
			b.WriteByte(c)
			continue
		}
		n := 0
		for n < len(e.s) && isLetter(e.s[n]) {
			n++
		}
		if n > 0 {
			name := strings.ToLower(e.s[:n])
			e.s = e.s[n:]
			b.WriteString(e.term(name))
			continue
		}
		if c, e.s = e.s[0], e.s[1:]; c != '*' {
			b.WriteByte(c)
			continue
		}
		// how the result looks: one more word
		e.s = strings.TrimLeft(e.s, " ")
		end := strings.IndexByte(e.s, ' ')
		if strings.HasPrefix(e.s, `"`) {
			end = strings.IndexByte(e.s[1:], '"') + 2
		}
		if end < 2 {
			e.s = ""
			break
		}
		e.s = e.s[end:]
	}
	return b.String()
}

// term reads the options and arguments of a command.
func (e *eqField) term(name string) string {
	above := false
	for { // options: \up 9, \ad, \co2
		rest := strings.TrimLeft(e.s, " 0123456789")
		if !strings.HasPrefix(rest, `\`) || len(rest) < 2 || !isLetter(rest[1]) {
			e.s = rest
			break
		}
		n := 1
		for n < len(rest) && isLetter(rest[n]) {
			n++
		}
		above = above || strings.EqualFold(rest[1:n], "up")
		e.s = rest[n:]
	}
	if !strings.HasPrefix(e.s, "(") || e.depth > 16 {
		return ""
	}
	e.depth++
	var args []string
	for e.s != "" && e.s[0] != ')' {
		e.s = e.s[1:]
		args = append(args, strings.TrimSpace(e.terms(",;)")))
	}
	e.depth--
	if e.s != "" {
		e.s = e.s[1:]
	}
	switch {
	case name == "f" && len(args) == 2:
		return group(args[0]) + "/" + group(args[1])
	case name == "r" && len(args) == 2 && args[0] != "" && args[0] != "2":
		return "√[" + args[0] + "]" + group(args[1])
	case name == "r":
		return "√" + group(args[len(args)-1])
	case name == "s" && above:
		return raisedTerm + strings.Join(args, " ")
	case name == "b":
		return "(" + strings.Join(args, " ") + ")"
	case name == "o" && len(args) == 2:
		for i, a := range args {
			if reading, ok := strings.CutPrefix(a, raisedTerm); ok {
				return args[1-i] + "(" + reading + ")"
			}
		}
	}
	return strings.Join(args, " ")
}

// raisedTerm stands before what is raised, until it is known what it stands over.
const raisedTerm = "^"
