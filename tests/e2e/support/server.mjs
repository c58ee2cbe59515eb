// A static host as plain as any: files, types, nothing else.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Serves a folder under `base` (which ends in a slash) on a free port of this machine. */
export async function serveFolder(folder, base) {
  const root = path.resolve(folder);
  const server = createServer(async (request, response) => {
    const file = fileFor(root, base, new URL(request.url, "http://host").pathname);
    try {
      const bytes = await readFile(file);
      const type = TYPES[path.extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** The file that an address names, or none (which does not exist) for one outside the folder. */
function fileFor(root, base, pathname) {
  if (!pathname.startsWith(base)) return "";
  const relative = decodeURIComponent(pathname.slice(base.length)) || "index.html";
  const file = path.join(root, relative);
  return file.startsWith(root + path.sep) ? file : "";
}
