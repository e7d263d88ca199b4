package briefing

// links are the links of a leaf and its references to footnotes, in order.
func (l *Leaf) links(paragraph int) []Link {
	var out []Link
	mark := 0
	notes := func(upto int) {
		for ; mark < len(l.Marks) && l.Marks[mark].At <= upto; mark++ {
			at := l.Pos(max(l.Marks[mark].At-1, 0))
			out = append(out, Link{Text: l.Marks[mark].Label, At: Range{at, at + 1}, Paragraph: paragraph, Note: "?"})
		}
	}
	for i := 0; i < len(l.Runs); i++ {
		r := l.Runs[i]
		notes(r.From)
		if r.Link == "" {
			continue
		}
		for i+1 < len(l.Runs) && l.Runs[i+1].Link == r.Link { // a link with emphasis inside
			i++
		}
		to := l.Runs[i].To
		out = append(out, Link{Text: l.Prose[r.From:to], To: r.Link, At: l.Range(r.From, to), Paragraph: paragraph})
	}
	notes(len(l.Prose))
	return out
}

// linked are the links of the briefing, each footnote with its words.
func (r *reading) linked() []Link {
	var out []Link
	for _, l := range r.links {
		if l.To == "" {
			b, ok := r.notes[l.Text]
			if !ok {
				continue
			}
			l.NoteAt, l.Note = b.At, ""
			Leaves([]Block{*b}, func(k *Block) bool {
				if l.Note != "" {
					l.Note += " "
				} else {
					l.NoteAt = k.Leaf.At
				}
				l.Note += k.Leaf.Prose
				return true
			})
		}
		out = append(out, l)
	}
	return out
}
