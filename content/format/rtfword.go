package format

import (
	"strconv"
)

// control reads what follows a backslash: a word with its number, or a sign.
func (r *rtf) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if !isLetter(c) {
		r.at++
		r.sign(c)
		return
	}
	from := r.at
	for r.at < len(r.in) && isLetter(r.in[r.at]) && r.at-from < 40 {
		r.at++
	}
	word := string(r.in[from:r.at])
	from = r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && isDigit(r.in[r.at]) && r.at-from < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[from:r.at]))
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(len(r.in), r.at+max(0, n))
		return
	}
	if r.skip > 0 && word != "u" {
		r.skip--
		return
	}
	if word == "u" {
		if r.state.to != rtfSkip {
			r.rune(n)
		}
		r.skip = r.state.uc
		return
	}
	r.decode()
	r.word(word, n, err == nil)
}

// sign reads a control of one sign.
func (r *rtf) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			v, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8)
			if r.at += 2; err == nil {
				r.raw([]byte{byte(v)})
			}
		}
	case '*':
		r.state.star = true
	case '{', '}', '\\':
		r.raw([]byte{c})
	case '~':
		r.rune(' ')
	case '_':
		r.rune('-')
	case '\n', '\r':
		r.decode()
		r.word("par", 0, false)
	}
}

// word does what a word says. A word at the start of a group may say where its
// text goes; unknown ones behind \* are skipped with the group.
func (r *rtf) word(word string, n int, has bool) {
	star := r.state.star
	r.state.star = false
	switch r.state.to {
	case rtfSkip:
		return
	case rtfTwice:
		if word == "ud" {
			r.state.to = r.state.was
		}
		return
	case rtfPict, rtfProp:
		r.ofPicture(word)
		return
	case rtfPropName, rtfPropSays:
		if word == "pict" || star {
			r.state.to = rtfSkip
		}
		return
	case rtfForm:
		switch word {
		case "ffres":
			r.box.on = n
		case "ffdefres":
			r.box.usual = n
		case "ffname", "ffhelptext", "ffstattext", "ffdeftext", "ffl", "ffformat", "ffentrymcr", "ffexitmcr":
			r.state.to = rtfSkip
		}
		return
	case rtfLists:
		switch word {
		case "leveltext":
			r.state.to = rtfLevel
			r.text = r.text[:0]
		case "levelnumbers", "listname", "liststylename", "listpicture":
			r.state.to = rtfSkip
		default:
			r.listed(word, n)
		}
		return
	}
	if r.destination(word) {
		return
	}
	if star {
		r.state.to = rtfSkip
		return
	}
	on := !has || n != 0
	switch r.state.to {
	case rtfFonts:
		switch word {
		case "f":
			r.fontN = n
			if len(r.fonts) < 10_000 {
				r.fonts[n] = rtfFont{}
			}
		case "fcharset":
			if _, ok := r.fonts[r.fontN]; ok {
				r.fonts[r.fontN] = rtfFont{page: codePageOf(n)}
			}
		}
		return
	case rtfStyles:
		switch word {
		case "s":
			r.style, r.styleN = rtfStyle{based: -1}, n
		case "cs", "ds", "ts":
			r.style, r.styleN = rtfStyle{based: -1}, -1-n
		case "sbasedon":
			r.style.based = n
		case "outlinelevel":
			r.style.level = outline(decimal(n))
		}
		return
	}
	if s := rtfChar(word); s != "" {
		r.say(s)
		return
	}
	if r.state.to != rtfBody {
		return
	}
	f := r.flow
	row := &f.row
	if r.state.inner {
		row = &f.inner
	}
	if row.define(word, n) {
		return
	}
	set := func(l look) {
		if r.state.look &^= l; on {
			r.state.look |= l
		}
	}
	switch word {
	case "ansicpg":
		r.page = strconv.Itoa(n)
	case "mac":
		r.page = "10000"
	case "pc":
		r.page = "437"
	case "pca":
		r.page = "850"
	case "uc":
		r.state.uc = max(0, min(n, 16))
	case "f":
		r.state.font = n
	case "plain":
		r.state.look, r.state.hidden, r.state.deleted = 0, false, false
	case "b":
		set(bold)
	case "i":
		set(italic)
	case "strike", "striked":
		set(strike)
	case "super":
		set(raised)
	case "nosupersub", "sub":
		r.state.look &^= raised
	case "v":
		r.state.hidden = on
	case "deleted":
		if r.state.deleted = on; on {
			r.track.out++
		}
	case "revised":
		if on {
			r.track.in++
		}
	case "pard":
		f.props = rtfProps{outline: -1, label: f.props.label, labelled: f.props.labelled}
	case "s":
		f.props.style = n
	case "outlinelevel":
		f.props.outline = outline(decimal(n))
	case "ls":
		f.props.list = max(0, n)
	case "ilvl":
		f.props.level = max(0, min(n, 8))
	case "li", "lin":
		f.props.left = max(0, n)
	case "intbl":
		f.props.table = max(1, f.props.table)
	case "itap":
		f.props.table = max(0, min(n, deepestTable))
	case "par", "sect", "page":
		if !r.state.deleted {
			f.paragraph(r)
		}
	case "line", "lbr":
		r.say(lineBreak)
	case "cell":
		f.endCell(r, 1)
	case "row":
		f.endRow(1, f.row)
	case "nestcell":
		f.endCell(r, max(2, f.props.table))
	case "nestrow":
		f.endRow(max(2, f.props.table), f.inner)
	}
}

// destination reports whether a word says where the text of the group goes.
func (r *rtf) destination(word string) bool {
	to := func(t rtfTo) bool {
		r.state.to = t
		r.text = r.text[:0]
		return true
	}
	switch word {
	case "fonttbl":
		return to(rtfFonts)
	case "stylesheet":
		return to(rtfStyles)
	case "listtable", "listoverridetable":
		return to(rtfLists)
	case "pict":
		return to(rtfPict)
	case "sp":
		return to(rtfProp)
	case "formfield":
		r.state.to = rtfForm
		return true
	case "upr":
		r.state.was = r.state.to
		return to(rtfTwice)
	case "nesttableprops":
		r.state.inner = true
		return true
	case "colortbl", "object", "objdata", "nonshppict", "bkmkstart", "bkmkend", "generator", "xmlnstbl",
		"datafield", "themedata", "revtbl", "rsidtbl", "pgptbl", "pnseclvl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "shprslt", "tc", "xe", "atnid", "atnref", "atrfstart", "atrfend", "atntime", "atndate", "atnicn", "private", "filetbl", "pn", "nonesttables":
		r.state.to = rtfSkip
		return true
	case "info":
		return true
	case "title", "subject", "keywords", "doccomm", "category":
		r.author = word
		if word == "doccomm" {
			r.author = "description"
		}
		return to(rtfInfo)
	case "author":
		r.author = "creator"
		return to(rtfInfo)
	case "operator", "company", "manager", "hlinkbase", "creatim", "revtim", "printim", "buptim":
		r.state.to = rtfSkip
		return true
	case "field", "shp", "shpinst", "shppict", "fldrslt":
		return true
	case "fldinst":
		r.box.on, r.box.usual = 25, 0
		return to(rtfInstr)
	case "listtext", "pntext":
		return to(rtfLabel)
	case "atnauthor":
		return to(rtfAuthor)
	case "shptxt", "dptxbxtext":
		f := r.open("shptxt", nil)
		f.give = func(b block) { f.held = append(f.held, b) }
		return true
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		r.open("margin", func(b block) { r.w.margin(b, r.seen) })
		return true
	case "footnote":
		r.note("footnote")
		return true
	case "ftnalt":
		r.endnote()
		return true
	case "annotation":
		r.note("comment")
		return true
	}
	return false
}

// ofPicture reads a word in a picture or in one of its properties.
func (r *rtf) ofPicture(word string) {
	to := map[string]rtfTo{"sp": rtfProp, "sn": rtfPropName, "sv": rtfPropSays}
	if t, ok := to[word]; ok && (word == "sp" || r.state.to == rtfProp) {
		r.state.to = t
		r.text = r.text[:0]
	}
}

// note begins a note in the group.
func (r *rtf) note(kind string) {
	if len(r.notes) >= mostNotes {
		r.state.to = rtfSkip
		return
	}
	r.count[kind]++
	label := strconv.Itoa(r.count[kind])
	if kind == "comment" {
		label = "c" + label
	}
	author := r.author
	r.author = ""
	r.flow.p.add(textRun{note: label})
	at := len(r.notes)
	r.notes = append(r.notes, odtNote{label: label})
	if kind == "comment" {
		r.notes[at].blocks = byAuthor(author, nil)
	}
	r.open(kind, func(b block) {
		if n := &r.notes[at]; kind == "comment" && len(n.blocks) == 1 && b.paragraph != nil && n.blocks[0].words() == n.blocks[0].spans[0].text {
			n.blocks = byAuthor(author, []block{b})
		} else {
			n.blocks = append(n.blocks, b)
		}
	})
}

// endnote makes an endnote of the note that has just begun.
func (r *rtf) endnote() {
	if r.flow.kind != "footnote" || len(r.notes) == 0 {
		return
	}
	r.flow.kind = "endnote"
	r.count["footnote"]--
	r.count["endnote"]++
	n := &r.notes[len(r.notes)-1]
	was := n.label
	n.label = roman(r.count["endnote"])
	for f := r.state.opens; f != nil; f = nil {
		if k := len(f.p.spans); k > 0 && f.p.spans[k-1].note == was {
			f.p.spans[k-1].note = n.label
		}
	}
}
