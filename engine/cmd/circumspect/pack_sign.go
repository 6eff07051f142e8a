package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"circumspect/engine/image"
	"circumspect/engine/pack"
	"circumspect/engine/trust"

	"github.com/spf13/cobra"
)

// packSignCommand makes the envelope that a channel publishes.
func packSignCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "sign FILE",
		Short: "Signs a compiled house pack for a channel",
		Long: `Signs what pack compile wrote. The envelope carries the channel, the pack's version, the time
from which and before which extensions take it, and keys that nobody shall trust any more. Past
its expiry it keeps working for 180 days and says that it is old.

A date is a day, which begins at midnight UTC, or a time as in 2027-01-31T09:00:00+01:00. A key
may withdraw only keys that stand before it in the users' lists. The same input gives the same bytes.`,
		Example: `  circumspect pack sign acme.payload --key 2027.key --channel staff --days 90 -o acme-7.envelope`,
		Args:    cobra.ExactArgs(1),
		RunE:    signPack,
	}
	flags := command.Flags()
	flags.String("key", "", "the private key, as pack keygen or openssl writes it")
	flags.String("channel", "", "the channel it is for: small letters, digits and hyphens")
	flags.String("not-before", "", "the date from which it is taken (by default today)")
	flags.String("expires", "", "the date before which it is taken")
	flags.Int("days", 0, "instead of --expires: days from --not-before")
	flags.StringSlice("withdraw", nil, "ids of keys that nobody shall trust any more")
	flags.StringP("output", "o", "", "where to write the envelope (by default FILE with .envelope as its ending)")
	for _, name := range []string{"key", "channel"} {
		_ = command.MarkFlagRequired(name)
	}
	command.MarkFlagsOneRequired("expires", "days")
	command.MarkFlagsMutuallyExclusive("expires", "days")
	return command
}

func signPack(cmd *cobra.Command, args []string) error {
	header, err := headerOf(cmd, time.Now())
	if err != nil {
		return err
	}
	keyFile, _ := cmd.Flags().GetString("key")
	private, err := readKey(keyFile)
	if err != nil {
		return failure{err}
	}
	payload, house, err := readPayload(args[0])
	if err != nil {
		return failure{err}
	}
	if err := wantServed(cmd, house); err != nil {
		return err
	}
	header.Version = house.Version
	envelope, err := trust.Seal(header, payload, private)
	if err != nil {
		return failure{fmt.Errorf("sign: %w", err)}
	}
	output, _ := cmd.Flags().GetString("output")
	if output == "" {
		output = strings.TrimSuffix(args[0], filepath.Ext(args[0])) + ".envelope"
	}
	if err := os.WriteFile(output, envelope, 0o644); err != nil {
		return failure{fmt.Errorf("sign: %w", err)}
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\ndigest: %s\n", output, trust.Digest(envelope))
	return err
}

// readPayload reads a compiled house pack.
func readPayload(path string) ([]byte, *pack.House, error) {
	payload, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("sign: %w", err)
	}
	house, _, err := image.ReadHouse(payload)
	if err != nil {
		return nil, nil, fmt.Errorf("sign: %s: %w (is it what pack compile wrote?)", path, err)
	}
	return payload, house, nil
}

// wantServed prints what must not stand in an envelope, which everybody can read.
func wantServed(cmd *cobra.Command, house *pack.House) error {
	problems := house.Served()
	if len(problems) == 0 {
		return nil
	}
	for _, problem := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), problem.Error())
	}
	return errProblems
}

// headerOf reads what the flags say about an envelope; the version comes from the pack.
func headerOf(cmd *cobra.Command, now time.Time) (trust.Header, error) {
	header := trust.Header{Version: 1}
	header.Channel, _ = cmd.Flags().GetString("channel")
	withdraw, _ := cmd.Flags().GetStringSlice("withdraw")
	var err error
	if header.Withdraws, err = keyIDs("withdraw", withdraw); err != nil {
		return header, err
	}
	begins := now.UTC().Truncate(24 * time.Hour)
	if given, _ := cmd.Flags().GetString("not-before"); given != "" {
		if begins, err = dateOf("not-before", given); err != nil {
			return header, err
		}
	}
	days, _ := cmd.Flags().GetInt("days")
	expires := begins.Add(time.Duration(days) * 24 * time.Hour)
	if given, _ := cmd.Flags().GetString("expires"); given != "" {
		if expires, err = dateOf("expires", given); err != nil {
			return header, err
		}
	}
	header.NotBefore, header.Expires = begins.Unix(), expires.Unix()
	return header, nil
}

// dateOf reads a day or a time.
func dateOf(flag, given string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, given); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("--%s: got %q, want a date as in 2027-01-31 or 2027-01-31T09:00:00Z", flag, given)
}

// keyIDs reads the key ids of a flag.
func keyIDs(flag string, given []string) (ids []trust.KeyID, err error) {
	for _, text := range given {
		id, err := trust.ParseKeyID(text)
		if err != nil {
			return nil, fmt.Errorf("--%s: %w", flag, err)
		}
		ids = append(ids, id)
	}
	return ids, nil
}
