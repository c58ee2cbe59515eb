// The sample's articles, repeated until the text is long enough.

/** Whole articles in turn. */
export function repeated(articles, units) {
  const parts = [];
  for (let length = 0, i = 0; length < units; i += 1) {
    const article = articles[i % articles.length];
    const part = article.endsWith("\n") ? article : `${article}\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}

/** Every word as `{ start, end, line }`, in UTF-16 units, end-exclusive. */
export function words(text) {
  const found = [];
  let line = 0;
  let seen = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}’'-]*[\p{L}\p{N}\p{M}])?/gu)) {
    for (; seen < index; seen += 1) if (text[seen] === "\n") line += 1;
    found.push({ start: index, end: index + word.length, line });
  }
  return found;
}
