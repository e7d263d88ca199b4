package page

import (
	"image/color"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode/utf8"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// Code is coloured by Chroma, which Glamour would ask too. It is asked here
// because Glamour's call cannot be given up: the rules are regular expressions
// that backtrack, and a few kilobytes of blanks keep some of them busy for a
// minute.

// highlighted is how long code may be to be coloured.
const highlighted = 8 << 10

// patience is how long that may take. (A variable, because the looks of a page must not
// depend on how busy a machine is where they are tested.)
var patience = 50 * time.Millisecond

// A hue is the colour of the code up to but not with byte to; sgr switches it on.
type hue struct {
	to  int
	sgr string
}

// languages are the names and aliases that Chroma knows, in lower case. (Asked
// for any other, it tries the file patterns of all of them, for 8 ms.)
var languages = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, name := range lexers.Names(true) {
		known[strings.ToLower(name)] = true
	}
	return known
})

// highlight returns the colours of a code block, nil for none. A language that
// has tried its patience is not highlighted again; the rest of a block that was cut
// is not, as its beginning was too long to be.
func (l *layouter) highlight(b *briefing.Block) []hue {
	code, rules := b.Leaf.Prose, &l.looks.Style.CodeBlock
	language := strings.ToLower(b.Info)
	if code == "" || b.Cont || len(code) > highlighted || rules.Theme == "" && rules.Chroma == nil || !languages()[language] || l.slow[language] {
		return nil
	}
	lexer, style := lexers.Get(language), l.codeStyle()
	if lexer == nil || style == nil {
		return nil
	}
	var late atomic.Bool
	done := make(chan []hue, 1)
	go func() {
		defer func() {
			if recover() != nil { // a lexer's own trouble with the code
				done <- nil
			}
		}()
		done <- hues(lexer, style, code, &late)
	}()
	wait := time.NewTimer(patience)
	defer wait.Stop()
	select {
	case h := <-done:
		return h
	case <-wait.C:
		late.Store(true)
		l.slow[language] = true
		return nil
	}
}

// codeStyle is the highlighter's style: the looks' own table of colours, else the
// one that they name.
func (l *layouter) codeStyle() *chroma.Style {
	if l.code == nil {
		rules := &l.looks.Style.CodeBlock
		if l.code = styles.Get(rules.Theme); rules.Chroma != nil {
			if s, err := chroma.NewStyle("own", entries(rules.Chroma)); err == nil {
				l.code = s
			}
		}
	}
	return l.code
}

// entries are a Glamour style's colours of code as Chroma writes them. Glamour's
// colours may be numbers, Chroma's may not: these are left out.
func entries(c *glamour.Chroma) chroma.StyleEntries {
	out := chroma.StyleEntries{}
	for _, e := range [...]struct {
		token chroma.TokenType
		style glamour.StylePrimitive
	}{
		{chroma.Text, c.Text}, {chroma.Error, c.Error}, {chroma.Comment, c.Comment}, {chroma.CommentPreproc, c.CommentPreproc},
		{chroma.Keyword, c.Keyword}, {chroma.KeywordReserved, c.KeywordReserved}, {chroma.KeywordNamespace, c.KeywordNamespace},
		{chroma.KeywordType, c.KeywordType}, {chroma.Operator, c.Operator}, {chroma.Punctuation, c.Punctuation}, {chroma.Name, c.Name},
		{chroma.NameBuiltin, c.NameBuiltin}, {chroma.NameTag, c.NameTag}, {chroma.NameAttribute, c.NameAttribute},
		{chroma.NameClass, c.NameClass}, {chroma.NameConstant, c.NameConstant}, {chroma.NameDecorator, c.NameDecorator},
		{chroma.NameException, c.NameException}, {chroma.NameFunction, c.NameFunction}, {chroma.NameOther, c.NameOther},
		{chroma.Literal, c.Literal}, {chroma.LiteralNumber, c.LiteralNumber}, {chroma.LiteralDate, c.LiteralDate},
		{chroma.LiteralString, c.LiteralString}, {chroma.LiteralStringEscape, c.LiteralStringEscape},
		{chroma.GenericDeleted, c.GenericDeleted}, {chroma.GenericEmph, c.GenericEmph}, {chroma.GenericInserted, c.GenericInserted},
		{chroma.GenericStrong, c.GenericStrong}, {chroma.GenericSubheading, c.GenericSubheading},
	} {
		var words []string
		if k := e.style.Color; k != nil && strings.HasPrefix(*k, "#") {
			words = append(words, *k)
		}
		for word, on := range map[string]*bool{"bold": e.style.Bold, "italic": e.style.Italic, "underline": e.style.Underline} {
			if on != nil && *on {
				words = append(words, word)
			}
		}
		if s := strings.Join(words, " "); s != "" {
			if _, err := chroma.ParseStyleEntry(s); err == nil {
				out[e.token] = s
			}
		}
	}
	return out
}

// hues colours code token by token, until it is told that it is late. It is nil
// where the tokens are not the code, word for word.
func hues(lexer chroma.Lexer, style *chroma.Style, code string, late *atomic.Bool) []hue {
	next, err := lexer.Tokenise(nil, code)
	if err != nil {
		return nil
	}
	var out []hue
	at := 0
	for t := next(); t != chroma.EOF && at < len(code); t = next() {
		if late.Load() {
			return nil
		}
		rest := code[at:]
		if !strings.HasPrefix(rest, t.Value) && t.Value != rest+"\n" {
			return nil
		}
		at = min(at+len(t.Value), len(code))
		sgr := ""
		if s := penOf(style.Get(t.Type)); len(s) > 0 {
			sgr = s.String()
		}
		if n := len(out); n > 0 && out[n-1].sgr == sgr {
			out[n-1].to = at
		} else {
			out = append(out, hue{at, sgr})
		}
	}
	if at < len(code) {
		return nil
	}
	return whole(out, code)
}

func penOf(e chroma.StyleEntry) ansi.Style {
	var s ansi.Style
	if e.Bold == chroma.Yes {
		s = s.Bold()
	}
	if e.Italic == chroma.Yes {
		s = s.Italic(true)
	}
	if e.Underline == chroma.Yes {
		s = s.Underline(true)
	}
	if e.Colour.IsSet() {
		s = s.ForegroundColor(color.RGBA{e.Colour.Red(), e.Colour.Green(), e.Colour.Blue(), 255})
	}
	return s
}

// whole moves the ends of hues so that every character has one.
func whole(h []hue, text string) []hue {
	for i, at := 0, 0; at < len(text) && i < len(h); {
		n := 1
		if text[at] >= utf8.RuneSelf || at+1 < len(text) && text[at+1] >= utf8.RuneSelf {
			n, _ = cluster(text[at:])
		}
		at += n
		for i < len(h) && h[i].to <= at {
			h[i].to = at
			i++
		}
	}
	return h
}
