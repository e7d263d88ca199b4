package briefing

// Kind is the kind of a block.
type Kind uint8

// Containers hold blocks, the rest hold a leaf; Rule holds nothing.
const (
	Paragraph Kind = iota
	Heading
	Code        // fenced or indented; its prose is for reading and search, not for the engine
	HTML        // the text of an HTML block, tags left out
	Rule        // thematic break
	List        // of Items
	Item        // leaves and lists
	Quote       // leaves and containers
	Table       // of Rows, the first of them the head
	Row         // of Cells
	Cell        // holds a leaf
	Definitions // of Terms and Descriptions
	Term        // holds a leaf
	Description // leaves and containers
	Note        // a footnote's definition; Label is its label
)

// Align is how the cells of a column stand.
type Align uint8

const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// A Block is a node of the document. Blocks are immutable once parsed.
type Block struct {
	Kind    Kind
	At      Range
	Leaf    *Leaf   // what holds words, nil for containers and rules
	Blocks  []Block // what a container holds
	Level   int     // Heading: 1 to 6
	Ordered bool    // List
	Start   int     // Item of an ordered list: its number
	Marker  byte    // List: - + * . )
	Tight   bool    // List: no blank lines between items
	Task    byte    // Item: 0, ' ' or 'x'
	Info    string  // Code: language
	Label   string  // Note: label
	Align   Align   // Cell
	Cont    bool    // goes on from the piece before: the cut was forced. Row: the head of a table that does
}

// Leaves calls yield for each block that holds a leaf, in the order of the text. The
// head of a table that goes on was seen where the table began.
func Leaves(blocks []Block, yield func(*Block) bool) bool {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Row && b.Cont {
			continue
		}
		if b.Leaf != nil && !yield(b) {
			return false
		}
		if !Leaves(b.Blocks, yield) {
			return false
		}
	}
	return true
}
