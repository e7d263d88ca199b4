package briefing

// Briefings for the tests of the exports.

// written is a briefing with its facts.
func written(meta Meta, markdown string) Briefing {
	t := NewText(Source{Markdown: []byte(markdown), Meta: meta})
	return Briefing{Path: "memo.md", Text: t, Facts: Derive(t, nil)}
}

// harbour has one of everything.
func harbour() Briefing {
	return written(Meta{
		Title: "The harbour talks", Date: Date{Year: 2021, Month: 11, Day: 8}, DateFrom: "front matter", Marking: "TLP:AMBER",
		From: "The harbour desk",
		Stated: Stated{
			Timeline: []StatedEvent{{Date: "2021-11-15", Until: "2021-11-17", Event: "Port week in Rotterdam"}},
			People:   []StatedPerson{{Name: "Anna Weber", Role: "harbour master"}},
		},
	}, `# The harbour talks

## Background

The harbour dispute began in March 2019. On 3 May 2021 Prime Minister Jan Novak signed the harbour agreement, which
cost $4.5 million, according to a senior port official.[^1]

1. Ministers will meet on Friday.
2. Anna Weber will open the session on 12 November 2021 at 14:30.

| Day | Event |
|---|---:|
| 19 November 2021 | Signing in Gdansk |

## Next steps

See [the page](https://example.org/a?b=1&c="2"), [the desk](mailto:desk@example.org), [the beginning](#background) and
[a file](notes.md). The QTRZ will report **next week**.

> - [x] a quoted task

`+"```go\nif a < b {\n\treturn\n}\n```"+`

[^1]: As told to *the desk* on Monday.
`)
}

// hostile says things that no export may take for its own markup.
func hostile() Briefing {
	return written(Meta{
		Title:   "</title><script>alert(1)</script> =1+1\r\nEND:VCALENDAR\x1b]0;x\x07",
		Marking: "TLP:RED\"><img src=x onerror=alert(2)>\r\nX-EVIL:1",
		Date:    Date{Year: 2021, Month: 11, Day: 8}, DateFrom: "<b>flag</b>",
		From:     "=HYPERLINK(\"http://evil.example\")",
		More:     []Field{{"<i>k</i>", "</dl><script>v</script>"}},
		Warnings: []string{"line 3: <script>"},
		Stated: Stated{
			Timeline: []StatedEvent{
				{Date: "2021-11-15", Event: "Meeting\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged; a, b\\n"},
				{Date: "2021-11-16", Event: "\t=cmd|' /C calc'!A0"},
				{Date: "2021-11-17", Event: "two\u2028lines \u202e reversed \x00\x1b[31m"},
			},
			People: []StatedPerson{{Name: "@SUM(A1)", Role: "-2+3"}, {Name: "<img src=x onerror=alert(3)>", Role: "+1\" onmouseover=\"x"}},
			Issues: []StatedIssue{{Label: "＝1+1", About: "\r=2"}},
		},
	}, `# A title <script>alert(4)</script>

## "><script>alert(5)</script>

[one](javascript:alert(1)) [two](JaVaScRiPt:alert(2)) [three](data:text/html,<script>) [four](<java&#9;script:alert(3)>)
[five](vbscript:x) [six](file:///etc/passwd) [seven](//evil.example) [eight](<https://example.org/"onclick="x>)
![nine](javascript:alert(9)) [ten](&#1;javascript:alert(10)) [eleven](#"><script>) &lt;script&gt;alert(6)&lt;/script&gt;

<div onclick="alert(7)"><script>alert(8)</script>Block words</div>

On 12 November 2021 &quot;=SUM&quot; &#x1b;[31m will meet <b onclick=x>the</b> minister[^<script>].

[^<script>]: A note </article><script>
`)
}
