package lang

import "strings"

// Money is told by its ISO 4217 code. Where the text does not say which dinar,
// franc or cent it means, the noun is the unit.

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
	if !k.cap && posOf(k.low) > posAdjective && k.low != "us" {
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
