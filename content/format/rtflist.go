package format

import "readout/content/clean"

// The lists of rich text stand in a table: forms and starts of their levels, in
// the words of Word's numbering, which counts them (docxnumber.go). Nearly every
// program also writes the number before each item, and then that is read.

// rtfList is the list or the override that is read.
type rtfList struct {
	abstract *abstractNum
	level    int // that is read
	id       string
	starts   [9]int
	override bool
}

// listed reads a word in the tables of lists.
func (r *rtf) listed(word string, n int) {
	l := &r.list
	switch word {
	case "list":
		*l = rtfList{abstract: &abstractNum{}, level: -1}
	case "listoverride":
		*l = rtfList{override: true, level: -1, starts: noStarts}
	case "listlevel", "lfolevel":
		if l.level++; l.level < 9 && l.abstract != nil {
			l.abstract.levels[l.level] = numLevel{form: "decimal", restart: -1, start: 1, set: true}
		}
	case "listid":
		l.id = decimal(n)
		if l.abstract != nil && len(r.nums.abstract) < 20_000 {
			r.nums.abstract[l.id] = l.abstract
		}
	case "ls":
		if a := r.nums.abstract[l.id]; l.override && a != nil && len(r.nums.nums) < 20_000 {
			r.nums.nums[decimal(n)] = &num{abstract: a, starts: l.starts}
		}
	case "levelstartat":
		if l.level < 0 || l.level > 8 {
			break
		}
		n = max(0, min(n, 1<<30))
		if l.override {
			l.starts[l.level] = n
		} else if l.abstract != nil {
			l.abstract.levels[l.level].start = n
		}
	case "levelnfc", "levelnfcn":
		if l.abstract != nil && l.level >= 0 && l.level < 9 {
			l.abstract.levels[l.level].form = numberForm(n)
		}
	case "li", "lin":
		if l.abstract != nil && l.level >= 0 && l.level < 9 {
			l.abstract.levels[l.level].left = max(0, n)
		}
	}
}

var noStarts = [9]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}

// levelText takes the form of a level: its length, then characters, of which the
// first nine stand for the counters.
func (r *rtf) levelText(s string) {
	l := &r.list
	if l.abstract == nil || l.level < 0 || l.level > 8 {
		return
	}
	runes := []rune(s)
	if len(runes) == 0 {
		return
	}
	n := min(int(runes[0]), len(runes)-1)
	var form []byte
	for _, c := range runes[1 : 1+n] {
		if c < 9 {
			form = append(form, '%', byte('1'+c))
		} else {
			form = append(form, string(c)...)
		}
	}
	l.abstract.levels[l.level].text = clean.String(string(form))
}

func numberForm(n int) string {
	switch n {
	case 1:
		return "upperRoman"
	case 2:
		return "lowerRoman"
	case 3:
		return "upperLetter"
	case 4:
		return "lowerLetter"
	case 5:
		return "ordinal"
	case 6:
		return "cardinalText"
	case 7:
		return "ordinalText"
	case 22:
		return "decimalZero"
	case 23:
		return "bullet"
	case 255:
		return "none"
	}
	return "decimal"
}
