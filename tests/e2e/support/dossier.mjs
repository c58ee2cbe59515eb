// Projects with claims, made as files of annotations.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { dialog, noDialog, openFiles } from "./app.mjs";

const MADE = "2026-01-05T10:00:00.000Z";
const PLACES = ["codePoints", "utf16", "bytes"];

/** The n-th id of a kind, which is a digit. */
function id(kind, n) {
  return `01900000-0000-7000-8000-0000${kind}${String(n).padStart(7, "0")}`;
}

/**
 * An exported project with claims and mentions that make them. A claim is `{ text, by: [{ quote, stance, speaker }] }`,
 * where the quote stands in the first article that has it.
 */
export function withClaims(file, claims) {
  const project = JSON.parse(file);
  const label = project.schema.labels.find(({ name }) => name === "Claim");
  const speakers = [...new Set(claims.flatMap(({ by }) => by.map(({ speaker }) => speaker)).filter(Boolean))];
  project.project = { ...project.project, id: id(1, 1), name: "With claims" };
  project.entities = speakers.map((name, n) => ({
    id: id(2, n), name, label: null, aliases: [], identity: "", roles: [], note: "", created: MADE, modified: MADE,
  }));
  project.claims = claims.map(({ text }, n) => claim(n, text));
  for (const [n, { text, by }] of claims.entries()) {
    for (const [i, { quote, stance = null, speaker }] of by.entries()) {
      const article = project.articles.find((article) => article.text.includes(quote));
      assert.ok(article, `an article says “${quote}”`);
      const entity = project.entities.find(({ name }) => name === speaker);
      article.mentions.push({
        id: id(4, 100 * n + i),
        label: { id: label.id, name: label.name },
        spans: [span(article.text, quote)],
        attributes: [],
        refersTo: {
          entity: null,
          claim: { id: id(3, n), text },
          stance,
          speaker: entity ? { id: entity.id, name: entity.name } : null,
        },
        note: "", creator: "", created: MADE, modified: MADE,
      });
    }
  }
  return JSON.stringify(project);
}

/** Where a quote stands, in the three units. */
function span(text, quote) {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const place = (length) => ({ start: length(text.slice(0, start)), end: length(text.slice(0, end)) });
  return {
    exact: quote,
    prefix: "",
    suffix: "",
    codePoints: place((part) => [...part].length),
    utf16: place((part) => part.length),
    bytes: place((part) => Buffer.byteLength(part)),
  };
}

/** A project of so many articles and claims, in which every claim is made by some ten articles. */
export function largeProject(file, nArticles, nClaims) {
  const project = JSON.parse(file);
  const label = project.schema.labels.find(({ name }) => name === "Claim");
  project.project = { ...project.project, id: id(1, 2), name: "Many claims" };
  project.claims = Array.from({ length: nClaims }, (_, n) => claim(n, `Statement ${n} of many`));
  project.articles = Array.from({ length: nArticles }, (_, a) => {
    const made = project.claims.flatMap((_, n) => ((n * 7 + a) % Math.ceil(nArticles / 10) === 0 ? [n] : []));
    const lines = made.map((n) => `Statement ${n} is true.`);
    const text = `${lines.join("\n")}\n`;
    let start = 0;
    const mentions = lines.map((exact, i) => {
      const end = start + exact.length;
      const at = Object.fromEntries(PLACES.map((unit) => [unit, { start, end }]));
      start = end + 1;
      return {
        id: id(4, a * nClaims + i),
        label: { id: label.id, name: label.name },
        spans: [{ exact, prefix: "", suffix: "", ...at }],
        attributes: [],
        refersTo: { entity: null, claim: { id: id(3, made[i]), text: "" }, stance: "asserts", speaker: null },
        note: "", creator: "", created: MADE, modified: MADE,
      };
    });
    return {
      id: id(5, a),
      digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      title: `Article ${a}`,
      source: { outlet: `Outlet ${a}`, author: "", url: "", language: "en", fileName: "" },
      date: null, tags: [], note: "", done: false, added: MADE,
      lengths: Object.fromEntries(PLACES.map((unit) => [unit, text.length])),
      text,
      mentions,
    };
  });
  return JSON.stringify(project);
}

/** Opens such a file as a project of its own, and waits until it is there. */
export async function openProject(page, content) {
  await openFiles(page, { name: "claims.attest.json", content });
  const open = await dialog(page, "Open annotations");
  await open.getByRole("radio", { name: "As a project of its own" }).check();
  await open.getByRole("button", { name: "Take it in" }).click();
  await noDialog(page);
  const { name } = JSON.parse(content).project;
  await page.locator(".project-name-text").filter({ hasText: name }).waitFor({ state: "attached" });
}

function claim(n, text) {
  return {
    id: id(3, n), text, kind: null, checkWorthy: null, verdict: null, sources: [], note: "", absentFrom: [],
    created: MADE, modified: MADE,
  };
}
