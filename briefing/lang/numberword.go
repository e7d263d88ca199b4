package lang

import "strings"

// numberPart is what a word adds to a spelled number.
type numberPart uint8

const (
	noPart    numberPart = iota
	onesPart             // zero to nineteen
	tensPart             // twenty … ninety
	scalePart            // hundred, thousand, million …, dozen
)

func numberWord(w string) (float64, numberPart) {
	if len(w) < 3 || len(w) > 9 {
		return 0, noPart
	}
	switch w {
	case "zero", "nought", "naught":
		return 0, onesPart
	case "one":
		return 1, onesPart
	case "two":
		return 2, onesPart
	case "three":
		return 3, onesPart
	case "four":
		return 4, onesPart
	case "five":
		return 5, onesPart
	case "six":
		return 6, onesPart
	case "seven":
		return 7, onesPart
	case "eight":
		return 8, onesPart
	case "nine":
		return 9, onesPart
	case "ten":
		return 10, onesPart
	case "eleven":
		return 11, onesPart
	case "twelve":
		return 12, onesPart
	case "thirteen":
		return 13, onesPart
	case "fourteen":
		return 14, onesPart
	case "fifteen":
		return 15, onesPart
	case "sixteen":
		return 16, onesPart
	case "seventeen":
		return 17, onesPart
	case "eighteen":
		return 18, onesPart
	case "nineteen":
		return 19, onesPart
	case "twenty":
		return 20, tensPart
	case "thirty":
		return 30, tensPart
	case "forty":
		return 40, tensPart
	case "fifty":
		return 50, tensPart
	case "sixty":
		return 60, tensPart
	case "seventy":
		return 70, tensPart
	case "eighty":
		return 80, tensPart
	case "ninety":
		return 90, tensPart
	}
	if s := scaleWord(w); s > 0 {
		return s, scalePart
	}
	return 0, noPart
}

// scaleWord is the factor that a word stands for behind a number, 0 for none.
func scaleWord(w string) float64 {
	switch w {
	case "dozen", "dozens", "doz", "dozs", "dzs":
		return 12
	case "hundred", "hundreds":
		return 1e2
	case "thousand", "thousands":
		return 1e3
	case "lakh", "lakhs":
		return 1e5
	case "million", "millions", "mln", "mil":
		return 1e6
	case "crore", "crores":
		return 1e7
	case "billion", "billions", "bln", "bn":
		return 1e9
	case "trillion", "trillions", "trn", "tln", "tn":
		return 1e12
	}
	return 0
}

// scaleLetter is the factor of letters that stand right behind digits. A small m
// is a metre unless money stands before it; G is no scale in prose (5G, G7).
func scaleLetter(w string, money bool) float64 {
	switch w {
	case "k", "K":
		return 1e3
	case "M", "MM", "mm":
		if w == "mm" && !money {
			return 0
		}
		return 1e6
	case "m":
		if money {
			return 1e6
		}
	case "b", "B":
		return 1e9
	case "t", "T":
		if money {
			return 1e12
		}
	}
	return scaleWord(strings.ToLower(w))
}

// ordinal reads first, twenty-first’s last word, third(s), hundredth(s): its
// number, and whether it is a plural, which only a denominator can be.
func ordinalWord(w string) (n float64, plural bool) {
	if len(w) < 4 || len(w) > 12 {
		return 0, false
	}
	switch w {
	case "first":
		return 1, false
	case "second": // as a plural it is a time
		return 2, false
	case "half", "halves":
		return 0, false
	}
	if strings.HasSuffix(w, "s") {
		plural = true
		w = w[:len(w)-1]
	}
	switch w {
	case "quarter":
		return 4, plural
	case "third":
		return 3, plural
	case "fifth":
		return 5, plural
	case "eighth":
		return 8, plural
	case "ninth":
		return 9, plural
	case "twelfth":
		return 12, plural
	}
	if !strings.HasSuffix(w, "th") {
		return 0, false
	}
	w = w[:len(w)-2]
	if strings.HasSuffix(w, "ie") { // twentieth
		w = w[:len(w)-2] + "y"
	}
	if v, p := numberWord(w); p != noPart && v > 0 {
		return v, plural
	}
	return 0, false
}

// fractionMark is the value of ½ and its kin, 0 for any other rune.
func fractionMark(s string) float64 {
	switch s {
	case "½":
		return 1. / 2
	case "⅓":
		return 1. / 3
	case "⅔":
		return 2. / 3
	case "¼":
		return 1. / 4
	case "¾":
		return 3. / 4
	case "⅕":
		return 1. / 5
	case "⅖":
		return 2. / 5
	case "⅗":
		return 3. / 5
	case "⅘":
		return 4. / 5
	case "⅙":
		return 1. / 6
	case "⅚":
		return 5. / 6
	case "⅛":
		return 1. / 8
	case "⅜":
		return 3. / 8
	case "⅝":
		return 5. / 8
	case "⅞":
		return 7. / 8
	}
	return 0
}
