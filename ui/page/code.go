package page

import (
	"bytes"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// highlighted is how long code may be to go to the highlighter. Without a
// language it would guess one, at some milliseconds a block.
const highlighted = 8 << 10

// patience is how long the highlighter may take over a block. Its rules are
// regular expressions that backtrack: eight kilobytes of blanks keep some of
// them busy for most of a minute.
const patience = 50 * time.Millisecond

// A hue is the colour of the code up to but not with byte to; sgr switches it on.
type hue struct {
	to  int
	sgr string
}

// languages are the names and aliases that the highlighter knows, in lower case.
// (Asked for any other, it tries the file patterns of all of them, for 8 ms.)
var languages = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, name := range lexers.Names(true) {
		known[strings.ToLower(name)] = true
	}
	return known
})

// highlight returns the colours of a code block, nil for none. A language that
// has tried its patience is not highlighted again.
func (l *layouter) highlight(b *briefing.Block) []hue {
	code, style := b.Leaf.Prose, l.looks.Style
	if b.Info == "" || code == "" || len(code) > highlighted || style.CodeBlock.Theme == "" && style.CodeBlock.Chroma == nil {
		return nil
	}
	language := strings.ToLower(b.Info)
	if !languages()[language] || l.slow[language] {
		return nil
	}
	style.CodeBlock.StyleBlock = glamour.StyleBlock{}
	ctx := glamour.NewRenderContext(glamour.Options{Styles: style, ChromaFormatter: "terminal16m"})
	out := deadline{end: time.Now().Add(patience)}
	if !out.render(&glamour.CodeBlockElement{Code: code, Language: language}, ctx) {
		l.slow[language] = true
		return nil
	}
	return align(out.b.String(), code)
}

// deadline is a writer that stops who writes to it after some time. The
// highlighter heeds no error, so it must be a panic.
type deadline struct {
	b   bytes.Buffer
	end time.Time
}

type late struct{}

func (d *deadline) Write(b []byte) (int, error) {
	if time.Now().After(d.end) {
		panic(late{})
	}
	return d.b.Write(b)
}

// render renders e, and reports whether it came to its end.
func (d *deadline) render(e glamour.ElementRenderer, ctx glamour.RenderContext) (done bool) {
	defer func() {
		if r := recover(); r != nil {
			done = false // late, or a lexer's own trouble with the code
		}
	}()
	return e.Render(d, ctx) == nil
}

// align reads styled text as colours of the text, nil where its words differ.
func align(styled, text string) []hue {
	var hues []hue
	var state byte
	sgr, at := "", 0
	for len(styled) > 0 && at < len(text) {
		seq, _, n, next := ansi.DecodeSequence(styled, state, nil)
		styled, state = styled[n:], next
		switch {
		case seq[0] == 0x1b:
			if seq == "\x1b[0m" || seq == ansi.ResetStyle {
				sgr = ""
			} else {
				sgr += seq
			}
		case strings.HasPrefix(text[at:], seq):
			at += len(seq)
			if k := len(hues); k > 0 && hues[k-1].sgr == sgr {
				hues[k-1].to = at
			} else {
				hues = append(hues, hue{at, sgr})
			}
		default:
			return nil
		}
	}
	if at < len(text) {
		return nil
	}
	// A character has one colour.
	for i, at := 0, 0; at < len(text) && i < len(hues); {
		n := 1
		if text[at] >= utf8.RuneSelf || at+1 < len(text) && text[at+1] >= utf8.RuneSelf {
			n, _ = cluster(text[at:])
		}
		at += n
		for i < len(hues) && hues[i].to <= at {
			hues[i].to = at
			i++
		}
	}
	return hues
}
