// What the comparison rests on: the same workload for everyone, of the size and shape that is said.

import assert from "node:assert/strict";
import test from "node:test";
import { projectFile } from "./attest.mjs";
import { workload } from "./generate.mjs";
import { SIZES } from "./sizes.mjs";

test("a workload is the same each time", async () => {
  assert.deepEqual(await workload("M"), await workload("M"));
});

for (const size of ["S", "M", "L"]) {
  test(`mentions of ${size} are 1 to 12 whole words of one line, a fifth of them over others`, async () => {
    const { text, mentions } = await workload(size);
    assert.ok(text.length >= SIZES[size].units && text.length < SIZES[size].units + 4_000);
    assert.equal(mentions.length, SIZES[size].mentions);
    let over = 0;
    let furthest = 0;
    for (const { start, end, label } of mentions) {
      const around = [text[start - 1] ?? " ", text[start], text[end - 1], text[end] ?? " "];
      const [before, first, last, after] = around.map((char) => /[\p{L}\p{N}]/u.test(char));
      const quote = text.slice(start, end);
      assert.ok(!before && first && last && !after, `“${quote}” is not of whole words`);
      assert.ok(!quote.includes("\n") && quote.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu).length <= 12, quote);
      assert.ok(label >= 0 && label < 8);
      if (start < furthest) over += 1;
      furthest = Math.max(furthest, end);
    }
    assert.ok(over > 0.18 * mentions.length && over < 0.26 * mentions.length, `${over} of ${mentions.length}`);
  });
}

test("the project file's offsets lead to the quotes, in every unit", async () => {
  const { text, mentions } = await workload("M");
  const [article] = JSON.parse([...projectFile("M", text, mentions)].join("")).articles;
  const codePoints = [...text];
  const bytes = Buffer.from(text);
  assert.equal(article.mentions.length, mentions.length);
  for (const { spans } of article.mentions) {
    const [span] = spans;
    assert.equal(text.slice(span.utf16.start, span.utf16.end), span.exact);
    assert.equal(codePoints.slice(span.codePoints.start, span.codePoints.end).join(""), span.exact);
    assert.equal(bytes.subarray(span.bytes.start, span.bytes.end).toString(), span.exact);
  }
});
