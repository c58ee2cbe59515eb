// What no test allows: a word in the console, an error that nobody caught, a request that leaves the origin or fails.

import { createHash } from "node:crypto";

/** Before each screenshot in Firefox, Playwright puts this style into the page, whose policy refuses it. */
const PLAYWRIGHTS_STYLE = createHash("sha256").update("body {}").digest("base64");

/** Answers a list that grows as the context's pages offend. */
export function watch(context, baseURL) {
  const { origin } = new URL(baseURL);
  const offenses = [];
  const stays = (url) => url.startsWith(`${origin}/`) || /^(blob|data|about):/.test(url);

  context.on("page", (page) => {
    page.on("console", (message) => offenses.push(`console.${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => {
      if (!error.message.includes(PLAYWRIGHTS_STYLE)) offenses.push(`uncaught: ${error.message}\n${error.stack ?? ""}`);
    });
    page.on("crash", () => offenses.push("the page crashed"));
  });
  context.on("request", (request) => {
    if (!stays(request.url())) offenses.push(`asked another origin: ${request.method()} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) offenses.push(`${response.status()} for ${response.url()}`);
  });
  return offenses;
}
