// The workload as an Attest project file: docs/FORMATS.md, version 1.

import { createHash } from "node:crypto";

/** Characters of context on either side of a quote. */
const CONTEXT = 32;

const TIME = "2025-01-01T00:00:00.000Z";

const LABELS = ["Claim", "Person", "Organisation", "Place", "Event", "Law or programme", "Quantity", "Date"];
const COLORS = ["#c98a1b", "#3b7dd8", "#8b6ad6", "#1f8f5f", "#d05a9a", "#0e8a9a", "#a0522d", "#6b7280"];
const KEYS = ["c", "p", "o", "l", "e", "g", "q", "d"];

/** The label that is put on by this key is the first. */
export const FIRST_KEY = KEYS[0];

/** The pieces of the file, one after the other: as one string the largest would not fit. */
export function* projectFile(size, text, mentions) {
  const number = Object.keys({ S: 0, M: 0, L: 0, XL: 0 }).indexOf(size) + 1;
  const at = offsets(text);
  const article = {
    id: uuid(3, number),
    digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
    title: `Workload ${size}`,
    source: { outlet: "", author: "", url: "", language: "en", fileName: `${size}.txt` },
    date: null,
    tags: [],
    note: "",
    done: false,
    added: TIME,
    lengths: { codePoints: at.codePoints[text.length], utf16: text.length, bytes: at.bytes[text.length] },
    text,
  };
  const head = {
    format: "attest-project",
    version: 1,
    project: { id: uuid(1, number), name: `Bench ${size}`, created: TIME },
    schema: { guidelines: "", labels: LABELS.map(label) },
  };
  yield `${JSON.stringify(head).slice(0, -1)},"articles":[${JSON.stringify(article).slice(0, -1)},"mentions":[`;
  for (let i = 0; i < mentions.length; i += 1) {
    yield `${i === 0 ? "" : ","}\n${JSON.stringify(mention(mentions[i], i, text, at))}`;
  }
  yield "]}]}\n";
}

function label(name, i) {
  return {
    id: uuid(2, i + 1),
    kind: i === 0 ? "claim" : "entity",
    name,
    description: "",
    color: COLORS[i],
    line: "solid",
    key: KEYS[i],
    attributes: [],
  };
}

function mention({ start, end, label }, i, text, at) {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return {
    id: uuid(4, i + 1),
    label: { id: uuid(2, label + 1), name: LABELS[label] },
    spans: [
      {
        exact: text.slice(start, end),
        prefix: before,
        suffix: after,
        codePoints: { start: at.codePoints[start], end: at.codePoints[end] },
        utf16: { start, end },
        bytes: { start: at.bytes[start], end: at.bytes[end] },
      },
    ],
    attributes: [],
    note: "",
    creator: "",
    created: TIME,
    modified: TIME,
  };
}

/** By UTF-16 unit, how many code points and bytes come before. */
function offsets(text) {
  const codePoints = new Uint32Array(text.length + 1);
  const bytes = new Uint32Array(text.length + 1);
  let unit = 0;
  for (const char of text) {
    const length = Buffer.byteLength(char);
    for (let i = 1; i <= char.length; i += 1) {
      codePoints[unit + i] = codePoints[unit] + (i === char.length ? 1 : 0);
      bytes[unit + i] = bytes[unit] + (i === char.length ? length : 0);
    }
    unit += char.length;
  }
  return { codePoints, bytes };
}

/** UUIDs of version 7, told apart by what they are of and by number. */
function uuid(kind, number) {
  return `01941f29-7c00-7${String(kind).padStart(3, "0")}-8000-${number.toString(16).padStart(12, "0")}`;
}
