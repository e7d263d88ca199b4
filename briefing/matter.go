package briefing

import (
	"math"
	"sort"
	"strings"

	"readout/briefing/lang"
)

// ranking weighs the phrases of a reading.
type ranking struct {
	*reading
	names bool           // persons and places count as topics
	tf    map[string]int // how often a stem stands in phrases
	title map[string]bool
	cands map[string]*matter
	order []*matter
}

// rank lists the matters of a text, the heaviest first. With names, persons and
// places are topics too.
func rank(r *reading, names bool) []*matter {
	k := ranking{reading: r, names: names, tf: map[string]int{}, title: map[string]bool{}, cands: map[string]*matter{}}
	for _, p := range r.Phrases {
		for s := range strings.SplitSeq(p.Key, " ") {
			k.tf[s]++
		}
	}
	for u := range r.leaves {
		if r.leaves[u].paragraph == 0 && r.leaves[u].kind == Heading {
			for _, s := range stems(r.units[u].S) {
				k.title[s] = true
			}
		}
	}
	k.gather()
	for _, m := range k.order {
		m.score = k.score(m)
	}
	sort.SliceStable(k.order, func(i, j int) bool { return k.order[i].score > k.order[j].score })
	return k.choose()
}

// gather makes a matter of every phrase and of its endings: “submarine deal” of
// “AUKUS submarine deal”. A compound with hyphens is never cut.
func (k *ranking) gather() {
	for _, p := range k.Phrases {
		text := k.of(p.Span)
		words := strings.Fields(text)
		at := len(text)
		for n := 1; n <= len(words) && n <= 4; n++ {
			at = strings.LastIndex(text[:at], words[len(words)-n])
			s := lang.Span{Unit: p.Unit, Start: p.Start + at, End: p.End}
			k.add(s, keyOf(text[at:]))
		}
	}
}

// keyOf is the stems of a phrase, in one string.
func keyOf(s string) string { return strings.Join(stemsOfPhrase(s), " ") }

func (k *ranking) add(s lang.Span, key string) {
	if key == "" {
		return
	}
	m := k.cands[key]
	if m == nil {
		m = &matter{label: s, words: strings.Split(key, " ")}
		k.cands[key] = m
		k.order = append(k.order, m)
	}
	if k.units[m.label.Unit].Kind != lang.Prose && k.units[s.Unit].Kind == lang.Prose {
		m.label = s
	}
	m.spans = append(m.spans, s)
}

// score weighs a matter; nought drops it.
func (k *ranking) score(m *matter) float64 {
	text := k.of(m.label)
	head := strings.ToLower(text[strings.LastIndexAny(text, " -")+1:])
	if generic(head) {
		return 0
	}
	n := float64(len(m.words))
	sum, inTitle := 0., 0
	for _, w := range m.words {
		sum += math.Log2(1+float64(k.tf[w])) * lang.Rarity(w)
		if k.title[w] {
			inTitle++
		}
	}
	w := sum / n
	w *= 1 + .4*math.Log2(float64(len(m.spans)))
	if len(m.words) == 1 {
		w *= .5
	}
	if isMatter(head) {
		w *= 1.6
	}
	if inTitle > 0 {
		w *= 1 + .5*float64(inTitle)/n
	}
	seen := map[int]bool{}
	for _, s := range m.spans {
		seen[k.leaves[s.Unit].paragraph] = true
		if k.leaves[s.Unit].kind == Heading {
			w *= 1.1
		}
	}
	if len(seen) > 1 {
		w *= 1.2
	}
	return w
}

// choose takes matters in order of weight. One that shares two words with a heavier
// one, or lies in it, is joined to it.
func (k *ranking) choose() []*matter {
	var out []*matter
	for _, m := range k.order {
		if m.score <= 0 || len(out) > 0 && m.score < out[0].score*.3 {
			break
		}
		joined := false
		for _, o := range out {
			n := shared(m.words, o.words)
			if n >= 2 || n == len(m.words) || n == len(o.words) {
				o.spans = append(o.spans, m.spans...)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, m)
		}
	}
	for _, m := range out {
		m.settle()
	}
	return out
}

// settle orders the passages of a matter and drops those that lie in one another.
func (m *matter) settle() {
	sort.Slice(m.spans, func(i, j int) bool {
		a, b := m.spans[i], m.spans[j]
		if a.Unit != b.Unit {
			return a.Unit < b.Unit
		}
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	var out []lang.Span
	for _, s := range m.spans {
		if n := len(out); n == 0 || out[n-1].Unit != s.Unit || s.Start >= out[n-1].End {
			out = append(out, s)
		}
	}
	m.spans = out
}

// isMatter lists heads that name a matter.
func isMatter(w string) bool {
	switch lang.Singular(w) {
	case "deal", "agreement", "accord", "pact", "treaty", "dispute", "row", "crisis", "conflict", "war", "talk", "negotiation",
		"election", "vote", "referendum", "policy", "law", "bill", "legislation", "reform", "ban", "sanction", "tariff", "attack",
		"bombing", "explosion", "blast", "collapse", "crash", "shooting", "killing", "murder", "protest", "strike", "coup",
		"invasion", "occupation", "ceasefire", "peace", "issue", "question", "problem", "case", "trial", "lawsuit", "ruling",
		"investigation", "inquiry", "probe", "scandal", "resignation", "impeachment", "nomination", "succession", "right",
		"abuse", "programme", "program", "plan", "project", "mission", "tax", "budget", "debt", "deficit", "rate", "inflation",
		"unemployment", "employment", "price", "market", "growth", "economy", "change", "emission", "migration", "refugee",
		"asylum", "border", "security", "terrorism", "weapon", "missile", "virus", "pandemic", "outbreak", "vaccine", "epidemic",
		"flood", "earthquake", "storm", "drought", "fire", "wildfire", "famine", "hunger", "aid", "relief", "rescue", "independence",
		"sovereignty", "status", "constitution", "prorogation", "suspension", "campaign", "tie", "relation", "relationship",
		"tension", "buildup", "aggression", "cost", "recovery", "inequality", "conference", "summit", "sale", "merger", "takeover",
		"acquisition", "closure", "loss", "limit", "offence", "offense", "violence", "corruption", "fraud", "trafficking",
		"smuggling", "piracy", "privacy", "freedom", "democracy", "claim", "challenge", "threat", "risk", "shortage", "regulation",
		"rule", "amendment", "resolution", "act", "mandate", "charge", "allegation", "conviction", "sentence", "appeal", "arrest",
		"release", "pardon", "clemency", "extradition", "deportation", "withdrawal", "deployment", "exercise", "drill", "operation",
		"test", "launch", "enrichment", "proliferation", "disarmament", "control", "reduction", "cut", "increase", "subsidy",
		"investment", "trade", "export", "import", "supply", "energy", "gas", "oil", "pipeline", "housing", "health", "care",
		"insurance", "education", "poverty", "welfare", "pension", "wage", "job", "labor", "labour", "union", "climate", "pollution",
		"waste", "water", "food", "agriculture", "disease", "epidemics", "treatment", "abortion", "drug", "gun", "crime",
		"leak", "breach", "hack", "surveillance", "espionage", "interference", "disinformation", "seat", "majority", "coalition",
		"partnership", "cooperation", "alliance", "membership", "accession", "expansion", "flank", "build-up", "initiative", "strategy":
		return true
	}
	return false
}

// generic lists heads that any text has: they name no matter.
func generic(w string) bool {
	switch lang.Singular(w) {
	case "statement", "meeting", "official", "president", "minister", "spokesman", "spokeswoman", "spokesperson", "people", "person",
		"man", "woman", "men", "women", "year", "day", "time", "week", "month", "hour", "member", "leader", "group", "country",
		"nation", "government", "state", "party", "part", "number", "way", "thing", "place", "area", "region", "city", "town",
		"report", "source", "news", "agency", "comment", "interview", "speech", "remark", "reporter", "journalist", "letter", "move",
		"step", "effort", "action", "role", "support", "work", "use", "need", "visit", "trip", "call", "world", "end", "beginning",
		"fact", "example", "level", "order", "position", "point", "view", "addition", "result", "percent", "hope", "address", "senator",
		"congressman", "secretary", "chairman", "chair", "director", "chief", "head", "ambassador", "governor", "mayor", "king", "queen",
		"prince", "pope", "judge", "lawyer", "attorney", "analyst", "expert", "critic", "user", "victim", "family", "child", "children",
		"parent", "mother", "father", "son", "daughter", "wife", "husband", "friend", "colleague", "staff", "personnel", "worker", "employee", "resident", "citizen",
		"student", "teacher", "officer", "police", "soldier", "troop", "others", "morning", "evening", "night", "afternoon", "today",
		"date", "period", "moment", "century", "decade", "future", "past", "history", "name", "word", "term", "line",
		"discussion", "conversation", "participant", "partner", "ally", "colleagues", "community", "committee", "council", "office",
		"department", "ministry", "house", "company", "firm", "organization", "organisation", "team", "body", "board", "website",
		"page", "video", "photo", "picture", "image", "story", "article", "book", "media", "press", "information",
		"detail", "evidence", "reason", "cause", "purpose", "goal", "aim", "intention", "idea", "opinion", "concern", "matter",
		"situation", "condition", "measure", "process", "system", "series", "set", "list", "range", "amount", "total",
		"rest", "lot", "kind", "sort", "type", "form", "version", "edition", "copy", "unit", "item", "piece", "site", "side", "back",
		"front", "top", "bottom", "center", "centre", "middle", "north", "south", "east", "west", "coast", "street", "road", "building",
		"room", "home", "hand", "face", "eye", "life", "death", "mr", "mrs", "ms", "dr", "candidate", "lawmaker", "legislator",
		"representative", "administration", "authority", "force", "presence", "attention", "opportunity", "ability", "capacity",
		"progress", "success", "failure", "importance", "interest", "value", "basis", "approach", "decision", "announcement",
		"response", "answer", "reply", "request", "offer", "message", "fence", "loop", "tempo", "theme", "founder", "owner", "author",
		"player", "fan", "actor", "singer", "winner", "contractor", "provider", "lady", "spokespeople", "premier", "chancellor", "administrator",
		"population", "voter", "supporter", "opponent", "crowd", "public", "everyone", "inquiries", "contact", "enquiry", "editor":
		return true
	}
	return false
}

// topics are the labels of what a text is about, names among them, the heaviest first.
func topics(r *reading) []string {
	var out []string
	for _, m := range rank(r, true) {
		out = append(out, r.of(m.label))
	}
	return out
}
