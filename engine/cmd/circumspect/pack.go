package main

import "github.com/spf13/cobra"

// packCommand groups the commands on house packs and their envelopes.
func packCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "pack",
		Short: "Writes, signs and reads what an organisation adds to a built-in pack",
		Long: `An organisation's own rules, words and contacts are a house pack: a folder of files, compiled
to one file, signed to an envelope, and fetched by the extension from the organisation's channel.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	command.AddCommand(packNewCommand(), packCheckCommand(), packCompileCommand(), packDiffCommand(), packPolicyCommand(), packSettingsCommand(),
		packKeygenCommand(), packKeyCommand(), packSignCommand(), packVerifyCommand())
	return command
}
