// A static host on this machine only: folders under their paths, plain files, with validators as any host sends them.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
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
};

/** Serves folders, given as `{ "/path/": folder }`, on a free port. */
export async function serve(folders) {
  const server = createServer(async (request, response) => {
    const file = fileFor(folders, new URL(request.url, "http://host").pathname);
    const about = await stat(file).catch(() => undefined);
    if (!about?.isFile()) return response.writeHead(404).end();
    const headers = {
      "cache-control": "no-cache",
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
      etag: `"${about.size}-${Math.round(about.mtimeMs)}"`,
    };
    if (request.headers["if-none-match"] === headers.etag) return response.writeHead(304, headers).end();
    response.writeHead(200, { ...headers, "content-length": about.size });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    fileFor: (pathname) => fileFor(folders, pathname),
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function fileFor(folders, pathname) {
  const base = Object.keys(folders).find((it) => pathname.startsWith(it));
  if (!base) return "";
  const root = path.resolve(folders[base]);
  const file = path.join(root, decodeURIComponent(pathname.slice(base.length)) || "index.html");
  return file.startsWith(root + path.sep) ? file : "";
}
