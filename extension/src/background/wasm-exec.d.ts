/** Go's own wasm_exec.js, taken from the Go installation by the build. */
declare module 'wasm-exec';
