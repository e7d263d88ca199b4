package briefing

import (
	"cmp"
	"slices"
)

// Sentences reads the words of stretches of the source, each of which lies in one
// leaf: the sentences of facts. It parses only the pieces that hold one.
func Sentences(t Text, at []Range) map[Range]string {
	at = slices.Clone(at)
	slices.SortFunc(at, func(a, b Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	at = slices.Compact(at)
	out := make(map[Range]string, len(at))
	for _, p := range t.Pieces {
		k, _ := slices.BinarySearchFunc(at, p.At.End, func(r Range, end Pos) int { return cmp.Compare(r.Start, end) })
		here := at[:k] // those of this piece: what is before it is gone
		at = at[k:]
		if len(here) == 0 {
			continue
		}
		Leaves(Parse(t.Markdown, p, t.Refs), func(b *Block) bool {
			i, _ := slices.BinarySearchFunc(here, b.Leaf.At.Start, func(r Range, p Pos) int { return cmp.Compare(r.Start, p) })
			for ; i < len(here) && here[i].Start < b.Leaf.At.End; i++ {
				if words := b.Leaf.Words(here[i]); words != "" {
					out[here[i]] = words
				}
			}
			return true
		})
	}
	return out
}
