// Readout is a terminal briefing reader.
package main

func main() {}
