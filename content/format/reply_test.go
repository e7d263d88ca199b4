package format

import (
	"strings"
	"testing"

	"readout/briefing"
)

// dayOf is the anchor of the place where words stand.
func dayOf(t *testing.T, src briefing.Source, words string) string {
	t.Helper()
	i := strings.Index(string(src.Markdown), words)
	if i < 0 {
		t.Fatalf("%q is lost:\n%s", words, src.Markdown)
	}
	if d := src.Meta.DateAt(briefing.Pos(i)); !d.IsZero() {
		return d.String()
	}
	return ""
}

// silent reports whether words give no facts.
func silent(src briefing.Source, words string) bool {
	return src.Meta.IsSilent(briefing.Pos(strings.Index(string(src.Markdown), words)))
}

const answered = `From: Ann Lee <ann@example.org>
Subject: Re: The visit
Date: Wed, 10 Nov 2021 23:30:00 -0500
MIME-Version: 1.0

The committee meets tomorrow.

On Mon, 8 Nov 2021 at 17:02, Bob Roe <bob@example.org> wrote:

> The minister arrives tomorrow.
>
> On Fri, 5 Nov 2021 Cleo Day
> <cleo@example.org> wrote:
>> Her flight leaves tomorrow.
> Fine.

Back to us.

--` + " " + `
Ann Lee
Office of the Deputy

-----Original Message-----
From: Dan Fox
Sent: Monday, 1 November 2021 10:00
To: Ann Lee
Subject: The visit

The plan is due tomorrow.

This e-mail is confidential. If you are not the intended recipient, notify the
sender and delete it.
`

// What a mail quotes has the day on which it was written, and so has what it
// forwards; a signature and a legal notice stay and give no facts.
func TestQuotedDays(t *testing.T) {
	src := convert("x.eml", answered, Options{}, 4096)
	for words, want := range map[string]string{
		"committee meets": "2021-11-10", "arrives": "2021-11-08", "flight leaves": "2021-11-05", "Fine": "2021-11-08",
		"Back to us": "2021-11-10", "plan is due": "2021-11-01",
	} {
		if got := dayOf(t, src, words); got != want {
			t.Errorf("%q is of %s, want %s", words, got, want)
		}
		if silent(src, words) {
			t.Errorf("%q gives no facts", words)
		}
	}
	for _, words := range []string{"Ann Lee\\", "Office of", "This e-mail", "On Mon", "From: Dan"} {
		if dayOf(t, src, words); !silent(src, words) {
			t.Errorf("%q gives facts", words)
		}
	}
	facts := briefing.Derive(briefing.NewText(src), nil)
	got := ""
	for _, e := range facts.Timeline {
		got += e.Date + " "
	}
	if want := "2021-11-02 2021-11-06 2021-11-09 2021-11-11 "; got != want {
		t.Errorf("timeline %q, want %q", got, want)
	}
}

func TestQuotedDaysOfPages(t *testing.T) {
	src := convert("x.eml", `From: Ann Lee <ann@example.org>
Subject: Re: The visit
Date: Wed, 10 Nov 2021 09:00:00 +0000
Content-Type: text/html; charset=utf-8

<div>Agreed for today.</div><div>--<br>Ann</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Nov 8, 2021 at 9:00 AM Bob Roe &lt;<a href="mailto:b@example.org">b@example.org</a>&gt; wrote:<br></div>
<blockquote><div>Come tomorrow.</div><ul><li>Bring <b>papers</b></li></ul></blockquote></div>
<div><b>From:</b> Dan Fox<br><b>Sent:</b> Monday, November 1, 2021 10:00 AM<br><b>To:</b> Bob<br><b>Subject:</b> The visit</div><p>Plan it this week.</p>
`, Options{}, 4096)
	for words, want := range map[string]string{"Agreed": "2021-11-10", "Come": "2021-11-08", "papers": "2021-11-08", "Plan it": "2021-11-01"} {
		if got := dayOf(t, src, words); got != want {
			t.Errorf("%q is of %s, want %s\n%s", words, got, want, src.Markdown)
		}
	}
	if !silent(src, "Ann") {
		t.Errorf("the signature gives facts\n%s", src.Markdown)
	}
}

func TestForwardedDays(t *testing.T) {
	src := convert("x.mbox", `From a Mon
From: a@example.org
Subject: First
Date: Mon, 8 Nov 2021 10:00:00 +0000
Content-Type: multipart/mixed; boundary=b

--b

One of them.
--b
Content-Type: message/rfc822

From: c@example.org
Subject: Inner
Date: Fri, 5 Nov 2021 10:00:00 +0000

Inner words.
--b

After it.
--b--

From b Tue
From: b@example.org
Subject: Second
Date: Tue, 9 Nov 2021 10:00:00 +0000

Two of them.

From c Tue
From: c@example.org
Subject: Third

Undated words.
`, Options{}, 4096)
	for words, want := range map[string]string{"One of": "2021-11-08", "Inner words": "2021-11-05", "After it": "2021-11-08", "Two of": "2021-11-09", "Undated": ""} {
		if got := dayOf(t, src, words); got != want {
			t.Errorf("%q is of %q, want %q\n%s", words, got, want, src.Markdown)
		}
	}
	if !src.Meta.Date.IsZero() {
		t.Errorf("the file is of %s", src.Meta.Date)
	}
}

// A sentence that speaks of writing begins no quotation, and what is confidential
// is not yet a notice.
func TestNoQuotation(t *testing.T) {
	src := convert("x.eml", "From: a@example.org\nSubject: x\nDate: Mon, 8 Nov 2021 10:00:00 +0000\nMIME-Version: 1.0\n\nOn 3 May 2019 he wrote:\n\nA plain paragraph of today.\n\nThe talks are confidential, and the message to the press is to be deleted.\n", Options{}, 4096)
	if len(src.Meta.Others) > 0 || len(src.Meta.Silent) > 0 {
		t.Errorf("%v %v", src.Meta.Others, src.Meta.Silent)
	}
}

// What is quoted below all that is new opens folded, from behind the line that says
// whose it is: not an answer between two quotations, not what was sent on.
func TestQuotedBelow(t *testing.T) {
	head := "From: Ann <ann@example.org>\nDate: Wed, 10 Nov 2021 09:30:00 +0100\nMIME-Version: 1.0\n"
	quote := "On Mon, 8 Nov 2021 at 17:02, Bob Roe <bob@example.org> wrote:\n\n> The minister arrives tomorrow.\n>> Her flight leaves tomorrow.\n"
	outlook := "-----Original Message-----\nFrom: Bob Roe\nSent: Monday, 8 November 2021 10:00\nTo: Ann Lee\nSubject: The visit\n\nThe minister arrives tomorrow.\n"
	for in, want := range map[string]string{
		"Subject: Re: x\n\nFine with me.\n\n" + quote:                          "> The minister arrives tomorrow.\n>\n> > Her flight leaves tomorrow.\n",
		"Subject: Re: x\n\nFine with me.\n\n" + quote + "\n-- \nAnn\nDeputy\n": "> The minister arrives tomorrow.\n>\n> > Her flight leaves tomorrow.\n",
		"Subject: Re: x\n\nFine with me.\n\n" + quote + "\nAnd call me.\n":     "",
		"Subject: Re: x\n\n" + quote + "\nFine with me.\n":                     "",
		"Subject: Re: x\n\n" + quote:                                           "",
		"Subject: Re: x\n\nAgreed.\n\n" + outlook:                              "The minister arrives tomorrow.\n",
		"Subject: AW: x\n\nJa.\n\nAm 08.11.2021 schrieb Bob Roe:\n> Morgen?\n": "> Morgen?\n",
		"Subject: FW: x\n\nPlease read.\n\n" + outlook:                         "",
		"Subject: x\n\nHe wrote:\n\n" + "It is done.\n":                        "",
	} {
		src := convert("x.eml", head+in, Options{}, 4096)
		got := ""
		for _, q := range src.Meta.Quoted {
			got += string(q.Of(src.Markdown))
		}
		if got != want {
			t.Errorf("%q: got %q, want %q\n%s", in, got, want, src.Markdown)
		}
	}
}

// What other mail programs and languages write before a quotation or a message that
// is sent on tells its day, and is no heading.
func TestQuotedElsewhere(t *testing.T) {
	head := "From: Ann <ann@example.org>\nSubject: Re: x\nDate: Wed, 10 Nov 2021 09:30:00 +0100\nMIME-Version: 1.0\n\n"
	for in, want := range map[string]string{
		"Ja.\n\nAm 08.11.21 um 09:00 schrieb Bob Roe:\n> Sie kommt tomorrow.\n":                                                                          "2021-11-08",
		"Oui.\n\nLe lun. 8 nov. 2021 à 09:00, Bob Roe <bob@example.org> a écrit :\n> Elle vient tomorrow.\n":                                             "2021-11-08",
		"Ja.\n\n-----Ursprüngliche Nachricht-----\nVon: Bob\nGesendet: Montag, 8. November 2021 09:00\nAn: Ann\nBetreff: x\n\nSie kommt tomorrow.\n":     "2021-11-08",
		"Fine.\n\n> Begin forwarded message:\n> \n> From: Dan\n> Subject: x\n> Date: 5 November 2021 at 17:12:00 CET\n> To: Ann\n> \n> Come tomorrow.\n": "2021-11-05",
	} {
		src := convert("x.eml", head+in, Options{}, 4096)
		if got := dayOf(t, src, "tomorrow"); got != want {
			t.Errorf("%q is of %q, want %s", in, got, want)
		}
		if strings.Contains(string(src.Markdown), "## ") {
			t.Errorf("there is a heading:\n%s", src.Markdown)
		}
	}
}

// What programs packed into plain text is taken out: files, armour, and what a
// telephone signs with gives no facts.
func TestPackedText(t *testing.T) {
	head := "From: Ann <ann@example.org>\nSubject: Notes\nDate: Wed, 10 Nov 2021 09:30:00 +0100\nMIME-Version: 1.0\n\n"
	src := convert("x.eml", head+"They are below.\n\nbegin 644 notes.txt\n%5&AE(&)E\n`\nend\n\nSent from my iPhone\n", Options{}, 4096)
	if md := string(src.Markdown); strings.Contains(md, "begin") || !strings.Contains(md, "They are below") || len(src.Meta.More) != 2 || !strings.HasPrefix(src.Meta.More[1].Value, "#1 notes.txt") || !silent(src, "Sent from") {
		t.Errorf("%s\n%v", md, src.Meta.More)
	}
	src = convert("x.eml", head+"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe gate closes.\n\n- -----\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n", Options{}, 4096)
	if md := string(src.Markdown); strings.Contains(md, "PGP") || strings.Contains(md, "iQEz") || strings.Contains(md, "SHA256") || !strings.Contains(md, "The gate closes.") {
		t.Errorf("%s", md)
	}
	src = convert("x.eml", head+"We begin 644 days early.\n\nbegin 644 notes.txt\nit never ends\n", Options{}, 4096)
	if md := string(src.Markdown); !strings.Contains(md, "We begin 644") || !strings.Contains(md, "never ends") {
		t.Errorf("%s", md)
	}
}

// An invitation without any other words is read as a calendar shows it.
func TestInvitation(t *testing.T) {
	src := convert("x.eml", "From: Ann <ann@example.org>\nSubject: Talks\nDate: Wed, 10 Nov 2021 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20211116T090000Z\nDTEND:20211116T110000Z\nSUMMARY:Talks on the\n  crossing\nORGANIZER;CN=\"Roe, Bob\":mailto:b@example.org\nDESCRIPTION:Bring figures\\, please.\nBEGIN:VALARM\nEND:VALARM\nLOCATION:Old house\nEND:VEVENT\nEND:VCALENDAR\n", Options{}, 4096)
	_, got, _ := strings.Cut(string(src.Markdown), "\n\n")
	want := "**What:** Talks on the crossing\\\n**When:** 16 November 2021, 09:00 – 11:00 UTC\\\n**Where:** Old house\\\n**Organiser:** Roe, Bob\n\nBring figures, please.\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
