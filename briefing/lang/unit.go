package lang

import "strings"

// A unit of measure is told by its English name in the singular (kilometre,
// square mile, degree Celsius).

// symbol is the unit of a symbol, which is told by its capitals: MB is no Mb.
// tight says that it is read only right behind the digits (5m) or where a space
// cannot be a word's (12 km): t, A, in are words or names elsewhere.
func symbol(s string) (name string, tight bool) {
	switch s {
	case "km", "kms":
		return "kilometre", false
	case "m":
		return "metre", false
	case "cm":
		return "centimetre", false
	case "mm":
		return "millimetre", false
	case "dm":
		return "decimetre", false
	case "µm", "μm":
		return "micrometre", false
	case "nm":
		return "nanometre", false
	case "ft":
		return "foot", false
	case "in":
		return "inch", true
	case "yd", "yds":
		return "yard", false
	case "mi":
		return "mile", false
	case "kg", "kgs":
		return "kilogram", false
	case "g":
		return "gram", false
	case "mg":
		return "milligram", false
	case "µg", "μg", "mcg":
		return "microgram", false
	case "t":
		return "tonne", true
	case "kt":
		return "kilotonne", false
	case "Mt":
		return "megatonne", false
	case "Gt":
		return "gigatonne", false
	case "lb", "lbs":
		return "pound", false
	case "oz":
		return "ounce", false
	case "l", "L":
		return "litre", true
	case "ml", "mL":
		return "millilitre", false
	case "cl":
		return "centilitre", false
	case "ha":
		return "hectare", false
	case "mph":
		return "mile per hour", false
	case "kph", "kmph":
		return "kilometre per hour", false
	case "W":
		return "watt", true
	case "kW", "KW":
		return "kilowatt", false
	case "MW":
		return "megawatt", false
	case "GW":
		return "gigawatt", false
	case "TW":
		return "terawatt", false
	case "kWh", "KWh":
		return "kilowatt-hour", false
	case "MWh":
		return "megawatt-hour", false
	case "GWh":
		return "gigawatt-hour", false
	case "TWh":
		return "terawatt-hour", false
	case "V":
		return "volt", true
	case "kV":
		return "kilovolt", false
	case "Hz":
		return "hertz", false
	case "kHz":
		return "kilohertz", false
	case "MHz":
		return "megahertz", false
	case "GHz":
		return "gigahertz", false
	case "kb", "Kb":
		return "kilobit", false
	case "KB", "kB":
		return "kilobyte", false
	case "mb", "Mb":
		return "megabit", false
	case "MB":
		return "megabyte", false
	case "GB", "gb":
		return "gigabyte", false
	case "TB":
		return "terabyte", false
	case "Pa":
		return "pascal", false
	case "kPa":
		return "kilopascal", false
	case "hPa":
		return "hectopascal", false
	case "dB":
		return "decibel", false
	case "kcal":
		return "kilocalorie", false
	case "kJ":
		return "kilojoule", false
	case "MJ":
		return "megajoule", false
	case "rad":
		return "radian", false
	case "bpd":
		return "barrel per day", false
	case "mSv":
		return "millisievert", false
	case "ppm":
		return "part per million", false
	case "ppb":
		return "part per billion", false
	}
	return "", false
}

// measureNoun is the unit of a word, singular or plural.
func measureNoun(low string) string {
	switch low {
	case "feet", "foot":
		return "foot"
	case "inches", "inch":
		return "inch"
	case "hertz":
		return low
	case "lux":
		return low
	}
	w := strings.TrimSuffix(low, "s")
	switch w {
	case "metre", "meter":
		return "metre"
	case "kilometre", "kilometer":
		return "kilometre"
	case "centimetre", "centimeter":
		return "centimetre"
	case "millimetre", "millimeter":
		return "millimetre"
	case "decimetre", "decimeter":
		return "decimetre"
	case "micrometre", "micrometer", "micron":
		return "micrometre"
	case "nanometre", "nanometer":
		return "nanometre"
	case "picometre", "picometer":
		return "picometre"
	case "gram", "gramme":
		return "gram"
	case "kilogram", "kilogramme", "kilo":
		return "kilogram"
	case "milligram", "milligramme":
		return "milligram"
	case "microgram", "microgramme":
		return "microgram"
	case "litre", "liter":
		return "litre"
	case "millilitre", "milliliter":
		return "millilitre"
	case "mile", "yard", "acre", "hectare", "tonne", "ton", "pound", "ounce", "gallon", "pint", "quart", "barrel", "bushel",
		"tablespoon", "teaspoon", "watt", "kilowatt", "megawatt", "gigawatt", "terawatt", "volt", "kilovolt", "amp", "ampere",
		"kilohertz", "megahertz", "gigahertz", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte", "bit",
		"kilobit", "megabit", "gigabit", "radian", "knot", "calorie", "kilocalorie", "joule", "kilojoule", "megajoule",
		"decibel", "carat", "fathom", "furlong", "pascal", "kilopascal", "hectopascal", "millibar", "millisievert",
		"megaton", "kiloton", "megatonne", "kilotonne", "gigatonne", "gigaton":
		return w
	case "cup":
		return "cup"
	}
	return ""
}

// timeNoun is a unit of time; a number of it is a duration.
func timeNoun(low string) string {
	w := strings.TrimSuffix(low, "s")
	switch w {
	case "second", "minute", "hour", "day", "week", "month", "year", "decade", "fortnight", "night", "weekend", "weekday",
		"millisecond", "microsecond", "semester":
		return w
	case "yr":
		return "year"
	case "hr":
		return "hour"
	case "min":
		return "minute"
	case "sec":
		return "second"
	}
	if low == "century" || low == "centuries" {
		return "century"
	}
	return ""
}

// measured is a unit as it stands behind a number.
type measured struct {
	name string
	kind QuantityKind
	to   int // token behind it
}

// unit reads the unit that begins with token i.
func (t *text) unit(i, hi int) (m measured, ok bool) {
	if i >= hi {
		return m, false
	}
	k := &t.tokens[i]
	glued := !k.space
	if k.kind == mark {
		switch k.low {
		case "%", "‰":
			return measured{"%", Percent, i + 1}, true
		case "°", "º":
			return t.degrees(i+1, hi)
		case "-", "–", ",", ".", ";", ":", ")":
			return m, false
		case "\"", "″":
			// 10" long; elsewhere it closes a quotation
			if i+1 < hi && i > 0 && t.tokens[i-1].kind == number {
				switch t.tokens[i+1].low {
				case "long", "wide", "tall", "high", "deep", "thick", "screen", "x", "by":
					return measured{"inch", Measure, i + 1}, true
				}
			}
		case "(", "[", "{", "<": // 20 (kg)
			if i+2 < hi && (t.tokens[i+2].low == ")" || t.tokens[i+2].low == "]" || t.tokens[i+2].low == "}" || t.tokens[i+2].low == ">") {
				if name, _ := symbol(t.of(t.tokens[i+1])); name != "" {
					return measured{name, Measure, i + 3}, true
				}
			}
		}
		// 10 €, unless the sign belongs to the number behind it
		if c := currencySign(k.low); c != "" && (i+1 >= hi || t.tokens[i+1].kind != number || glued || t.tokens[i+1].space && k.low != "$" || i+2 < hi && t.tokens[i+2].low == k.low) {
			return measured{c, Money, i + 1}, true
		}
		return m, false
	}
	if k.kind != word {
		return m, false
	}
	if c := currencySign(k.low); c != "" { // 元 is a letter
		return measured{c, Money, i + 1}, true
	}
	switch k.low {
	case "percent", "percents", "pct":
		return t.points(measured{"%", Percent, i + 1}, hi), true
	case "percentage":
		return t.points(measured{"%", Percent, i + 1}, hi), true
	case "per":
		if i+1 < hi && (t.tokens[i+1].low == "cent" || t.tokens[i+1].low == "cents") {
			return t.points(measured{"%", Percent, i + 2}, hi), true
		}
		return m, false
	case "basis":
		j := i + 1
		if j < hi && t.tokens[j].low == "-" {
			j++
		}
		if j < hi && (t.tokens[j].low == "points" || t.tokens[j].low == "point") {
			return measured{"basis point", Percent, j + 1}, true
		}
		return m, false
	case "degree", "degrees", "deg":
		to := i + 1
		if k.low == "deg" && to < hi && t.tokens[to].low == "." && !t.tokens[to].space {
			to++
		}
		return t.degrees(to, hi)
	case "celsius", "celcius", "centigrade", "centigrate":
		return measured{"degree Celsius", Measure, i + 1}, true
	case "fahrenheit", "farenheit":
		return measured{"degree Fahrenheit", Measure, i + 1}, true
	case "yo":
		if glued || i > 0 && t.tokens[i-1].kind == number {
			return measured{"year", Age, i + 1}, true
		}
	}
	if name := timeNoun(k.low); name != "" {
		m = measured{name, Duration, i + 1}
		return t.aged(m, hi), true
	}
	if name, code := t.currencyName(i, hi); name > i {
		return measured{code, Money, name}, true
	}
	prefix := ""
	at := i
	switch k.low {
	case "square", "sq":
		prefix = "square "
	case "cubic", "cu":
		prefix = "cubic "
	case "metric", "nautical", "troy", "short", "light", "fluid":
		prefix = k.low + " "
	}
	if prefix != "" {
		at++
		if at < hi && (t.tokens[at].low == "." || t.tokens[at].low == "-") && !t.tokens[at].space {
			at++
		}
		if at >= hi {
			return m, false
		}
		k = &t.tokens[at]
		if prefix == "light " && k.low != "year" && k.low != "years" {
			return m, false
		}
	}
	name := measureNoun(k.low)
	if name == "" && prefix == "light " {
		name = "year"
	}
	if name == "" {
		s, tight := symbol(t.of(*k))
		// a symbol right behind digits, or behind a space where no word is one
		if s == "" || tight && k.space && prefix == "" && k.low != "l" || i > 0 && t.tokens[i-1].kind == word && prefix == "" && !counted(t.tokens[i-1].low) {
			return m, false
		}
		if k.space && i+1 < hi && t.tokens[at+1].kind == number && !t.tokens[at+1].space && t.of(t.tokens[at+1]) != "2" && t.of(t.tokens[at+1]) != "3" {
			return m, false // 24703 m212
		}
		name = s
	}
	switch {
	case prefix == "metric " && name == "ton":
		name = "tonne"
	case prefix == "light ":
		name = "light-year"
	default:
		name = prefix + name
	}
	m = measured{name, Measure, at + 1}
	// km2, m³
	if m.to < hi && !t.tokens[m.to].space {
		switch t.of(t.tokens[m.to]) {
		case "2", "²":
			m.name, m.to = "square "+name, m.to+1
		case "3", "³":
			m.name, m.to = "cubic "+name, m.to+1
		}
	}
	if m.to+1 < hi && t.tokens[m.to].low == "-" && t.tokens[m.to+1].low == "hours" {
		m.name, m.to = name+"-hour", m.to+2
	}
	return t.per(m, hi), true
}

// counted reports whether a word is part of a number.
func counted(low string) bool {
	_, p := numberWord(low)
	return p != noPart
}

// points goes on over “point(s)” of percentage.
func (t *text) points(m measured, hi int) measured {
	if m.to < hi && (t.tokens[m.to].low == "points" || t.tokens[m.to].low == "point") {
		m.to++
	}
	return m
}

// degrees reads what degrees a ° or “degrees” counts.
func (t *text) degrees(i, hi int) (measured, bool) {
	if i < hi {
		k := &t.tokens[i]
		switch k.low {
		case "c", "celsius", "celcius", "centigrade":
			return measured{"degree Celsius", Measure, i + 1}, true
		case "f", "fahrenheit", "farenheit":
			return measured{"degree Fahrenheit", Measure, i + 1}, true
		}
	}
	return measured{"degree", Measure, i}, true
}

// aged turns a duration into an age: five years old, 3 years of age, 90-day-old.
func (t *text) aged(m measured, hi int) measured {
	j := m.to
	if j < hi && t.tokens[j].low == "-" && !t.tokens[j].space {
		j++
	}
	switch {
	case j < hi && t.tokens[j].low == "old":
		m.kind, m.to = Age, j+1
	case j+1 < hi && t.tokens[j].low == "of" && t.tokens[j+1].low == "age":
		m.kind, m.to = Age, j+2
	}
	return m
}

// per adds the second half of a rate: km/h, miles an hour, barrels per day.
func (t *text) per(m measured, hi int) measured {
	if m.to+1 >= hi {
		return m
	}
	k, next := &t.tokens[m.to], &t.tokens[m.to+1]
	by := ""
	switch {
	case k.low == "/":
		switch t.of(*next) {
		case "h", "hr", "hour":
			by = "hour"
		case "s", "sec", "second":
			by = "second"
		case "ms", "millisecond":
			by = "millisecond"
		case "d", "day":
			by = "day"
		case "l", "L":
			by = "litre"
		case "dl", "dL":
			by = "decilitre"
		case "kg":
			by = "kilogram"
		case "m":
			by = "metre"
		case "km":
			by = "kilometre"
		case "year", "yr":
			by = "year"
		}
	case k.low == "per" || k.low == "a" || k.low == "an" || k.low == "each":
		by = timeNoun(next.low)
		if by == "" && k.low == "per" {
			by = measureNoun(next.low)
		}
		if k.low != "per" && (by == "" || next.ending("s") && next.low != "s") {
			return m
		}
	}
	if by == "" {
		return m
	}
	m.name += " per " + by
	m.kind = Rate
	m.to += 2
	return m
}
