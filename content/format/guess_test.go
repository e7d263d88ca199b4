package format

import (
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

func TestGuessCharset(t *testing.T) {
	for _, c := range []struct{ text, charset, want string }{
		{"Министр прибывает завтра. Комитет соберётся в четверг.", "windows-1251", ""},
		{"Министр прибывает завтра. Комитет соберётся в четверг.", "koi8-r", ""},
		{"Министр прибывает завтра. Комитет соберётся в четверг.", "ibm866", ""},
		{"Міністр прибуває завтра, а комітет збереться в четвер.", "windows-1251", ""},
		{"Ο υπουργός φτάνει αύριο και η επιτροπή συνεδριάζει.", "windows-1253", ""},
		{"明日、委員会が開かれます。大臣は十一日に到着します。", "shift_jis", ""},
		{"明日、委員会が開かれます。大臣は十一日に到着します。", "euc-jp", ""},
		{"部长明天到达。委员会星期四在这里开会，讨论粮食问题。", "gb18030", ""},
		{"장관이 내일 도착합니다. 위원회는 목요일에 열립니다.", "euc-kr", ""},
		{"L’été à Genève — le ministre arrive « demain ».", "windows-1252", "none"},
		{"Für die Sitzung am Dienstag müssen alle Gäste früh da sein.", "windows-1252", "none"},
	} {
		e, err := htmlindex.Get(c.charset)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := e.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got := guessCharset(raw)
		if c.want == "none" {
			if got != "" {
				t.Errorf("%q is taken for %s", c.text, got)
			}
		} else if s := string(decodeAs(raw, got)); s != c.text {
			t.Errorf("%s is taken for %q: %s", c.charset, got, s)
		}
	}
}
