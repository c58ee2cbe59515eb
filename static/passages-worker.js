// Starts the program that compares passages. The page asks once that program says that it listens.

const { default: start } = await import("./attest-passages.js");
await start({ module_or_path: new URL("attest-passages_bg.wasm", import.meta.url) });
