package briefing

import (
	"cmp"
	"encoding/json"
	"io"
	"math"
)

// WordsPerMinute is the reading speed that minutes are counted with.
const WordsPerMinute = 230

// Minutes is how long n words take, rounded up.
func Minutes(n int) int { return (n + WordsPerMinute - 1) / WordsPerMinute }

// A Briefing is one document with its facts.
type Briefing struct {
	Path string
	Text
	*Facts
}

// WriteJSON writes one object for a briefing, or an array where several were
// asked for. Field names are stable, lists are never null, offsets are byte
// offsets into source.
func WriteJSON(w io.Writer, array bool, all ...Briefing) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if !array {
		return e.Encode(exported(all[0]))
	}
	list := make([]jsonBriefing, 0, len(all))
	for _, b := range all {
		list = append(list, exported(b))
	}
	return e.Encode(list)
}

type (
	jsonBriefing struct {
		Schema        int               `json:"schema"`
		Path          string            `json:"path"`
		Format        string            `json:"format"`
		Source        string            `json:"source"`
		Title         string            `json:"title"`
		Date          string            `json:"date"`
		DateFrom      string            `json:"date_from"`
		Marking       string            `json:"marking"`
		Summary       string            `json:"summary"`
		Tags          []string          `json:"tags"`
		Meta          map[string]string `json:"meta"`
		Words         int               `json:"words"`
		Minutes       int               `json:"minutes"`
		Sections      []jsonSection     `json:"sections"`
		Timeline      []jsonEvent       `json:"timeline"`
		People        []jsonPerson      `json:"people"`
		Organisations []jsonBody        `json:"organisations"`
		Places        []jsonBody        `json:"places"`
		Sources       []jsonMentioned   `json:"sources"`
		Numbers       []jsonNumber      `json:"numbers"`
		Issues        []jsonIssue       `json:"issues"`
		Unexplained   []jsonMentioned   `json:"unexplained"`
		Expressions   []jsonExpression  `json:"expressions"`
		Names         []jsonName        `json:"names"`
		Quantities    []jsonQuantity    `json:"quantities"`
	}
	jsonRange struct {
		Start Pos `json:"start"`
		End   Pos `json:"end"`
	}
	jsonEvidence struct {
		Words string `json:"words"`
		jsonRange
		Sentence  jsonRange `json:"sentence"`
		Paragraph int       `json:"paragraph"`
	}
	jsonSection struct {
		Title     string `json:"title"`
		Level     int    `json:"level"`
		Role      Role   `json:"role"`
		Paragraph int    `json:"paragraph"`
		jsonRange
	}
	jsonEvent struct {
		Date       string         `json:"date"`
		Until      string         `json:"until"`
		Precision  string         `json:"precision"`
		Qualifier  string         `json:"qualifier"`
		When       When           `json:"when"`
		Text       string         `json:"text"`
		Gist       string         `json:"gist"`
		Expression string         `json:"expression"`
		Basis      string         `json:"basis"`
		Evidence   []jsonEvidence `json:"evidence"`
	}
	jsonPerson struct {
		Name     string         `json:"name"`
		Role     string         `json:"role"`
		Aliases  []string       `json:"aliases"`
		Mentions int            `json:"mentions"`
		Basis    string         `json:"basis"`
		Evidence []jsonEvidence `json:"evidence"`
	}
	jsonBody struct {
		Name     string         `json:"name"`
		Aliases  []string       `json:"aliases"`
		Mentions int            `json:"mentions"`
		Basis    string         `json:"basis"`
		Evidence []jsonEvidence `json:"evidence"`
	}
	jsonMentioned struct {
		Text     string         `json:"text"`
		Mentions int            `json:"mentions"`
		Evidence []jsonEvidence `json:"evidence"`
	}
	jsonNumber struct {
		Text      string         `json:"text"`
		Value     number         `json:"value"`
		Low       number         `json:"low"`
		High      number         `json:"high"`
		Unit      string         `json:"unit"`
		Kind      string         `json:"kind"`
		Qualifier string         `json:"qualifier"`
		About     string         `json:"about"`
		Basis     string         `json:"basis"`
		Evidence  []jsonEvidence `json:"evidence"`
	}
	jsonIssue struct {
		Label    string         `json:"label"`
		About    string         `json:"about"`
		Mentions int            `json:"mentions"`
		Basis    string         `json:"basis"`
		Evidence []jsonEvidence `json:"evidence"`
	}
	jsonExpression struct {
		jsonRange
		Text  string `json:"text"`
		Type  string `json:"type"`
		Value string `json:"value"`
		Mod   string `json:"mod"`
	}
	jsonName struct {
		jsonRange
		Text     string `json:"text"`
		Type     string `json:"type"`
		RefersTo string `json:"refers_to"`
	}
	jsonQuantity struct {
		jsonRange
		Text  string `json:"text"`
		Value number `json:"value"`
		Low   number `json:"low"`
		High  number `json:"high"`
		Unit  string `json:"unit"`
		Kind  string `json:"kind"`
	}
)

// number is written without an exponent up to a billion billions: a reader of
// the file sees 60000000000, not 6e+10.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	f := float64(n)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return []byte("0"), nil
	}
	if f == math.Trunc(f) && math.Abs(f) < 1e18 {
		return json.Marshal(int64(f))
	}
	return json.Marshal(f)
}

func exported(b Briefing) jsonBriefing {
	m := b.Meta
	meta := map[string]string{}
	for _, f := range m.More {
		meta[f.Name] = f.Value
	}
	for _, f := range []Field{{"from", m.From}, {"to", m.To}, {"subject", m.Subject}, {"source", m.Source}} {
		if f.Value != "" {
			meta[f.Name] = f.Value
		}
	}
	return jsonBriefing{
		Schema: 1, Path: b.Path, Format: m.Format, Source: string(b.Markdown),
		Title: m.Title, Date: m.Date.String(), DateFrom: m.DateFrom, Marking: m.Marking, Summary: cmp.Or(m.Summary, b.Summary),
		Tags: list(m.Tags, func(t string) string { return t }), Meta: meta,
		Words: b.Words, Minutes: Minutes(b.Words),
		Sections: list(b.Sections, func(s Section) jsonSection {
			return jsonSection{s.Title, s.Level, s.Role, s.Paragraph, jsonRange(s.At)}
		}),
		Timeline: list(b.Timeline, func(e Event) jsonEvent {
			return jsonEvent{e.Date, e.Until, e.Precision, e.Qualifier, e.When, e.Text, e.Gist, e.Expression, e.Basis.String(), evidences(e.Evidence)}
		}),
		People: list(b.People, func(p Person) jsonPerson {
			return jsonPerson{p.Name, p.Role, list(p.Aliases, func(a string) string { return a }), p.Mentions, p.Basis.String(), evidences(p.Evidence)}
		}),
		Organisations: list(b.Organisations, jsonBodyOf), Places: list(b.Places, jsonBodyOf),
		Sources: list(b.Sources, jsonMentionedOf), Unexplained: list(b.Unexplained, jsonMentionedOf),
		Numbers: list(b.Numbers, func(n Number) jsonNumber {
			return jsonNumber{n.Text, number(n.Value), number(n.Low), number(n.High), n.Unit, n.Kind, n.Qualifier, n.About, n.Basis.String(), evidences(n.Evidence)}
		}),
		Issues: list(b.Issues, func(i Issue) jsonIssue {
			return jsonIssue{i.Label, i.About, i.Mentions, i.Basis.String(), evidences(i.Evidence)}
		}),
		Expressions: list(b.Expressions, func(e Expression) jsonExpression {
			return jsonExpression{jsonRange(e.At), e.Text, e.Type, e.Value, e.Mod}
		}),
		Names: list(b.Names, func(n Named) jsonName { return jsonName{jsonRange(n.At), n.Text, n.Type, n.RefersTo} }),
		Quantities: list(b.Quantities, func(q Quantity) jsonQuantity {
			return jsonQuantity{jsonRange(q.At), q.Text, number(q.Value), number(q.Low), number(q.High), q.Unit, q.Kind}
		}),
	}
}

func jsonBodyOf(b Body) jsonBody {
	return jsonBody{b.Name, list(b.Aliases, func(a string) string { return a }), b.Mentions, b.Basis.String(), evidences(b.Evidence)}
}

func jsonMentionedOf(m Mentioned) jsonMentioned {
	return jsonMentioned{m.Text, m.Mentions, evidences(m.Evidence)}
}

func evidences(e []Evidence) []jsonEvidence {
	return list(e, func(e Evidence) jsonEvidence {
		return jsonEvidence{e.Words, jsonRange(e.At), jsonRange(e.Sentence), e.Paragraph}
	})
}

// list converts a list; it is empty, never null, where there is nothing.
func list[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, a := range in {
		out = append(out, f(a))
	}
	return out
}
