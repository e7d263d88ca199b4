package lang

import "testing"

func TestDaysAndBack(t *testing.T) {
	want := Date{1582, 1, 1}
	for n := want.Days(); n < (Date{2400, 1, 1}).Days(); n++ {
		d := DateOf(n)
		if d != want || d.Days() != n || !d.Valid() {
			t.Fatalf("day %d is %v, want %v", n, d, want)
		}
		if want.Day++; !want.Valid() {
			want.Day = 1
			if want.Month++; want.Month > 12 {
				want.Month = 1
				want.Year++
			}
		}
	}
	if w := (Date{2021, 11, 8}).Weekday(); w != 0 {
		t.Errorf("8 November 2021 was a Monday, not %d", w)
	}
}

func TestParseDate(t *testing.T) {
	for s, want := range map[string]string{
		"2021-11-08":                              "2021-11-08",
		"2021/11/8":                               "2021-11-08",
		"2021-Nov-08":                             "2021-11-08",
		"20211108":                                "2021-11-08",
		"2021-11-08T09:00:00Z":                    "2021-11-08",
		"2021-11-08 09:00 UTC":                    "2021-11-08",
		"8 November 2021":                         "2021-11-08",
		"08 Nov 21":                               "2021-11-08",
		"8-Nov-2021":                              "2021-11-08",
		"8Nov2021":                                "2021-11-08",
		"the 8th of November, 2021":               "2021-11-08",
		"8th day of November, 2021":               "2021-11-08",
		"Nov. 8, 2021":                            "2021-11-08",
		"Nov. 8,2021":                             "2021-11-08",
		"NOVEMBER 08, 2021":                       "2021-11-08",
		"November 8th 2021":                       "2021-11-08",
		"Sept. 3, 1999":                           "1999-09-03",
		"Friday, January 4, 2019\u00a0":           "2019-01-04",
		"Published 27 March 2014":                 "2014-03-27",
		"Updated: 23-12-2023 01:35 IST":           "2023-12-23",
		"22 Apr, 2022 | 2:55 pm":                  "2022-04-22",
		"Updated 2:43 PM ET, Wed August 11, 2021": "2021-08-11",
		"Mon, 08 Nov 2021 09:12:33 -0500":         "2021-11-08",
		"Mon, 8 Nov 2021 09:12:33 +0000 (UTC)":    "2021-11-08",
		"Mon Nov  8 09:12:33 2021":                "2021-11-08",
		"Mon Nov  8 09:12:33 UTC 2021":            "2021-11-08",
		"101530ZNOV21":                            "2021-11-10",
		"101530Z NOV 2021":                        "2021-11-10",
		"12/25/2020":                              "2020-12-25",
		"25/12/2020":                              "2020-12-25",
		"04/04/2021":                              "2021-04-04",
		"27.03.2014":                              "2014-03-27",
		"29 February 2024":                        "2024-02-29",
		"8 Nov 75":                                "1975-11-08",

		"03/04/2021":              "", // 3 April or 4 March
		"11/12/13":                "",
		"31 November 2021":        "",
		"29 February 2023":        "",
		"8 November":              "",
		"November 2021":           "",
		"8 or 9 November 2021":    "",
		"8 November 2021 in Rome": "",
		"May 5 to May 9, 2022":    "",
		"Public Law 107-206":      "",
		"1.2.3":                   "",
		"10.11.2021.4":            "",
		"1/12/05/2021":            "",
		"version 2021-11-088":     "",
		"Monday":                  "",
		"":                        "",
	} {
		d, ok := ParseDate(s)
		if ok != (want != "") || d.String() != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %q", s, d, ok, want)
		}
	}
}

func TestFindDate(t *testing.T) {
	for s, want := range map[string]string{
		"NEW DELHI, Friday, Jan. 4, 2019: Ministers met.":   "Friday, Jan. 4, 2019",
		"July 15, 1998 - The Senator introduces a bill":     "July 15, 1998",
		"Washington, October 31, 1958.":                     "October 31, 1958",
		"From 30 February 2020 (sic) to 1 March 2020":       "1 March 2020",
		"Call 555-12-2021 now":                              "",
		"On Wednesday they met in March.":                   "",
		"The Act of 30 September 1999 and that of 1 May 01": "30 September 1999",
	} {
		_, from, to, ok := FindDate(s)
		if ok != (want != "") || s[from:to] != want {
			t.Errorf("FindDate(%q) = %q, %v; want %q", s, s[from:to], ok, want)
		}
	}
}

func FuzzFindDate(f *testing.F) {
	f.Add("Mon, 08 Nov 2021 09:12:33 -0500")
	f.Add("101530ZNOV21")
	f.Add("27.03.2014 or 23-12-2023, ’21")
	f.Fuzz(func(t *testing.T, s string) {
		d, from, to, ok := FindDate(s)
		if from < 0 || to < from || to > len(s) || ok && (!d.Valid() || from == to) {
			t.Fatalf("FindDate(%q) = %v, %d, %d, %v", s, d, from, to, ok)
		}
	})
}
