package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"os"

	"circumspect/engine/trust"

	"github.com/spf13/cobra"
)

// keyBlock is what PEM files call a key in PKCS#8.
const keyBlock = "PRIVATE KEY"

// packKeygenCommand makes a key to sign with.
func packKeygenCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "keygen NAME",
		Short: "Makes a key to sign house packs with",
		Long: `Writes an Ed25519 private key to NAME.key (PKCS#8 PEM, mode 0600; never over a file that
exists) and prints the public key, which goes into policies and the server's configuration, and
its id. It is the same as

  openssl genpkey -algorithm ed25519 -out NAME.key

whose keys are accepted, too. The key is not encrypted: keep it off networks, and a copy in a safe.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			private, err := newKey(args[0] + ".key")
			if err != nil {
				return failure{fmt.Errorf("keygen: %w", err)}
			}
			return printKey(cmd.OutOrStdout(), trust.KeyOf(private))
		},
	}
}

// packKeyCommand tells the public half of a key that exists.
func packKeyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "key FILE",
		Short: "Prints the public key and key id of a private key",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			private, err := readKey(args[0])
			if err != nil {
				return failure{err}
			}
			return printKey(cmd.OutOrStdout(), trust.KeyOf(private))
		},
	}
}

// newKey makes a key and writes it to a file that did not exist.
func newKey(path string) (ed25519.PrivateKey, error) {
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	err = pem.Encode(file, &pem.Block{Type: keyBlock, Bytes: der})
	if closed := file.Close(); err == nil {
		err = closed
	}
	return private, err
}

// readKey reads a private key as keygen and openssl write it.
func readKey(path string) (ed25519.PrivateKey, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	block, _ := pem.Decode(content)
	if block == nil || block.Type != keyBlock {
		return nil, fmt.Errorf("key: %s: got no %s block, want an unencrypted private key in PEM", path, keyBlock)
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("key: %s: %w", path, err)
	}
	private, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return nil, fmt.Errorf("key: %s: got %T, want an Ed25519 key", path, parsed)
	}
	return private, nil
}

func printKey(out io.Writer, key trust.Key) error {
	_, err := fmt.Fprintf(out, "public key: %s\nkey id: %s\n", key, key.ID())
	return err
}
