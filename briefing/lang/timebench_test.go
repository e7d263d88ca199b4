package lang

import (
	"fmt"
	"strings"
	"testing"
)

// newsText is some 1,000 bytes of news with a dozen expressions of time.
const newsText = `The Ministry of Transport said on Tuesday that the bridge over the Vistula, closed since the storm of 3 October, will open again on 15 December, three weeks earlier than planned. Engineers had found cracks in two of its nine piers last month. “We will not take risks,” the minister, Anna Nowak, told reporters at 10:30 a.m. on Wednesday. The repairs cost $4.2 million, up from $3 million a year earlier, and took four months.
Traffic fell by 12 percent in the third quarter of 2021 compared with the same period last year. In the 1990s some 40,000 lorries crossed each day; today it is half of that. The council meets next Thursday to discuss tolls, which may rise early next year. Under a law of 2005 the city has to publish its accounts by the end of March. The mayor, who was elected in May 2018 and again this spring, has said since Friday that she expects the river line to be finished between June and September 2023. Two days later the opposition asked for a vote.
`

// A news article of 2 KB has to take less than half a millisecond for the whole
// engine; dates and the tokens they stand on are the part measured here.
func BenchmarkTimes(b *testing.B) {
	for _, n := range []int{1 << 10, 100 << 10, 10 << 20} {
		b.Run(fmt.Sprintf("%dKB", n>>10), func(b *testing.B) {
			var units []Unit
			for size := 0; size < n; size += len(newsText) {
				for p := range strings.SplitSeq(strings.TrimSpace(newsText), "\n") {
					units = append(units, Unit{S: p})
				}
			}
			b.SetBytes(int64(len(units) / 2 * len(newsText)))
			b.ReportAllocs()
			for b.Loop() {
				readTimes(scan(units), Date{2021, 11, 8}, timeCarry{})
			}
		})
	}
}

// adversarial are beginnings of rules that look ahead.
var adversarial = []string{
	"the end of ", "early ", "the first week of ", "last ", "5, ", "5 and ", "May ", "Monday ", "the day before ", "two weeks before ", "10:30 ", "a quarter past ", "since ", "1990", "2004-", "in the morning of ", "is ", "will ", "the same ", "at 10 on ", "3-",
	"Monday in two weeks ", "Monday two weeks before ", "the Sunday closest to ", "12/2015 ", "“today ", "in the evening at ", "the end of around ", "mid- to late-", "Christmas ", "In the Order of 3 May 2020, ", "Lund 2012 ",
}

// What repeats a rule's beginning without end must cost no more a byte than news
// does, whatever the rule looks ahead for.
func BenchmarkTimesAdversarial(b *testing.B) {
	for _, s := range adversarial {
		b.Run(strings.TrimSpace(s), func(b *testing.B) {
			units := []Unit{{S: strings.Repeat(s, (64<<10)/len(s))}}
			b.SetBytes(64 << 10)
			for b.Loop() {
				readTimes(scan(units), Date{2021, 11, 8}, timeCarry{})
			}
		})
	}
}
