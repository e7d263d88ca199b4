package format

import "testing"

func TestForeignDates(t *testing.T) {
	for s, want := range map[string]string{
		"Berlin, den 8. November 2021":            "2021-11-08",
		"Erstellt am 08.11.2021 - Presse":         "2021-11-08",
		"Montag, 8. 11. 2021":                     "2021-11-08",
		"Paris, le 1er mars 2021":                 "2021-03-01",
		"Madrid, 8 de noviembre de 2021":          "2021-11-08",
		"Roma, 8 novembre 2021":                   "2021-11-08",
		"8 ноября 2021 г.":                        "2021-11-08",
		"2021年11月8日 09:00":                        "2021-11-08",
		"November 8, 2021":                        "2021-11-08",
		"Gesendet: Montag, 8. November 2021 9:12": "2021-11-08",
		"08/11/2021":                              "",
		"version 1.2.2021.4":                      "",
		"8. 11. Kapitel":                          "",
		"31.02.2021":                              "",
		"am 8. November":                          "",
		"page 3 de 2021":                          "",
	} {
		d, from, to, ok := findDate(s)
		got := ""
		if ok {
			got = d.String()
		}
		if got != want || from > to || to > len(s) {
			t.Errorf("%q is %q [%d:%d], want %q", s, got, from, to, want)
		}
	}
	for s, want := range map[string]bool{"Montag, 8. November 2021": true, "le 8 novembre 2021": true, "Berlin, 8. November 2021": false, "08.11.2021": true, "8 novembre 2021 à Paris": false} {
		if _, ok := parseDate(s); ok != want {
			t.Errorf("%q is a date: %v", s, ok)
		}
	}
}
