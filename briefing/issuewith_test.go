package briefing

import (
	"fmt"
	"strings"
	"testing"
)

// Who is named and what is dated in the sentences of an issue stands with it; who is
// named in the next sentence does not.
func TestIssueWith(t *testing.T) {
	anchor, _ := ParseDate("2021-11-08")
	src := Source{Markdown: []byte("# Harbour dispute\n\nPresident Ann Berg discussed the harbour dispute on 4 November. Minister Carl Ek stayed at home.\n\nThe harbour dispute goes on, said Berg.\n"), Meta: Meta{Date: anchor}}
	f := Derive(NewText(src), nil)
	var got strings.Builder
	for _, i := range f.Issues {
		people, events := f.With(i)
		fmt.Fprintf(&got, "%s:", i.Label)
		for _, p := range people {
			got.WriteString(" " + p.Name)
		}
		for _, e := range events {
			got.WriteString(" " + e.Date)
		}
		got.WriteString("\n")
	}
	if want := "harbour dispute: Ann Berg 2021-11-04\n"; got.String() != want {
		t.Errorf("got:\n%swant:\n%s", got.String(), want)
	}
}

// An issue that only front matter states stands nowhere, and nobody with it.
func TestIssueWithNobody(t *testing.T) {
	src := Source{Markdown: []byte("Ann Berg left on 4 November.\n")}
	f := Derive(NewText(src), nil)
	if people, events := f.With(Issue{Label: "harbour dispute"}); people != nil || events != nil {
		t.Errorf("got %v, %v", people, events)
	}
}
