package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be readout: in scripts by name, on a
// pseudo-terminal by READOUT_TEST.
func TestMain(m *testing.M) {
	switch os.Getenv("READOUT_TEST") {
	case "readout":
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	case "panic":
		os.Exit(runPanic())
	}
	testscript.Main(m, map[string]func(){
		"readout": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}
