package lang

import "strings"

// A unit of measure is told by its English name in the singular (kilometre,
// square mile, degree Celsius), money by its ISO 4217 code. Where the text does
// not say which dinar, franc or cent it means, the noun is the unit.

// currencySign is the code of a sign, "" for any other mark.
func currencySign(s string) string {
	switch s {
	case "$":
		return "USD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "¥", "￥":
		return "JPY"
	case "元":
		return "CNY"
	case "₹":
		return "INR"
	case "₽":
		return "RUB"
	case "₩":
		return "KRW"
	case "₪":
		return "ILS"
	case "₺":
		return "TRY"
	case "₴":
		return "UAH"
	case "₦":
		return "NGN"
	case "₱":
		return "PHP"
	case "฿":
		return "THB"
	case "₫":
		return "VND"
	case "₡":
		return "CRC"
	case "₾":
		return "GEL"
	case "₭":
		return "LAK"
	case "₸":
		return "KZT"
	case "₵":
		return "GHS"
	case "₿":
		return "BTC"
	}
	return ""
}

// dollarBefore is the code of a dollar sign with letters before it: US$, A$, HK$.
func dollarBefore(low string) string {
	switch low {
	case "us", "u.s.", "u.s", "usd":
		return "USD"
	case "a", "au", "aud":
		return "AUD"
	case "c", "ca", "cad", "can", "cdn":
		return "CAD"
	case "hk", "hkd":
		return "HKD"
	case "nz", "nzd":
		return "NZD"
	case "s", "sg", "sgd":
		return "SGD"
	case "nt", "twd":
		return "TWD"
	case "r", "brl":
		return "BRL"
	case "mx", "mex", "mxn":
		return "MXN"
	case "j":
		return "JMD"
	case "fj":
		return "FJD"
	case "z":
		return "ZWL"
	}
	return ""
}

// currencyCode reads an ISO code, or what markets write for one. Codes that are
// English words in small letters (try, mad, all) count in capitals only.
func currencyCode(s string) string {
	switch s {
	case "usd", "eur", "gbp", "jpy", "cny", "rmb", "chf", "aud", "cad", "nzd", "hkd", "inr", "btc", "mxn", "sek", "pln", "rub":
		s = strings.ToUpper(s)
	}
	switch s {
	case "RMB":
		return "CNY"
	case "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "SEK", "NOK", "DKK", "ISK", "PLN",
		"CZK", "HUF", "RON", "BGN", "RSD", "UAH", "RUB", "BYN", "TRY", "GEL", "AMD", "AZN", "KZT", "UZS", "INR", "PKR", "BDT",
		"LKR", "NPR", "IDR", "MYR", "THB", "PHP", "VND", "KRW", "TWD", "MNT", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU",
		"ZAR", "NGN", "KES", "GHS", "ETB", "TZS", "UGX", "EGP", "MAD", "TND", "DZD", "LYD", "SDG", "ILS", "SAR", "AED", "QAR",
		"KWD", "BHD", "OMR", "JOD", "LBP", "SYP", "IQD", "IRR", "YER", "AFN", "XOF", "XAF", "BTC":
		return s
	}
	return ""
}

// currencyNoun is the code of a currency's name standing alone. Names that many
// countries share give the noun.
func currencyNoun(low string) string {
	switch low {
	case "dollar", "dollars", "bucks":
		return "USD"
	case "euro", "euros":
		return "EUR"
	case "sterling":
		return "GBP"
	case "yen":
		return "JPY"
	case "yuan", "renminbi", "kuai":
		return "CNY"
	case "rupee", "rupees":
		return "INR"
	case "rouble", "roubles", "ruble", "rubles":
		return "RUB"
	case "rand":
		return "ZAR"
	case "zloty", "zlotys", "zloties", "złoty", "złotys", "złote", "złotych":
		return "PLN"
	case "forint", "forints":
		return "HUF"
	case "koruna", "korunas", "koruny":
		return "CZK"
	case "hryvnia", "hryvnias", "hryvnya":
		return "UAH"
	case "shekel", "shekels":
		return "ILS"
	case "naira":
		return "NGN"
	case "baht":
		return "THB"
	case "ringgit":
		return "MYR"
	case "rupiah":
		return "IDR"
	case "taka":
		return "BDT"
	case "tenge":
		return "KZT"
	case "cedi", "cedis":
		return "GHS"
	case "birr":
		return "ETB"
	case "lari":
		return "GEL"
	case "kronor":
		return "SEK"
	case "bitcoin", "bitcoins":
		return "BTC"
	case "cent", "cents":
		return "cent"
	case "penny", "pennies":
		return "penny"
	case "pence":
		return "pence"
	case "satoshi", "satoshis":
		return "satoshi"
	case "franc", "francs":
		return "franc"
	case "krona", "kronas":
		return "SEK"
	case "krone", "kroner":
		return "krone"
	case "lira", "liras", "lire":
		return "lira"
	case "peso", "pesos":
		return "peso"
	case "dinar", "dinars":
		return "dinar"
	case "dirham", "dirhams":
		return "dirham"
	case "riyal", "riyals":
		return "riyal"
	case "rial", "rials":
		return "rial"
	case "markka":
		return "FIM"
	case "guilder", "guilders":
		return "NLG"
	case "peseta", "pesetas":
		return "ESP"
	}
	return ""
}

// currencyOf is the code of a currency's name with its country before it:
// “Australian dollars”, “Swiss francs”; "" where the pair is none.
func currencyOf(country, noun string) string {
	switch strings.TrimSuffix(noun, "s") {
	case "dollar":
		switch country {
		case "us", "u.s.", "american", "states":
			return "USD"
		case "australian":
			return "AUD"
		case "canadian":
			return "CAD"
		case "zealand":
			return "NZD"
		case "kong":
			return "HKD"
		case "singapore", "singaporean":
			return "SGD"
		case "taiwan", "taiwanese":
			return "TWD"
		case "jamaican":
			return "JMD"
		}
	case "pound":
		switch country {
		case "british", "uk":
			return "GBP"
		case "egyptian":
			return "EGP"
		case "lebanese":
			return "LBP"
		case "syrian":
			return "SYP"
		case "sudanese":
			return "SDG"
		}
	case "franc":
		switch country {
		case "swiss":
			return "CHF"
		case "french":
			return "FRF"
		case "belgian":
			return "BEF"
		case "cfa":
			return "XOF"
		}
	case "peso":
		switch country {
		case "mexican":
			return "MXN"
		case "argentine", "argentinian":
			return "ARS"
		case "colombian":
			return "COP"
		case "chilean":
			return "CLP"
		case "philippine":
			return "PHP"
		case "cuban":
			return "CUP"
		case "uruguayan":
			return "UYU"
		}
	case "lira":
		switch country {
		case "turkish":
			return "TRY"
		case "italian":
			return "ITL"
		}
	case "rupee":
		switch country {
		case "indian":
			return "INR"
		case "pakistani", "pakistan":
			return "PKR"
		case "lankan":
			return "LKR"
		case "nepalese", "nepali":
			return "NPR"
		}
	case "krone", "kroner":
		switch country {
		case "danish":
			return "DKK"
		case "norwegian":
			return "NOK"
		}
	case "krona", "kronor", "kronur":
		switch country {
		case "swedish":
			return "SEK"
		case "icelandic":
			return "ISK"
		}
	case "dinar":
		switch country {
		case "iraqi":
			return "IQD"
		case "kuwaiti":
			return "KWD"
		case "jordanian":
			return "JOD"
		case "libyan":
			return "LYD"
		case "tunisian":
			return "TND"
		case "algerian":
			return "DZD"
		case "serbian":
			return "RSD"
		}
	case "riyal", "rial":
		switch country {
		case "saudi":
			return "SAR"
		case "qatari":
			return "QAR"
		case "iranian":
			return "IRR"
		case "omani":
			return "OMR"
		case "yemeni":
			return "YER"
		}
	case "won":
		if country == "korean" {
			return "KRW"
		}
	case "real", "reai":
		if country == "brazilian" {
			return "BRL"
		}
	case "mark":
		if country == "german" || country == "deutsche" || country == "west" {
			return "DEM"
		}
	case "ruble", "rouble":
		if country == "belarusian" {
			return "BYN"
		}
	case "dirham":
		if country == "moroccan" {
			return "MAD"
		}
		if country == "uae" {
			return "AED"
		}
	case "shilling":
		switch country {
		case "kenyan":
			return "KES"
		case "ugandan":
			return "UGX"
		case "somali":
			return "SOS"
		}
	}
	if country == "british" && noun == "sterling" {
		return "GBP"
	}
	return ""
}

// symbol is the unit of a symbol, which is told by its capitals: MB is no Mb.
// loose says that it is read only right behind the digits (5m) or where a space
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

// currencyName reads a currency in words or as a code at token i and says where it
// ends; i where there is none.
func (t *text) currencyName(i, hi int) (to int, code string) {
	k := &t.tokens[i]
	if c := currencyCode(t.of(*k)); c != "" {
		return i + 1, c
	}
	if c := currencyNoun(k.low); c != "" {
		return t.sterling(i+1, hi), c
	}
	if (k.low == "pounds" || k.low == "pound") && i+1 < hi && t.tokens[i+1].low == "sterling" {
		return i + 2, "GBP"
	}
	if !k.cap && wordClassOf(k.low) > adjective && k.low != "us" {
		return i, ""
	}
	// the country first: Hong Kong dollars, New Zealand dollars, U.S. dollars
	for j := i + 1; j < hi && j <= i+2; j++ {
		if c := currencyOf(t.tokens[j-1].low, t.tokens[j].low); c != "" {
			return j + 1, c
		}
		if t.tokens[j].kind != word {
			break
		}
		if c := currencyNoun(t.tokens[j].low); c != "" && j == i+1 && (k.cap || nationality(k.low)) {
			return j + 1, c
		}
	}
	return i, ""
}

// nationality guesses an adjective of a country written small.
func nationality(low string) bool {
	for _, e := range [...]string{"ish", "ese", "ian", "ean", "tch", "nch"} {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}

func (t *text) sterling(i, hi int) int {
	if i < hi && t.tokens[i].low == "sterling" {
		return i + 1
	}
	return i
}
