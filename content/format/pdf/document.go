package pdf

import "strings"

// Info is what the file says of itself.
type Info struct {
	Title, Author, Subject, Keywords, Producer, Creator string
	Tagged, Damaged                                     bool
	Pages                                               int
}

// A Mark is a bookmark, and the page it leads to, from 0; -1 for none.
type Mark struct {
	Title string
	Level int // from 1
	Page  int
	Top   float64 // on the page as pdfium counts, from below; -1 if not said
}

const (
	mostPages = 10_000
	mostMarks = 5_000
)

func (in *instance) info() (i Info, err error) {
	err = in.within(func() {
		meta := func(name string) string {
			copy(in.out(scratchSize-32, 32), name+"\x00")
			return strings.TrimSpace(in.metaText(in.ptr(scratchSize - 32)))
		}
		i.Title, i.Author, i.Subject, i.Keywords = meta("Title"), meta("Author"), meta("Subject"), meta("Keywords")
		i.Producer, i.Creator = meta("Producer"), meta("Creator")
		i.Tagged = in.call("FPDFCatalog_IsTagged", in.doc) != 0
		i.Damaged = in.call("FPDF_DocumentHasValidCrossReferenceTable", in.doc) == 0
		i.Pages = max(in.number("FPDF_GetPageCount", in.doc), 0)
	})
	return i, err
}

// metaText is wide with room for the name behind the buffer.
func (in *instance) metaText(name uint64) string {
	const room = scratchSize - 64
	n := in.number("FPDF_GetMetaText", in.doc, name, in.ptr(0), room)
	if n < 2 || n > room {
		return ""
	}
	return utf16String(in.out(0, uint32(n)))
}

// bookmarks reads the outline, in order.
func (in *instance) bookmarks() (marks []Mark, err error) {
	err = in.within(func() {
		seen := map[uint64]bool{}
		var walk func(parent uint64, level int)
		walk = func(parent uint64, level int) {
			b := in.call("FPDFBookmark_GetFirstChild", in.doc, parent)
			for b != 0 && len(marks) < mostMarks && !seen[b] {
				seen[b] = true
				m := Mark{Title: strings.Join(strings.Fields(in.wide("FPDFBookmark_GetTitle", b)), " "), Level: level, Page: -1, Top: -1}
				if d := in.call("FPDFBookmark_GetDest", in.doc, b); d != 0 {
					m.Page = in.number("FPDFDest_GetDestPageIndex", in.doc, d)
				}
				if m.Title != "" {
					marks = append(marks, m)
				}
				if level < 9 {
					walk(b, level+1)
				}
				b = in.call("FPDFBookmark_GetNextSibling", in.doc, b)
			}
		}
		walk(0, 1)
	})
	return marks, err
}
