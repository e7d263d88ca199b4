package ui

// memo is a briefing with everything a pane shows: roles, dates to be counted
// from an anchor, people, numbers, a table, a list.
const memo = `@date: 2021-11-08
@marking: TLP:CLEAR
@from: Office of the Vice President
# Harris in Paris

## Summary

Vice President Kamala Harris goes to Paris to mend ties with France. The visit follows the quarrel over the AUKUS submarine deal.

## Purpose

To prepare the meeting with French President Emmanuel Macron on Wednesday.

## Background

Australia cancelled a $60 billion contract for French submarines in September. France recalled its ambassador from Washington last month. President Joe Biden spoke with Macron last week and called the handling of the AUKUS submarine deal “clumsy”.

### Where the deal stands

The AUKUS submarine deal has not been signed. According to a senior French official, talks on compensation will go on until spring.

## Participants

- Vice President Kamala Harris
- Emmanuel Macron, President of France
- Philip Gordon, Deputy National Security Adviser

## Sequence of events

| Date | Event | Place |
|---|---|---|
| 9 November | Visit to the Institut Pasteur | Paris |
| 10 November | Meeting with President Macron | Élysée Palace |
| 11 November | Paris Peace Forum | Grande Halle |
| 12 November | Conference on Libya | Maison de la Chimie |

## Talking points

1. The alliance with France is the oldest that we have.
2. We welcome the [Paris Conference on Libya](https://example.com/libya) on Friday.
3. Elections in Libya should be held on 24 December.

> The conference is part of a wider effort to hold elections.

## Next steps

The Vice President returns on Friday evening. A read-out will follow on Monday.
`

// long has many sections, to move about in.
func long(n int) string {
	var b []byte
	b = append(b, "@date: 2021-11-08\n# A long one\n\n"...)
	for i := 1; i <= n; i++ {
		b = append(b, "## Section "...)
		b = append(b, itoa(i)...)
		b = append(b, "\n\nThe first paragraph of section "...)
		b = append(b, itoa(i)...)
		b = append(b, " has a needle in it. It has a second sentence, so that there is something to step over.\n\nThe second paragraph of it is plain, and long enough to take more than one line on a screen of any width that a reader would choose.\n\n"...)
	}
	return string(b)
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}
