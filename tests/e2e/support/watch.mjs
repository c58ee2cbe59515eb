// What no test allows: a word in the console, an error that nobody caught, a request that leaves the origin or fails.

import { createHash } from "node:crypto";

/** Before each screenshot in Firefox, Playwright puts this style into the page, whose policy refuses it. */
const PLAYWRIGHTS_STYLE = createHash("sha256").update("body {}").digest("base64");

/** Adds to the list as the context's pages offend. */
export function watch(context, baseURL, offenses) {
  const { origin } = new URL(baseURL);
  const stays = (url) => url.startsWith(`${origin}/`) || /^(blob|data|about):/.test(url);

  context.on("page", (page) => {
    page.on("console", (message) => offenses.push(`console.${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => {
      const text = error.stack?.includes("\n    at ") ? error.stack : error.message;
      if (!text.includes(PLAYWRIGHTS_STYLE)) offenses.push(`uncaught: ${text}`);
    });
    page.on("crash", () => offenses.push("the page crashed"));
  });
  context.on("request", (request) => {
    if (!stays(request.url())) offenses.push(`asked another origin: ${request.method()} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) offenses.push(`${response.status()} for ${response.url()}`);
  });
}
