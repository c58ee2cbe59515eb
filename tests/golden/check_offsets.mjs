// Slices the texts of an Attest project file by each unit and compares with the quotes.
//
// usage: node check_offsets.mjs PROJECT.attest.json
//
// Only what docs/FORMATS.md says. Ends with 1 where anything differs.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A text's slicing in each unit; the conversions are made once for each text. */
function slicers(text) {
  const codePoints = [...text];
  const bytes = new TextEncoder().encode(text);
  // `ignoreBOM` keeps a U+FEFF that is part of the text.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return {
    lengths: { codePoints: codePoints.length, utf16: text.length, bytes: bytes.length },
    slice: {
      codePoints: ({ start, end }) => codePoints.slice(start, end).join(""),
      utf16: ({ start, end }) => text.slice(start, end),
      bytes: ({ start, end }) => decoder.decode(bytes.subarray(start, end)),
    },
  };
}

const project = JSON.parse(readFileSync(process.argv[2], "utf8"));
const differences = [];
let nSlices = 0;
for (const article of project.articles) {
  const { text, title, digest } = article;
  const { lengths, slice } = slicers(text);
  if (digest !== `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`) {
    differences.push(`${title}: digest`);
  }
  for (const [unit, length] of Object.entries(lengths)) {
    if (article.lengths[unit] !== length) differences.push(`${title}: length in ${unit}`);
  }
  for (const { id, spans } of article.mentions) {
    for (const span of spans) {
      for (const [unit, cut] of Object.entries(slice)) {
        const found = cut(span[unit]);
        nSlices += 1;
        if (found !== span.exact) {
          differences.push(`${id} in ${unit}: ${JSON.stringify(found)} is not ${JSON.stringify(span.exact)}`);
        }
      }
      const { start, end } = span.utf16;
      if (!text.slice(0, start).endsWith(span.prefix) || !text.slice(end).startsWith(span.suffix)) {
        differences.push(`${id}: context`);
      }
    }
  }
}
for (const difference of differences) console.log(difference);
console.log(`${nSlices} slices compared, ${differences.length} differ`);
process.exit(differences.length > 0 || nSlices === 0 ? 1 : 0);
