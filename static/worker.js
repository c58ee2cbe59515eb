// Starts the worker's program, which lies beside this file under names that stay the same.

const { default: start } = await import("./attest-worker.js");
await start({ module_or_path: new URL("attest-worker_bg.wasm", import.meta.url) });
