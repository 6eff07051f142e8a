// Command circumspect checks texts against the guidelines of an organisation, and
// checks, compiles and measures the rules themselves. It is the only reader of YAML.
//
// Exit status: 0 done; 1 problems found or input that could not be read; 2 wrong use.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// Exit statuses, as the help text documents them.
const (
	exitProblems = 1
	exitUsage    = 2
)

// errProblems ends a command whose problems have been printed already.
var errProblems = errors.New("problems found")

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with everything it touches handed in, so that tests can call it.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.Execute()
	var failed failure
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &failed):
		fmt.Fprintln(errOut, "circumspect:", err)
		return exitProblems
	}
	fmt.Fprintln(errOut, "circumspect:", err)
	fmt.Fprintln(errOut, "Try: circumspect --help")
	return exitUsage
}

// failure is an error of the work itself, not of how the command was called.
type failure struct{ error }

// Unwrap gives the error itself, so that callers can tell which it is.
func (f failure) Unwrap() error { return f.error }

// rootCommand puts the tool together. Errors are printed once, by run.
func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "circumspect",
		Short: "Tells where a post may break an organisation's social media guidelines",
		Long: `Circumspect tells where a post may break the social media guidelines of the
European Commission, the OSCE or the United Nations, why, and how to mend it.
Nothing leaves this machine, and nothing is stored.

Exit status: 0 done; 1 problems found or input that could not be read; 2 wrong use.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetVersionTemplate("circumspect {{.Version}}\n")
	root.AddCommand(checkCommand(), bioCommand(), rulesCommand(), packCommand(), serveCommand(), versionCommand())
	return root
}
