package pdf

import (
	"fmt"
	"strings"
)

// Notes at the foot of a page: small, in the last part of a column, each behind a
// mark that stands raised in the text above.

// notes finds them, and says which label a mark in the text of this page has.
func (l *layout) notes(paras []para, body float64) map[string]string {
	refs := map[string]bool{}
	each := func(f func(p *para)) {
		for i := range paras {
			f(&paras[i])
			for _, row := range paras[i].rows {
				for _, c := range row {
					for k := range c {
						f(&c[k])
					}
				}
			}
		}
	}
	each(func(p *para) {
		for i := range p.lines {
			for j, w := range p.lines[i].words {
				if w.raised && (j > 0 || i > 0) && isNoteMark(w.text) {
					refs[strings.Trim(w.text, "()[].,")] = true
				}
			}
		}
	})
	if len(refs) == 0 {
		return nil
	}
	labels := map[string]string{}
	took := false
	for i := range paras {
		p := &paras[i]
		if p.kind != Paragraph && p.kind != Note || len(p.lines) == 0 {
			took = false
			continue
		}
		mark, n := noteMark(p.lines[0].words)
		small := p.size <= 0.95*body || p.kind == Note
		switch {
		case mark != "" && refs[mark] && labels[mark] == "" && (small || p.lines[0].over && p.lines[0].words[0].raised) && (foot(paras, i, body) || p.kind == Note):
			label := mark
			if strings.Trim(mark, "0123456789abcdefghijklmnopqrstuvwxyz") != "" {
				label = "s"
			}
			for k := 2; l.labels[label]; k++ {
				label = fmt.Sprintf("%s-%d", strings.SplitN(label, "-", 2)[0], k)
			}
			l.labels[label] = true
			labels[mark] = label
			p.kind, p.label, p.mark, p.tagged = Note, label, n, true
			took = true
		case took && small && p.column == paras[i-1].column && p.kind == Paragraph && p.gap < 0.8 && !p.tagged:
			p.kind, p.label, p.tagged = Note, paras[i-1].label, true
		default:
			took = false
		}
	}
	return labels
}

// noteMark is the mark that a note begins with, and how many words it is.
func noteMark(words []word) (string, int) {
	w := words[0]
	s := strings.Trim(w.text, "()[].,")
	if isNoteMark(w.text) && (w.raised || strings.Trim(s, "0123456789*†‡§") == "") && len(words) > 1 {
		return s, 1
	}
	return "", 0
}

// foot reports whether nothing but small text follows in the column.
func foot(paras []para, i int, body float64) bool {
	for k := i + 1; k < len(paras) && paras[k].column == paras[i].column; k++ {
		if paras[k].size > 0.97*body && paras[k].wordy() {
			return false
		}
	}
	return true
}
