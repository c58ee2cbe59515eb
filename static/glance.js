// Shows the page as it was last seen until the program has started, and keeps what is seen for the next time.
//
// Runs before anything is painted, so it is small and waits for nothing. What is kept is a description of elements, from
// which elements are made one by one: text stays text. See docs/adr/0010.

const KEY = "attest.glance";

/** More than this is not worth reading before anything is painted: one line of a megabyte, say. */
const MOST_CHARACTERS = 200_000;

/** What stands for a moment, or is of no use before the program runs. */
const PASSING = "dialog, .toasts, .hover-card, .work, .drop-veil, .not-saved, .article-overlay, #announcer";

/** What tells elements apart, describes or connects them: of no use in a copy. What styles go by stays. */
const NAMING =
  /^(id|for|name|title|tabindex|draggable|autocomplete|popover.+|data-draws|aria-(?!current|disabled|expanded|pressed|selected).+)$/;

const SVG = "http://www.w3.org/2000/svg";

/** Another build may have other styles and other elements. */
const build = document.querySelector("link[rel=modulepreload]").getAttribute("href");

let shown;
restore();

function restore() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === null) showFirst().catch(() => {});
    else {
      const glance = JSON.parse(kept);
      if (glance.build === build) show(glance);
    }
  } catch {
    // Not allowed, or damaged: the program shows the page, a little later.
  }
}

/** On a first visit: what ships with the page. */
async function showFirst() {
  const response = await fetch("first-glance.json").catch(() => undefined);
  const glance = response?.ok && (await response.json());
  if (glance && !document.querySelector("#app > *")) show(glance);
}

// --- Showing ---

function show({ root, sheets, tree, marks, scroll }) {
  for (const [name, value] of root) document.documentElement.setAttribute(name, value);
  const adopted = sheets.map((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  });
  document.adoptedStyleSheets.push(...adopted);
  const element = document.createElement("div");
  element.id = "glance";
  element.setAttribute("aria-hidden", "true");
  const nodes = [];
  element.append(made(tree, nodes));
  document.body.append(element);
  const scroller = element.querySelector(".article-scroll");
  if (scroller) scroller.scrollTop = scroll;
  shown = { element, scroller, adopted, marked: mark(marks, nodes) };
  tellPlace();
  scroller?.addEventListener("scroll", tellPlace, { passive: true });
}

/** An element, or a text; text nodes of the article are added to `nodes`. */
function made(described, nodes, isDrawing = false) {
  if (typeof described === "string") return document.createTextNode(described);
  const [name, attributes, children, line] = described;
  const drawing = isDrawing || name === "svg";
  const element = drawing ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [attribute, value] of attributes) {
    // The page's policy refuses the attribute, and not this.
    if (attribute === "style") element.style.cssText = value;
    else element.setAttribute(attribute, value);
  }
  element.append(...children.map((child) => made(child, nodes, drawing)));
  if (line !== undefined) nodes.push(Object.assign(element.firstChild, { attestBlock: line }));
  // What scrolls could be reached by keys, too.
  if (!drawing) element.tabIndex = -1;
  return element;
}

function mark(marks, nodes) {
  if (!("highlights" in CSS)) return [];
  return marks.map(([name, priority, places]) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    for (let i = 0; i < places.length; i += 4) {
      const [start, startOffset, end, endOffset] = places.slice(i, i + 4);
      highlight.add(
        new StaticRange({ startContainer: nodes[start], startOffset, endContainer: nodes[end], endOffset }),
      );
    }
    CSS.highlights.set(name, highlight);
    return [name, highlight];
  });
}

/** Says on the glance's element which line of the text stands where, for the program to go on from there. */
function tellPlace() {
  const { element, scroller } = shown;
  const place = scroller && placeIn(scroller);
  if (place) Object.assign(element.dataset, place);
}

/** The first line in view, and how far below the top of the view it begins. */
function placeIn(scroller) {
  const top = scroller.getBoundingClientRect().top;
  for (const line of scroller.querySelectorAll(".article-chunk > *")) {
    const box = line.getBoundingClientRect();
    if (box.bottom > top) return { line: line.firstChild?.attestBlock, below: Math.round(box.top - top) };
  }
  return undefined;
}

addEventListener("attest:started", () => {
  if (!shown) return;
  const { element, adopted, marked } = shown;
  shown = undefined;
  element.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet));
  for (const [name, highlight] of marked) {
    // The program's own may have taken the name over.
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }
});

// --- Keeping ---

addEventListener("attest:settled", () => (globalThis.requestIdleCallback ?? setTimeout)(keep));
addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keep();
});

function keep() {
  const app = document.querySelector("#app > .app");
  // Nothing has been shown since the last time.
  if (!app || shown) return;
  const scroller = app.querySelector(".article-scroll");
  const nodes = new Map();
  const glance = {
    build,
    root: attributesOf(document.documentElement).filter(([name]) => name.startsWith("data-")),
    tree: described(app, nodes),
    marks: marksIn(nodes),
    sheets: document.adoptedStyleSheets.map(rulesOf),
    scroll: scroller?.scrollTop ?? 0,
  };
  if (glance.marks.length === 0) glance.sheets = glance.sheets.filter((rules) => !rules.includes("::highlight("));
  try {
    const record = JSON.stringify(glance);
    if (record.length <= MOST_CHARACTERS) localStorage.setItem(KEY, record);
    else localStorage.removeItem(KEY);
  } catch {
    // No room, or not allowed: the next start is a little later.
  }
}

/** What `made` makes of it; nodes of the article's lines get their place in `nodes`. */
function described(element, nodes) {
  const name = element.localName;
  if (element.classList.contains("article-text")) return [name, attributesOf(element), linesOf(element, nodes)];
  const children = [];
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) children.push(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(PASSING)) children.push(described(child, nodes));
  }
  return [name, attributesOf(element), children];
}

/** The chunks in view, between empty elements as high as those before and after. */
function linesOf(text, nodes) {
  const chunks = text.children;
  const view = text.closest(".article-scroll").getBoundingClientRect();
  const isPast = (i) => chunks[i].getBoundingClientRect().bottom <= view.top;
  const isBelow = (i) => chunks[i].getBoundingClientRect().top >= view.bottom;
  const first = firstWhere(chunks.length, (i) => !isPast(i));
  const after = firstWhere(chunks.length, isBelow);
  const lines = [];
  const room = (from, to) => lines.push(["div", [["style", `block-size:${to - from}px`]], []]);
  const box = text.getBoundingClientRect();
  if (first > 0 && first < chunks.length) room(box.top, chunks[first].getBoundingClientRect().top);
  for (let i = first; i < after; i += 1) {
    lines.push(["div", [["class", "article-chunk near"]], Array.from(chunks[i].children, (line) => lineOf(line, nodes))]);
  }
  if (after < chunks.length) room(chunks[after].getBoundingClientRect().top, box.bottom);
  return lines;
}

function lineOf(line, nodes) {
  const node = line.firstChild;
  nodes.set(node, nodes.size);
  return ["div", attributesOf(line), [node.data], node.attestBlock];
}

/** The lowest index for which `holds`, which holds for all after it; `length` if for none. */
function firstWhere(length, holds) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The marks of mentions in these nodes; those of a passing choice stay away. */
function marksIn(nodes) {
  const marks = [];
  for (const [name, highlight] of CSS.highlights ?? []) {
    if (!name.includes("-mark-")) continue;
    const places = [];
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const [start, end] = [nodes.get(startContainer), nodes.get(endContainer)];
      if (start !== undefined && end !== undefined) places.push(start, startOffset, end, endOffset);
    }
    if (places.length > 0) marks.push([name, highlight.priority, places]);
  }
  return marks;
}

function attributesOf(element) {
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value]);
  const kept = attributes.filter(([name]) => !NAMING.test(name));
  // What the person has set in a field, its attributes do not tell.
  if (element.checked) kept.push(["checked", ""]);
  if (element.selected) kept.push(["selected", ""]);
  return kept;
}

function rulesOf(sheet) {
  return Array.from(sheet.cssRules, ({ cssText }) => cssText).join("\n");
}
