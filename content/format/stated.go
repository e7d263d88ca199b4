package format

import (
	"cmp"
	"html"
	"maps"
	"slices"
	"strings"

	"readout/briefing"
)

// fill puts the entries of front matter into the metadata. A value that does not
// fit its key is kept as it is, beside the keys that are not ours.
func fill(o *Out, entries []entry) (dated stamp) {
	m := &o.Meta
	for _, e := range entries {
		ok := true
		switch strings.ToLower(e.key) {
		case "title":
			m.Title = line1(html.UnescapeString(e.text()))
		case "date":
			d, valid := briefing.ParseDate(e.scalar)
			if ok = valid; ok {
				dated = stamp{d, "front matter"}
			} else if e.text() != "" {
				o.warn(e.line, "front matter: no date of the calendar: %s", e.text())
			}
		case "from":
			m.From = e.text()
		case "to":
			m.To = e.text()
		case "subject":
			m.Subject = e.text()
		case "source":
			m.Source = e.text()
		case "marking":
			m.Marking = e.text()
		case "summary":
			m.Summary = line1(html.UnescapeString(e.text()))
		case "tags":
			m.Tags = e.words()
		case "timeline":
			ok = fillList(e.value, func(v value) bool {
				s := briefing.StatedEvent{Date: v.at("date"), Until: v.at("until"), Event: v.at("event")}
				if v.keys == nil {
					s.Event = v.scalar
				}
				m.Stated.Timeline = append(m.Stated.Timeline, s)
				return s.Event != ""
			})
		case "people":
			ok = fillList(e.value, func(v value) bool {
				s := briefing.StatedPerson{Name: v.at("name"), Role: v.at("role"), Aka: v.get("aka").words()}
				if v.keys == nil {
					s.Name = v.scalar
				}
				m.Stated.People = append(m.Stated.People, s)
				return s.Name != ""
			})
		case "numbers":
			ok = fillList(e.value, func(v value) bool {
				s := briefing.StatedNumber{Value: v.at("value"), About: v.at("about")}
				if v.keys == nil {
					s.Value = v.scalar
				}
				m.Stated.Numbers = append(m.Stated.Numbers, s)
				return s.Value != ""
			})
		case "issues":
			ok = fillList(e.value, func(v value) bool {
				s := briefing.StatedIssue{Label: v.at("label"), About: v.at("about")}
				if v.keys == nil {
					s.Label = v.scalar
				}
				m.Stated.Issues = append(m.Stated.Issues, s)
				return s.Label != ""
			})
		default:
			ok = false
		}
		switch {
		case ok || e.text() == "":
		case isMachinery(e.key):
			o.furniture(e.key + ": " + line1(e.text()))
		default:
			o.more(e.key, e.text())
		}
	}
	return dated
}

// isMachinery reports whether a key of front matter tells the program that makes a
// site how to make it, and says nothing of the briefing.
func isMachinery(key string) bool {
	switch strings.ToLower(key) {
	case "slug", "layout", "permalink", "weight", "draft", "url", "image", "images", "hero", "aliases", "redirect_from", "expirydate", "publishdate", "uid", "type", "template", "sitemap", "menu", "toc",
		"cascade", "outputs", "robots", "comments", "published", "featured_image", "thumbnail", "banner", "sidebar", "nav_order", "mathjax", "cssclass", "cssclasses", "lastmod", "primary_image", "excerpt_separator":
		return true
	}
	return false
}

// fillList adds each value of a list, and reports whether it was one and each
// value said what it must.
func fillList(v value, add func(value) bool) bool {
	ok := v.keys == nil && v.list != nil
	if ok {
		for _, w := range v.list {
			ok = add(w) && ok
		}
	}
	return ok
}

func (v value) get(key string) value {
	for i, k := range v.keys {
		if strings.EqualFold(k, key) {
			return v.list[i]
		}
	}
	return value{}
}

func (v value) at(key string) string { return v.get(key).text() }

// text is a value in readable words.
func (v value) text() string {
	if v.keys == nil && v.list == nil {
		return v.scalar
	}
	var parts []string
	for i, w := range v.list {
		s := w.text()
		if v.keys != nil {
			s = v.keys[i] + ": " + s
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	if v.keys != nil {
		return strings.Join(parts, "; ")
	}
	return strings.Join(parts, ", ")
}

// words is a list, or a scalar with commas, as strings.
func (v value) words() (words []string) {
	if v.list == nil {
		for _, s := range strings.Split(v.scalar, ",") {
			if s = strings.TrimSpace(s); s != "" {
				words = append(words, s)
			}
		}
		return words
	}
	for _, w := range v.list {
		if s := w.text(); s != "" {
			words = append(words, s)
		}
	}
	return words
}

func sortEntries(e []entry) {
	slices.SortFunc(e, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.key, b.key))
	})
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
