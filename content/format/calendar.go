package format

import (
	"bytes"
	"strconv"
	"strings"

	"readout/briefing"
)

// An invitation is a mail whose only body is a calendar. It is read as what a
// calendar shows of it: what, when, where, who, and the words that came with it.
// Its days are as it states them, with the zone that it names.

// calendarMarkdown writes the events of a calendar.
func calendarMarkdown(raw []byte) lined {
	var md []byte
	in := ""
	var fields [][2]string
	for _, line := range calendarLines(raw) {
		name, value, _ := strings.Cut(line, ":")
		key, params, _ := strings.Cut(name, ";")
		switch key = strings.ToUpper(key); {
		case key == "BEGIN":
			if in = strings.ToUpper(value); in == "VEVENT" || in == "VTODO" {
				fields = nil
			}
		case key == "END" && (strings.EqualFold(value, "VEVENT") || strings.EqualFold(value, "VTODO")):
			md = appendEvent(md, fields)
			fields = nil
		case key == "END":
			in = "VEVENT" // an alarm within it is over
		case in == "VEVENT" || in == "VTODO":
			switch key {
			case "SUMMARY", "LOCATION", "DESCRIPTION":
				fields = append(fields, [2]string{key, calendarText(value)})
			case "DTSTART", "DTEND", "DUE":
				fields = append(fields, [2]string{key, calendarTime(value, params)})
			case "ORGANIZER", "ATTENDEE":
				who := calendarParam(params, "CN")
				if who == "" {
					_, who, _ = strings.Cut(value, ":")
				}
				fields = append(fields, [2]string{key, who})
			}
		}
	}
	return lined{md: md, from: make([]int, bytes.Count(md, []byte{'\n'}))}
}

// appendEvent writes one event: its fields, then its description.
func appendEvent(md []byte, fields [][2]string) []byte {
	all := func(key string) string {
		var v []string
		for _, f := range fields {
			if f[0] == key && line1(f[1]) != "" {
				v = append(v, line1(f[1]))
			}
		}
		return strings.Join(v, ", ")
	}
	if len(md) > 0 {
		md = append(md, '\n')
	}
	when := all("DTSTART")
	if end := all("DTEND"); end != "" && end != when {
		if day, clock, ok := strings.Cut(end, ", "); ok && strings.HasPrefix(when, day) {
			end = clock
		}
		if i := strings.LastIndexByte(when, ' '); i > 0 && strings.HasSuffix(end, when[i:]) && len(when) > i+2 && (when[i+1] == '(' || when[i+1] == 'U') {
			when = when[:i]
		}
		when += " – " + end
	}
	begun := false
	for _, f := range [][2]string{{"What", all("SUMMARY")}, {"When", when}, {"Due", all("DUE")}, {"Where", all("LOCATION")}, {"Organiser", all("ORGANIZER")}, {"Invited", all("ATTENDEE")}} {
		if f[1] == "" {
			continue
		}
		if begun {
			md = append(md, "\\\n"...)
		}
		md, begun = appendText(append(append(append(md, "**"...), f[0]...), ":** "...), []byte(f[1]), false), true
	}
	if begun {
		md = append(md, '\n')
	}
	for _, f := range fields {
		if f[0] == "DESCRIPTION" {
			if text := plainMarkdown([]byte(f[1]+"\n"), shape{lines: true}).md; len(text) > 0 {
				md = append(append(md, '\n'), text...)
			}
			break
		}
	}
	return md
}

// calendarLines joins the lines that were folded.
func calendarLines(raw []byte) (lines []string) {
	for l := range bytes.Lines(bytes.ReplaceAll(raw, []byte{'\r'}, nil)) {
		s := string(bytes.TrimRight(l, "\n"))
		if n := len(lines); n > 0 && s != "" && (s[0] == ' ' || s[0] == '\t') && len(lines[n-1]) < 64<<10 {
			lines[n-1] += s[1:]
		} else if len(lines) < 10000 {
			lines = append(lines, s)
		}
	}
	return lines
}

// calendarText takes the escapes off.
func calendarText(s string) string {
	return strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(s)
}

// calendarTime is “16 November 2021, 10:00 (Europe/Berlin)” of 20211116T100000.
func calendarTime(v, params string) string {
	if len(v) < 8 {
		return v
	}
	d, ok := briefing.ParseDate(v[:4] + "-" + v[4:6] + "-" + v[6:8])
	if !ok {
		return v
	}
	s := longDate(d)
	if len(v) >= 13 && v[8] == 'T' {
		s += ", " + v[9:11] + ":" + v[11:13]
		if strings.HasSuffix(v, "Z") {
			s += " UTC"
		} else if zone := calendarParam(params, "TZID"); zone != "" {
			s += " (" + zone + ")"
		}
	}
	return s
}

func calendarParam(params, key string) string {
	for _, p := range strings.Split(params, ";") {
		if k, v, ok := strings.Cut(p, "="); ok && strings.EqualFold(k, key) {
			return strings.Trim(v, `"`)
		}
	}
	return ""
}

// longDate is a day in words.
func longDate(d briefing.Date) string {
	months := [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	return strconv.Itoa(d.Day) + " " + months[d.Month-1] + " " + strconv.Itoa(d.Year)
}
