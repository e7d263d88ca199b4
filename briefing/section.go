package briefing

// Role is what a section is for in its briefing.
type Role string

// A Section is a heading and what stands under it.
type Section struct {
	Title     string
	Level     int
	Role      Role
	Paragraph int // number of its first paragraph
	At        Range
}
