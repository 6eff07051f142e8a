package main

import (
	"fmt"
	"path/filepath"
	"strconv"

	"circumspect/engine/cmd/circumspect/generate"
	"circumspect/engine/trust"

	"github.com/spf13/cobra"
)

// packCompileCommand makes what is signed.
func packCompileCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "compile FOLDER",
		Short: "Checks a house pack and writes the file that is signed",
		Long: `Checks and proves a house pack, then writes it as one file with its words ready to be looked
for. The same folder gives the same bytes. If anything is wrong nothing is written.

What a server gives out is public. Words to watch for, private contacts and whatever is marked
internal are refused; such words reach staff by managed policy (pack policy) or by a file that
is imported by hand (pack settings).`,
		Example: "  circumspect pack compile my-unit -o my-unit.payload",
		Args:    cobra.ExactArgs(1),
		RunE:    compilePack,
	}
	command.Flags().StringP("output", "o", "", "where to write it")
	_ = command.MarkFlagRequired("output")
	return command
}

// maxHeader is more than an envelope needs beside the payload, in bytes.
const maxHeader = 1024

func compilePack(cmd *cobra.Command, args []string) error {
	builtIn, err := builtInEngine()
	if err != nil {
		return err
	}
	house, err := provenHouse(cmd, builtIn, args[0])
	if err != nil {
		return err
	}
	if err := wantServed(cmd, house); err != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), "What is served is public. See: circumspect pack policy --help, circumspect pack settings --help")
		return err
	}
	payload, err := builtIn.HousePayload(house)
	if err != nil {
		return failure{fmt.Errorf("compile: %w", err)}
	}
	if most := trust.MaxEnvelope - maxHeader; len(payload) > most {
		return failure{fmt.Errorf("compile: got %d bytes, want at most %d", len(payload), most)}
	}
	output, _ := cmd.Flags().GetString("output")
	folder, name := filepath.Split(output)
	if err := generate.Write(folder, map[string][]byte{name: payload}); err != nil {
		return failure{fmt.Errorf("compile: %w", err)}
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n%s: %s bytes\n", houseSummary(house), output, strconv.Itoa(len(payload)))
	return err
}
