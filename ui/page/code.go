package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// highlighted is how long code may be to go to the highlighter. Without a
// language it would guess one, at some milliseconds a block.
const highlighted = 8 << 10

// A colour holds up to but not with byte to of the code; sgr switches it on.
type hue struct {
	to  int
	sgr string
}

// highlight returns the colours of a code block, nil for none.
func highlight(k *Looks, b *briefing.Block) []hue {
	code := b.Leaf.Prose
	if b.Info == "" || code == "" || len(code) > highlighted || k.Style.CodeBlock.Theme == "" && k.Style.CodeBlock.Chroma == nil {
		return nil
	}
	if lexers.Get(b.Info) == nil {
		return nil
	}
	style := k.Style
	style.CodeBlock.StyleBlock = glamour.StyleBlock{}
	ctx := glamour.NewRenderContext(glamour.Options{Styles: style, ChromaFormatter: "terminal16m"})
	var out bytes.Buffer
	e := glamour.CodeBlockElement{Code: code, Language: b.Info}
	if e.Render(&out, ctx) != nil {
		return nil
	}
	return align(out.String(), code)
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
