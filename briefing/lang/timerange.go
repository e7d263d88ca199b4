package lang

// share lends a year to a date whose neighbour has it: “between July and December
// 2004”, “April 28 and May 3, 2010”.
func (z *resolver) share(list []expr, n int) {
	e := &list[n]
	if e.form != fDate || !e.noYear || e.noMonth || e.date.g != gDay && e.date.g != gMonth && e.date.g != gQuarter && e.date.g != gSeason || n+1 >= len(list) {
		return
	}
	m := n
	for m+1 < len(list) && m < n+4 && z.joined(&list[m], &list[m+1]) {
		m++
		f := &list[m]
		if f.form != fDate && f.form != fOf || f.date.g < gSeason {
			return
		}
		if f.form == fOf {
			e.form, e.in = fOf, f.in
			return
		}
		if !f.noYear {
			e.date.y, e.noYear = f.date.y, false
			if e.date.g == f.date.g && (e.date.n > f.date.n) && z.rangeMark(list[m-1].hi) {
				e.date.y--
			}
			return
		}
	}
}

// joined reports whether only a word or mark that joins stands between two
// expressions.
func (z *resolver) joined(a, b *expr) bool {
	i, gap := a.hi, b.lo-a.hi
	if gap < 1 || gap > 3 {
		return false
	}
	if !joins(z.k[i].low) {
		return false
	}
	for ; i < b.lo; i++ {
		if k := z.k[i]; !joins(k.low) && k.class != cThe && k.low != "on" {
			return false
		}
	}
	return true
}

func (z *resolver) rangeMark(i int) bool {
	switch z.k[i].low {
	case "to", "-", "–", "—", "‑", "through", "thru", "until", "till":
		return true
	}
	return false
}

// ranges joins “from May 5 to May 9”, “May 5 – May 9, 2022”, “1861–1863”.
func (z *resolver) ranges(list []expr) {
	for n := 0; n+1 < len(list); n++ {
		a, b := &z.out[z.first+n], &z.out[z.first+n+1]
		if a.Calendar == "" || b.Calendar == "" || list[n+1].lo-list[n].hi > 2 || list[n+1].lo <= list[n].hi || a.Until != "" {
			continue
		}
		i := list[n].hi
		between := a.Lead == "between" && z.k[i].low == "and"
		if !z.rangeMark(i) && !between {
			continue
		}
		if w := z.k[i].low; (w == "to" || w == "until" || w == "till") && a.Lead != "from" && a.Lead != "between" && list[n].date.g != list[n+1].date.g {
			continue
		}
		if list[n+1].lo-i == 2 && z.k[i+1].class != cThe && z.k[i+1].low != "on" {
			continue
		}
		if b.To.Days() < a.From.Days() {
			continue
		}
		a.Until, a.To, b.Ends = b.Calendar, b.To, true
	}
}
