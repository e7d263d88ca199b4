package format

import "bytes"

// Sites are made of Markdown with commands of their generator in it: Hugo's
// {{< figure … >}} and {{% notice %}}, Jekyll's {% include … %}. A line that is one
// is no text; it goes to the furniture, and its line stays, blank. Within a fence
// it is an example and stays.
//
//	catches: {{< legacy-img src="a.jpg" alt="A. Roe, 2015" >}}
//	not:     Write {{< ref >}} where a link goes.

// shortcodes finds them line by line, in portions.
type shortcodes struct {
	fence byte   // the sign of the open fence, 0 for none
	mid   bool   // the portion before ended within a line
	held  []byte // a line that may be one and has not ended
}

const longestShortcode = 2 << 10

// strip takes them out of the next portion.
func (c *shortcodes) strip(o *Out, text []byte, end bool) []byte {
	if c.held != nil {
		text = append(c.held, text...)
		c.held = nil
	}
	var out []byte
	done := 0 // what of text is in out
	for at := 0; at < len(text); {
		n := bytes.IndexByte(text[at:], '\n')
		whole := n >= 0 || end
		if n < 0 {
			n = len(text) - at
		}
		line := text[at : at+n]
		if !c.mid {
			s := bytes.Trim(line, " \t")
			switch {
			case len(s) == 0:
			case len(s) >= 3 && (s[0] == '`' || s[0] == '~') && s[1] == s[0] && s[2] == s[0]:
				if c.fence == 0 {
					c.fence = s[0]
				} else if c.fence == s[0] {
					c.fence = 0
				}
			case c.fence != 0 || s[0] != '{':
			case !whole && len(line) < longestShortcode:
				c.held = bytes.Clone(line)
				return append(out, text[done:at]...)
			case isShortcode(s):
				o.furniture(string(s))
				out = append(out, text[done:at]...)
				done = at + n
			}
		}
		c.mid = !whole
		at += n + 1
	}
	if done == 0 {
		return text
	}
	return append(out, text[min(done, len(text)):]...)
}

// isShortcode reports whether a line is one command of a generator and nothing
// else, or several.
func isShortcode(s []byte) bool {
	for len(s) > 0 {
		closing := ""
		switch {
		case bytes.HasPrefix(s, []byte("{{<")):
			closing = ">}}"
		case bytes.HasPrefix(s, []byte("{{%")):
			closing = "%}}"
		case bytes.HasPrefix(s, []byte("{%")):
			closing = "%}"
		default:
			return false
		}
		i := bytes.Index(s, []byte(closing))
		if i < 0 {
			return false
		}
		s = bytes.TrimLeft(s[i+len(closing):], " \t")
	}
	return true
}
