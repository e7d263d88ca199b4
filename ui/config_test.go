package ui

import (
	"strings"
	"testing"
)

func TestKeys(t *testing.T) {
	k, err := Keys("", map[string][]string{"timeline": {"1"}, "copy": nil})
	if err != nil {
		t.Fatal(err)
	}
	if k.lookUp(inText, "1") != openTimeline || k.lookUp(inText, "T") != none || k.lookUp(inText, "y") != none {
		t.Error("the keys that were set do not hold")
	}
	if usualKeys.lookUp(inText, "T") != openTimeline {
		t.Error("the usual keys were changed")
	}
	for preset, press := range map[string]map[string]action{
		"less": {"e": lineDown, "y": lineUp, "<": toTop, "h": showHelp, "c": copyIt},
		"vim":  {"ctrl+e": lineDown, "ctrl+]": enter},
	} {
		k, err := Keys(preset, nil)
		if err != nil {
			t.Fatalf("%s: %v", preset, err)
		}
		for key, want := range press {
			if got := k.lookUp(inText, key); got != want {
				t.Errorf("%s: %s is action %d, want %d", preset, key, got, want)
			}
		}
	}
	for want, set := range map[string]map[string][]string{
		`did you mean "timeline"?`:    {"timelin": {"T"}},
		"j is line-down and timeline": {"timeline": {"j"}},
	} {
		if _, err := Keys("", set); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %s", set, err, want)
		}
	}
	if _, err := Keys("emacs", nil); err == nil {
		t.Error("a preset that there is not")
	}
}
