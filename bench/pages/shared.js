// What the contenders' pages have in common: the workload, the text in paragraphs, the button that exports.

/** `{ text, mentions }` of the size that the address names. */
export async function workload() {
  const size = new URLSearchParams(location.search).get("size");
  const response = await fetch(`../workload/${size}.json`);
  return response.json();
}

/**
 * Puts the text into `#text`, one text node for each paragraph; answers the nodes and where each begins.
 *
 * A node holds the line ends after its paragraph too, which show as nothing: so offsets are those of the text. With
 * `perSection` so many paragraphs each are in a section.
 */
export function showText(text, perSection = Infinity) {
  const root = document.getElementById("text");
  const nodes = [];
  const starts = [];
  const template = document.createElement("p");
  const fragment = document.createDocumentFragment();
  let parent = fragment;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    end = end < 0 ? text.length : end;
    while (text[end] === "\n") end += 1;
    const paragraph = template.cloneNode();
    const node = document.createTextNode(text.slice(start, end));
    paragraph.append(node);
    if (nodes.length % perSection === 0) {
      parent = document.createElement("section");
      fragment.append(parent);
    }
    parent.append(paragraph);
    nodes.push(node);
    starts.push(start);
    start = end;
  }
  root.append(fragment);
  return { root, nodes, starts };
}

/** The number of the last entry that is not above `value`, of an ascending list. */
export function lastUpTo(list, value) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Has the button write what `collect` answers as a JSON file. */
export function exportBy(collect) {
  document.getElementById("export").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(collect())], { type: "application/json" }));
    link.download = "export.json";
    link.click();
  });
}
