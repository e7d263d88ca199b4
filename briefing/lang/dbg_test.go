package lang

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	p := os.Getenv("DBG")
	if p == "" {
		t.Skip()
	}
	for _, p := range strings.Fields(p) {
		b, _ := os.ReadFile(p)
		var us []Unit
		for _, x := range strings.Split(string(b), "\n\n") {
			x = strings.Join(strings.Fields(x), " ")
			if x != "" {
				us = append(us, Unit{S: x})
			}
		}
		r, _ := Read(us, Date{2019, 1, 1}, Carry{})
		fmt.Println("==", p)
		if os.Getenv("PH") != "" {
			for _, q := range r.Phrases {
				fmt.Printf("%.1f %s | %s\n", q.Weight, q.Span.Of(us), q.Key)
			}
			continue
		}
		for _, q := range r.Quantities {
			if q.Kind > Rate && os.Getenv("ALL") == "" {
				continue
			}
			fmt.Printf("%-9s %-30q %10.6g %10s [%s] -> %q\n", q.Kind, q.Span.Of(us), q.Value, q.Unit, q.Qualifier, q.About.Of(us))
		}
	}
}
