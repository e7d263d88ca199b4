// Package manual is what the program tells a shell and man(1) about itself, made
// from the commands and flags that --help shows and the keys that ? shows.
//
//	page.go    the manual page
//	shells.go  completion for bash, zsh and fish
package manual
