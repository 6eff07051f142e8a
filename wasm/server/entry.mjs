/**
 * Where Cloudflare enters: worker.mjs, which workers-assets-gen makes, starts the Go program for
 * each request. Cloudflare writes "br, gzip" over Accept-Encoding and keeps what the client said aside.
 */
import worker from './worker.mjs';

export default {
	fetch(request, env, context) {
		const asked = new Request(request);
		asked.headers.set('Accept-Encoding', request.cf?.clientAcceptEncoding ?? '');
		return worker.fetch(asked, env, context);
	},
};
