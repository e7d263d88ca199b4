package lang

import "fmt"

// A Date is a day of the proleptic Gregorian calendar. The zero Date is no date.
type Date struct{ Year, Month, Day int }

func (d Date) IsZero() bool { return d == Date{} }

// String gives YYYY-MM-DD, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Valid reports whether the calendar has such a day.
func (d Date) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// Days is the number of days since 1 January 1970.
func (d Date) Days() int {
	// H. Hinnant, “chrono-compatible low-level date algorithms”: years begin in March.
	y, m := d.Year, d.Month
	if m <= 2 {
		y--
	}
	era := y
	if y < 0 {
		era = y - 399
	}
	era /= 400
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d.Day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// DateOf is the inverse of Days.
func DateOf(days int) Date {
	z := days + 719468
	era := z
	if z < 0 {
		era = z - 146096
	}
	era /= 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Date{yoe + era*400, mp + 3, doy - (153*mp+2)/5 + 1}
	if mp >= 10 {
		d.Month = mp - 9
		d.Year++
	}
	return d
}

// Add returns the date n days later.
func (d Date) Add(n int) Date { return DateOf(d.Days() + n) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Days() < e.Days() }

// Weekday counts from Monday, 0, to Sunday, 6.
func (d Date) Weekday() int { return ((d.Days()+3)%7 + 7) % 7 }

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
