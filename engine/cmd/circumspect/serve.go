package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"circumspect/wasm/server/local"

	"github.com/spf13/cobra"
)

// serveCommand runs the pack server on a machine of the organisation.
func serveCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "serve --dir DIR",
		Short: "Serves the newest envelope of each channel, and the checker page",
		Long: `Serves signed house packs from a folder:

  GET /v1/channels/{channel}   the newest envelope
  PUT /v1/channels/{channel}   takes a newer one, signed by a key of the channel
  GET /v1/packs/{digest}       any envelope ever published
  GET /healthz
  GET /                        the checker page, where there is one

DIR/channels.json names the channels and their public keys, the older first:

  {"staff": ["<public key in base64>", "<the key that comes next>"]}

It is read once, at the start. Envelopes are kept in DIR/packs. It holds no secret, writes
no access log and sets no cookie. Browsers fetch packs by https only: put a proxy that
speaks TLS in front, and mind that the proxy has logs of its own.`,
		Example: `  circumspect serve --dir packs
  curl -H 'content-type: application/octet-stream' -T staff.envelope http://127.0.0.1:8787/v1/channels/staff`,
		Args: cobra.NoArgs,
		RunE: serve,
	}
	flags := command.Flags()
	flags.String("dir", "", "the folder of envelopes, with channels.json")
	flags.String("listen", "127.0.0.1:8787", "the address to listen at; port 0 takes a free one")
	flags.String("page", "", "the folder of the checker page (default: the folder checker beside this program)")
	flags.Int("puts", 30, "how many envelopes a minute one address may publish")
	if err := command.MarkFlagRequired("dir"); err != nil {
		panic(err) // a flag that was not defined above
	}
	return command
}

// serve answers until it is interrupted.
func serve(cmd *cobra.Command, _ []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	handler, page, err := packServer(cmd)
	if err != nil {
		return failure{fmt.Errorf("serve: %w", err)}
	}
	address, _ := cmd.Flags().GetString("listen")
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return failure{fmt.Errorf("serve: %w", err)}
	}
	if err := told(cmd.OutOrStdout(), listener.Addr(), page); err != nil {
		return failure{err}
	}
	if err := local.Serve(ctx, listener, handler); err != nil {
		return failure{err}
	}
	return nil
}

// packServer builds the server that the flags ask for, and says whether it has the page.
func packServer(cmd *cobra.Command) (http.Handler, bool, error) {
	flags := cmd.Flags()
	dir, _ := flags.GetString("dir")
	puts, _ := flags.GetInt("puts")
	page, _ := flags.GetString("page")
	if page == "" {
		program, err := os.Executable()
		if err != nil {
			return nil, false, err
		}
		page = filepath.Join(filepath.Dir(program), "checker")
	}
	failed := func(err error) { fmt.Fprintln(cmd.ErrOrStderr(), "circumspect: serve:", err) }
	return local.Handler(local.Options{Dir: dir, Page: page, Puts: puts, Failed: failed})
}

// told says where the server listens.
func told(out io.Writer, address net.Addr, page bool) error {
	what := "packs and the checker page"
	if !page {
		what = "packs; no checker page: got no built one, want one by --page"
	}
	_, err := fmt.Fprintf(out, "serving at http://%s (%s)\n", address, what)
	return err
}
