//go:build unix

package lang

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// userTime is the processor time that this process has taken: a shared machine's clock
// says nothing.
func userTime(t testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano())
}

// What a rule looks ahead for costs no more a byte however often it begins: four times
// the text takes four times as long, not sixteen.
func TestTimesLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	for _, s := range adversarial {
		cost := func(n int) time.Duration {
			units := []Unit{{S: strings.Repeat(s, n/len(s))}}
			least := time.Hour
			for range 2 {
				at := userTime(t)
				readTimes(scan(units), Date{2021, 11, 8}, timeCarry{})
				least = min(least, userTime(t)-at)
			}
			return least
		}
		small, large := max(cost(32<<10), 10*time.Millisecond), cost(128<<10)
		if large > 10*small { // coarse: the clock of the processor ticks in milliseconds
			t.Errorf("%q: 32 KB take %v, 128 KB %v", s, small, large)
		}
	}
}

// BenchmarkArticles gives the articles of 2 KB a second of processor time on one core,
// dates alone.
func BenchmarkArticles(b *testing.B) {
	var units []Unit
	for range 2 { // some 2 KB
		for p := range strings.SplitSeq(strings.TrimSpace(newsText), "\n") {
			units = append(units, Unit{S: p})
		}
	}
	at := userTime(b)
	n := 0
	for b.Loop() {
		readTimes(scan(units), Date{2021, 11, 8}, timeCarry{})
		n++
	}
	b.ReportMetric(float64(n)/(userTime(b)-at).Seconds(), "articles/s")
}
