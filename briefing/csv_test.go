package briefing

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

func readCSV(t *testing.T, all ...Briefing) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCSV(&b, all...); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != strings.Count(b.String(), "\r\n") {
		t.Error("a line does not end with CRLF")
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVHoldsEveryFact(t *testing.T) {
	b := harbour()
	rows := readCSV(t, b)
	if want := []string{"file", "kind", "date", "until", "value", "unit", "text", "detail", "basis", "paragraph", "sentence", "marking"}; !slices.Equal(rows[0], want) {
		t.Fatalf("head %q", rows[0])
	}
	kinds := map[string]int{}
	for _, r := range rows[1:] {
		kinds[r[1]]++
		if r[0] != "memo.md" || r[11] != "TLP:AMBER" {
			t.Errorf("file and marking: %q", r)
		}
		if r[9] != "" && r[10] == "" {
			t.Errorf("no sentence: %q", r)
		}
	}
	for kind, n := range map[string]int{"event": len(b.Timeline), "person": len(b.People), "organisation": len(b.Organisations), "place": len(b.Places),
		"source": len(b.Sources), "number": len(b.Numbers), "issue": len(b.Issues), "unexplained": len(b.Unexplained)} {
		if kinds[kind] != n {
			t.Errorf("%d rows of kind %s, want %d", kinds[kind], kind, n)
		}
	}
	for _, want := range [][]string{
		{"event", "2021-11-12", "", "", "", "Ministers will meet on Friday.", "chosen"},
		{"event", "2021-11-15", "2021-11-17", "", "", "Port week in Rotterdam", "stated"},
		{"person", "", "", "", "", "Anna Weber", "stated"},
		{"number", "", "", "4500000", "USD", "$4.5 million", "written"},
		{"unexplained", "", "", "", "", "QTRZ", "written"},
	} {
		if !slices.ContainsFunc(rows, func(r []string) bool {
			return slices.Equal(append(slices.Clone(r[1:7]), r[8]), want)
		}) {
			t.Errorf("no row %q", want)
		}
	}
	for _, r := range rows { // as it reads: no markup
		if r[6] == "$4.5 million" && r[10] != "On 3 May 2021 Prime Minister Jan Novak signed the harbour agreement, which cost $4.5 million, according to a senior port official." {
			t.Errorf("sentence %q", r[10])
		}
	}
}

// No cell is a formula to a spreadsheet, none has a line break or a control.
func TestCSVOfHostileWords(t *testing.T) {
	b := hostile()
	b.Path = "=1.md"
	marked := 0
	for i, r := range readCSV(t, b) {
		for k, c := range r {
			if c != "" && strings.ContainsAny(string([]rune(c)[:1]), "=+-@\t\r＝＋－＠") && k != columnValue {
				t.Errorf("row %d, cell %d is a formula: %q", i, k, c)
			}
			if strings.ContainsAny(c, "\n\r\x00\x1b\u202e") {
				t.Errorf("row %d, cell %d has a control: %q", i, k, c)
			}
			if strings.HasPrefix(c, "'") {
				marked++
			}
		}
	}
	if marked < 6 {
		t.Errorf("only %d cells were marked", marked)
	}
}
