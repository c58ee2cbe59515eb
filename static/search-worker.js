// Starts the program of the search, which lies beside this file under names that stay the same.

const { default: start } = await import("./attest-search.js");
await start({ module_or_path: new URL("attest-search_bg.wasm", import.meta.url) });
