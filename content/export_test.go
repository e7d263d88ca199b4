package content

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"readout/briefing"
)

// What is exported of any format reads alike in another Markdown reader: goldmark
// as it comes, over the whole text, sees the headings, the items, the cells and the
// notes that we read in it piece by piece.
func TestExportedMarkdownReadsAlike(t *testing.T) {
	files, _ := filepath.Glob("../../shared/samples/*/*")
	if len(files) == 0 {
		t.Skip("no samples beside the repository")
	}
	n, differ := 0, 0
	for i, path := range files {
		switch filepath.Ext(path) {
		case ".html", ".docx", ".eml", ".epub":
		default:
			continue
		}
		if testing.Short() && i%7 > 0 {
			continue
		}
		d, err := Open(path, Options{})
		if err != nil {
			continue
		}
		src, err := d.Read(context.Background())
		if err != nil || len(src.Markdown) > 2<<20 {
			continue
		}
		var out bytes.Buffer
		if err := briefing.WriteMarkdown(&out, briefing.Briefing{Path: path, Text: briefing.NewText(src)}); err != nil {
			t.Fatal(err)
		}
		_, body, ok := strings.Cut(strings.TrimPrefix(out.String(), "---\n"), "\n---\n")
		if !ok {
			t.Fatalf("%s: no front matter", path)
		}
		n++
		ours, theirs := ownOutline(src), goldmarkOutline([]byte(body))
		for i := range max(len(ours), len(theirs)) {
			if i >= len(ours) || i >= len(theirs) || ours[i] != theirs[i] {
				differ++
				t.Errorf("%s: at %d we read %q, goldmark %q", filepath.Base(path), i, at(ours, i), at(theirs, i))
				break
			}
		}
	}
	t.Logf("%d documents, %d differ", n, differ)
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

// letters are those of a text without mark-up and white space: what stands for a
// break or an entity differs from reader to reader.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// ownOutline is a line a heading, item, row and cell, as we read them.
func ownOutline(src briefing.Source) (out []string) {
	pieces, state := briefing.Cut(src.Markdown, briefing.State{}, true)
	var walk func([]briefing.Block)
	walk = func(blocks []briefing.Block) {
		for _, b := range blocks {
			switch b.Kind {
			case briefing.Heading:
				out = append(out, fmt.Sprint("heading ", b.Level, " ", letters(b.Leaf.Prose)))
			case briefing.Item:
				if !b.Cont {
					out = append(out, "item")
				}
			case briefing.Quote:
				out = append(out, "quotation")
			case briefing.Row:
				if b.Cont {
					continue
				}
				out = append(out, fmt.Sprint("row of ", len(b.Blocks)))
			case briefing.Note:
				continue // goldmark puts them at the end
			}
			walk(b.Blocks)
		}
	}
	for _, p := range pieces {
		walk(briefing.Parse(src.Markdown, p, state.Refs))
	}
	return out
}

func goldmarkOutline(md []byte) (out []string) {
	root := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser().Parse(text.NewReader(md))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			out = append(out, fmt.Sprint("heading ", n.Level, " ", letters(wordsUnder(n, md))))
		case *ast.ListItem:
			out = append(out, "item")
		case *ast.Blockquote:
			out = append(out, "quotation")
		case *east.TableRow, *east.TableHeader:
			out = append(out, fmt.Sprint("row of ", n.ChildCount()))
		case *east.FootnoteList:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return out
}

// wordsUnder is the text under a node.
func wordsUnder(n ast.Node, md []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch n := n.(type) {
			case *ast.Text:
				b.Write(n.Value(md))
			case *ast.String:
				b.Write(n.Value)
			case *ast.AutoLink:
				b.Write(n.Label(md))
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
