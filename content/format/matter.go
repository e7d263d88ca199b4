package format

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"

	"readout/content/clean"
)

// Front matter: YAML between --- lines or TOML between +++ lines, at the very
// start. It must end in the head of the file.

// matter is the front matter of a text: text[:end] with its fences, inner the
// lines between them.
type matter struct {
	fence string // --- or +++
	inner []byte
	end   int
	open  bool // no closing line: end is where the lines stop looking like keys
}

// findMatter looks for front matter. A rule (---) with no key under it is none.
func findMatter(text []byte) (m matter, ok bool) {
	first, rest, found := bytes.Cut(text, []byte{'\n'})
	m.fence = string(bytes.TrimRight(first, " \t"))
	if !found || m.fence != "---" && m.fence != "+++" {
		return matter{}, false
	}
	start := len(first) + 1
	keys, blank := false, false
	open := 0 // the end, if no fence comes
	for at := start; len(rest) > 0; {
		line, tail, _ := bytes.Cut(rest, []byte{'\n'})
		next := len(text) - len(tail)
		trimmed := strings.TrimRight(string(line), " \t")
		if trimmed == m.fence || m.fence == "---" && trimmed == "..." {
			if !keys && at > start {
				return matter{}, false
			}
			m.inner, m.end = text[start:at], next
			return m, true
		}
		if !keys && trimmed != "" && trimmed[0] != '#' {
			if !isKey(trimmed, m.fence) {
				return matter{}, false
			}
			keys = true
		}
		if trimmed == "" {
			blank = true
		}
		if !blank {
			open = next
		}
		rest, at = tail, next
	}
	if open == 0 {
		return matter{}, false
	}
	m.inner, m.end, m.open = text[start:open], open, true
	return m, true
}

func hasFrontMatter(head []byte) bool {
	m, ok := findMatter(head)
	return ok && !m.open
}

// isKey reports whether a line begins with a key.
func isKey(line, fence string) bool {
	if fence == "+++" {
		k, _, ok := strings.Cut(line, "=")
		return line[0] == '[' || ok && !strings.ContainsAny(strings.TrimSpace(k), " \t")
	}
	k, v, ok := strings.Cut(line, ":")
	return line[0] == '{' || ok && (v == "" || v[0] == ' ' || v[0] == '\t') && len(strings.Fields(k)) <= 3
}

// entries reads the front matter. The error says where in words for a staffer.
func (m matter) entries() ([]entry, int, error) {
	if m.open {
		return nil, 1, fmt.Errorf("no closing %s", m.fence)
	}
	if m.fence == "+++" {
		return tomlEntries(m.inner)
	}
	return yamlEntries(m.inner)
}

// An entry is a key with its value and the line of the file it stands on.
type entry struct {
	key  string
	line int
	value
}

// A value of front matter: a scalar, a list, or a mapping with keys.
type value struct {
	scalar string
	list   []value
	keys   []string // of a mapping; list holds its values
}

const (
	deepest   = 16     // levels of front matter
	mostNodes = 10_000 // values in it, counting an alias as what it stands for
)

var errTooMuch = errors.New("too many values, or values that hold themselves")

func yamlEntries(src []byte) (entries []entry, line int, err error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, yamlLine(err), fmt.Errorf("%s", yamlWords(err))
	}
	if len(doc.Content) == 0 {
		return nil, 0, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, 1 + top.Line, errors.New("no keys")
	}
	left := mostNodes
	for i := 0; i+1 < len(top.Content); i += 2 {
		k := top.Content[i]
		v, ok := yamlValue(top.Content[i+1], deepest, &left)
		if !ok {
			return nil, 1 + k.Line, errTooMuch
		}
		entries = append(entries, entry{line1(k.Value), 1 + k.Line, v})
	}
	return entries, 0, nil
}

func yamlValue(n *yaml.Node, depth int, left *int) (v value, ok bool) {
	if *left--; depth == 0 || *left < 0 {
		return v, false
	}
	switch n.Kind {
	case yaml.AliasNode:
		return yamlValue(n.Alias, depth-1, left)
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			v.scalar = line1(n.Value)
		}
	case yaml.SequenceNode:
		for _, c := range n.Content {
			w, ok := yamlValue(c, depth-1, left)
			if !ok {
				return v, false
			}
			v.list = append(v.list, w)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			w, ok := yamlValue(n.Content[i+1], depth-1, left)
			if !ok {
				return v, false
			}
			v.keys = append(v.keys, line1(n.Content[i].Value))
			v.list = append(v.list, w)
		}
	}
	return v, true
}

// yamlLine is the line of the file that an error of the YAML parser is about.
func yamlLine(err error) int {
	_, after, ok := strings.Cut(err.Error(), "line ")
	if !ok {
		return 1
	}
	n, _ := strconv.Atoi(after[:len(after)-len(strings.TrimLeft(after, "0123456789"))])
	return n + 1
}

// yamlWords is what it says, without the place.
func yamlWords(err error) string {
	s := strings.TrimPrefix(err.Error(), "yaml: ")
	if at, after, ok := strings.Cut(s, ": "); ok && strings.HasPrefix(at, "line ") {
		s = after
	}
	return line1(s)
}

func tomlEntries(src []byte) (entries []entry, line int, err error) {
	var top map[string]any
	if err := toml.Unmarshal(src, &top); err != nil {
		line = 1
		var d *toml.DecodeError
		if errors.As(err, &d) {
			line, _ = d.Position()
			line++
		}
		return nil, line, fmt.Errorf("%s", line1(strings.TrimPrefix(err.Error(), "toml: ")))
	}
	left := mostNodes
	for k, v := range top {
		w, ok := tomlValue(v, deepest, &left)
		if !ok {
			return nil, 1, errTooMuch
		}
		entries = append(entries, entry{line1(k), tomlLine(src, k), w})
	}
	sortEntries(entries)
	return entries, 0, nil
}

// tomlLine finds the line of a key again, which the decoder does not tell.
func tomlLine(src []byte, key string) int {
	at := regexp.MustCompile(`(?m)^\s*(?:\[+\s*)?["']?` + regexp.QuoteMeta(key) + `["']?\s*[=.\]]`).FindIndex(src)
	if at == nil {
		return 1
	}
	return 2 + bytes.Count(src[:at[0]], []byte{'\n'})
}

func tomlValue(x any, depth int, left *int) (v value, ok bool) {
	if *left--; depth == 0 || *left < 0 {
		return v, false
	}
	switch x := x.(type) {
	case []any:
		for _, c := range x {
			w, ok := tomlValue(c, depth-1, left)
			if !ok {
				return v, false
			}
			v.list = append(v.list, w)
		}
	case map[string]any:
		for _, k := range sortedKeys(x) {
			w, ok := tomlValue(x[k], depth-1, left)
			if !ok {
				return v, false
			}
			v.keys = append(v.keys, line1(k))
			v.list = append(v.list, w)
		}
	default:
		v.scalar = line1(fmt.Sprint(x))
	}
	return v, true
}

// line1 cleans what was decoded after the gate and puts it on one line.
func line1(s string) string { return strings.Join(strings.Fields(clean.String(s)), " ") }
