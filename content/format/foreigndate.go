package format

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing"
)

// Dates as other languages write them in heads: “8. November 2021”, “le 8 novembre
// 2021”, “8 de noviembre de 2021”, “8 ноября 2021 г.”, “2021年11月8日”, and with
// points “08.11.2021”, which is day and month everywhere. The engine reads English;
// what a document says of its own day is read in any of these.
//
//	catches: Berlin, den 8. November 2021
//	not:     8. 11. Kapitel, 1.2.2021.4 (a version), 08/11/2021 (read in two ways)

// findDate finds the first calendar date in s that needs no anchor: s[from:to].
func findDate(s string) (d briefing.Date, from, to int, ok bool) {
	d, from, to, ok = briefing.FindDate(s)
	if e, i, j, found := foreignDate(s); found && (!ok || i < from) {
		return e, i, j, true
	}
	return d, from, to, ok
}

// parseDate reads a whole string as one calendar date.
func parseDate(s string) (briefing.Date, bool) {
	if d, ok := briefing.ParseDate(s); ok {
		return d, true
	}
	s = strings.TrimSpace(s)
	d, from, to, ok := foreignDate(s)
	if !ok {
		return d, false
	}
	before := strings.TrimRight(s[:from], " ,")
	for _, w := range strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		if w != "den" && w != "le" && w != "am" && !isForeignWeekday(w) {
			return briefing.Date{}, false
		}
	}
	return d, strings.Trim(s[to:], " .,г") == ""
}

// foreignDate finds a date in one of the other forms.
func foreignDate(s string) (d briefing.Date, from, to int, ok bool) {
	if len(s) > 300 {
		s = s[:300]
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || i > 0 && (isDigit(s[i-1]) || s[i-1] == '.' || s[i-1] == '/' || s[i-1] == '-') {
			continue
		}
		n := digits([]byte(s[i:]))
		if n == 4 {
			if d, end, ok := signDate(s, i); ok {
				return d, i, end, true
			}
		}
		if n > 2 {
			i += n - 1
			continue
		}
		day, rest := s[i:i+n], s[i+n:]
		if d, end, ok := pointDate(day, rest); ok {
			return d, i, len(s) - len(rest) + end, true
		}
		if d, end, ok := monthDate(day, rest); ok {
			return d, i, len(s) - len(rest) + end, true
		}
		i += n - 1
	}
	return briefing.Date{}, 0, 0, false
}

// pointDate reads “.11.2021” after a day.
func pointDate(day, rest string) (d briefing.Date, end int, ok bool) {
	at := 0
	field := func(least, most int) string {
		if at >= len(rest) || rest[at] != '.' {
			return ""
		}
		at++
		for at < len(rest) && rest[at] == ' ' {
			at++
		}
		n := digits([]byte(rest[at:]))
		if n < least || n > most {
			return ""
		}
		at += n
		return rest[at-n : at]
	}
	m := field(1, 2)
	y := field(4, 4)
	if m == "" || y == "" || at < len(rest) && (rest[at] == '.' && at+1 < len(rest) && isDigit(rest[at+1]) || rest[at] == '/') {
		return d, 0, false
	}
	d, ok = calendarDate(y, m, day)
	return d, at, ok
}

// monthDate reads “. November 2021”, “ de noviembre de 2021” after a day.
func monthDate(day, rest string) (d briefing.Date, end int, ok bool) {
	at := 0
	for _, p := range []string{".º", "º", "°", "er", ".", ""} {
		if strings.HasPrefix(rest, p) {
			at = len(p)
			break
		}
	}
	word := func() string {
		n := at
		for n < len(rest) && rest[n] == ' ' {
			n++
		}
		begin := n
		for n < len(rest) {
			r, size := utf8.DecodeRuneInString(rest[n:])
			if !unicode.IsLetter(r) {
				break
			}
			n += size
		}
		if begin == at || begin == n {
			return ""
		}
		at = n
		return strings.ToLower(rest[begin:n])
	}
	w := word()
	if w == "de" {
		w = word()
	}
	m := foreignMonth(w)
	if m == 0 {
		return d, 0, false
	}
	at += len(rest[at:]) - len(strings.TrimPrefix(rest[at:], "."))
	was := at
	if next := word(); next != "de" && next != "del" {
		at = was
	}
	for at < len(rest) && rest[at] == ' ' {
		at++
	}
	if digits([]byte(rest[at:])) != 4 {
		return d, 0, false
	}
	d, ok = calendarDate(rest[at:at+4], strconv.Itoa(m), day)
	return d, at + 4, ok
}

// signDate reads “2021年11月8日”.
func signDate(s string, at int) (d briefing.Date, end int, ok bool) {
	y := s[at : at+4]
	var f [2]string
	rest := s[at+4:]
	for i, sign := range []string{"年", "月"} {
		after, found := strings.CutPrefix(rest, sign)
		n := digits([]byte(after))
		if !found || n < 1 || n > 2 {
			return d, 0, false
		}
		f[i], rest = after[:n], after[n:]
	}
	rest, found := strings.CutPrefix(rest, "日")
	if !found {
		return d, 0, false
	}
	d, ok = calendarDate(y, f[0], f[1])
	return d, len(s) - len(rest), ok
}

func calendarDate(y, m, d string) (briefing.Date, bool) {
	return briefing.ParseDate(y + "-" + ("0" + m)[len(m)-1:] + "-" + ("0" + d)[len(d)-1:])
}

// foreignMonth is the number of a month that is not English, 0 for none.
func foreignMonth(w string) int {
	switch w {
	case "januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari", "stycznia", "января", "січня", "ocak":
		return 1
	case "februar", "feber", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "lutego", "февраля", "лютого":
		return 2
	case "märz", "maerz", "mars", "marzo", "março", "maart", "marca", "марта", "березня":
		return 3
	case "avril", "abril", "aprile", "kwietnia", "апреля", "квітня":
		return 4
	case "mai", "mayo", "maggio", "maio", "mei", "maj", "maja", "мая", "травня":
		return 5
	case "juni", "juin", "junio", "giugno", "junho", "czerwca", "июня", "червня":
		return 6
	case "juli", "juillet", "julio", "luglio", "julho", "lipca", "июля", "липня":
		return 7
	case "août", "aout", "agosto", "augustus", "augusti", "sierpnia", "августа", "серпня":
		return 8
	case "septembre", "septiembre", "setiembre", "settembre", "setembro", "września", "сентября", "вересня":
		return 9
	case "oktober", "octobre", "octubre", "ottobre", "outubro", "października", "октября", "жовтня":
		return 10
	case "november", "novembre", "noviembre", "novembro", "listopada", "ноября", "листопада":
		return 11
	case "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "december", "desember", "grudnia", "декабря", "грудня":
		return 12
	case "april", "apr", "avr", "abr":
		return 4
	case "august", "aug", "ago":
		return 8
	case "september", "sept", "sep", "set":
		return 9
	case "jan", "janv", "ene", "gen":
		return 1
	case "feb", "févr", "fév":
		return 2
	case "mär", "mrt", "mar":
		return 3
	case "mag":
		return 5
	case "jun", "giu":
		return 6
	case "jul", "juil", "lug":
		return 7
	case "okt", "oct", "ott":
		return 10
	case "nov":
		return 11
	case "dez", "déc", "dic", "dec":
		return 12
	}
	return 0
}

func isForeignWeekday(w string) bool {
	switch w {
	case "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
		"samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
		"sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "mo", "di", "mi", "do", "fr", "sa", "so":
		return true
	}
	return false
}
