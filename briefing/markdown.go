package briefing

import (
	"io"
	"strconv"
	"strings"
)

// WriteMarkdown writes briefings as Markdown with front matter: what the file said
// about itself, then the source.
func WriteMarkdown(w io.Writer, all ...Briefing) error {
	for _, b := range all {
		if err := writeMarkdown(w, b.Source); err != nil {
			return err
		}
	}
	return nil
}

func writeMarkdown(w io.Writer, s Source) error {
	var b strings.Builder
	m := s.Meta
	line := func(name, value string) {
		if value != "" {
			b.WriteString(name + ": " + yamlString(value) + "\n")
		}
	}
	line("title", m.Title)
	if !m.Date.IsZero() {
		b.WriteString("date: " + m.Date.String() + "\n")
	}
	line("from", m.From)
	line("to", m.To)
	line("subject", m.Subject)
	line("source", m.Source)
	if len(m.Tags) > 0 {
		var tags []string
		for _, t := range m.Tags {
			tags = append(tags, yamlString(t))
		}
		b.WriteString("tags: [" + strings.Join(tags, ", ") + "]\n")
	}
	line("marking", m.Marking)
	line("summary", m.Summary)
	for _, f := range m.More {
		line(yamlString(f.Name), f.Value)
	}
	if _, err := io.WriteString(w, "---\n"+b.String()+"---\n\n"); err != nil {
		return err
	}
	if _, err := w.Write(s.Markdown); err != nil {
		return err
	}
	if n := len(s.Markdown); n > 0 && s.Markdown[n-1] != '\n' {
		_, err := io.WriteString(w, "\n")
		return err
	}
	return nil
}

// yamlString quotes a value where plain YAML would read something else in it.
// (JSON strings are YAML.)
func yamlString(s string) string {
	plain := s != "" && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == ' ' || r == '-' || r == '_' || r >= '0' && r <= '9' || r > 0xa0)
	}) < 0 && s[0] >= 'A' && strings.TrimSpace(s) == s
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n":
		plain = false
	}
	if plain {
		return s
	}
	return strconv.Quote(s)
}
