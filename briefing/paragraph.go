package briefing

// Paragraphs calls yield for each paragraph of a piece's blocks, in the order of
// the text, with its number in the piece, counted from 1. Number 0 goes on with
// the last paragraph of the piece before: the cut between them was forced.
//
// What a reader would point at counts: paragraphs, also in items, quotations,
// descriptions and notes, rows of a table, code, the text of an HTML block.
// Headings, terms and the head of a table announce what follows and do not count,
// nor does what has no words.
func Paragraphs(blocks []Block, yield func(b *Block, number int) bool) {
	n := 0
	paragraphs(blocks, &n, yield)
}

// CountParagraphs is how many paragraphs begin in a piece's blocks.
func CountParagraphs(blocks []Block) int {
	n := 0
	paragraphs(blocks, &n, func(*Block, int) bool { return true })
	return n
}

func paragraphs(blocks []Block, n *int, yield func(*Block, int) bool) bool {
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case Paragraph, Code, HTML:
			if b.Leaf == nil || b.Leaf.Prose == "" {
				continue
			}
			if !b.Cont {
				*n++
			}
			if !yield(b, *n) {
				return false
			}
		case Table:
			for k := 1; k < len(b.Blocks); k++ {
				row := &b.Blocks[k]
				if !hasWords(row) {
					continue
				}
				*n++
				if !yield(row, *n) {
					return false
				}
			}
		case List, Item, Quote, Definitions, Description, Note:
			if !paragraphs(b.Blocks, n, yield) {
				return false
			}
		case Heading, Rule, Row, Cell, Term:
		}
	}
	return true
}

func hasWords(row *Block) bool {
	for i := range row.Blocks {
		if l := row.Blocks[i].Leaf; l != nil && l.Prose != "" {
			return true
		}
	}
	return false
}
