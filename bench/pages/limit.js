// The limit: what a page can do that is written by hand for this one task. The whole text is in the page, what is far
// from the view is left out of the layout, and the mentions near the view are in one Highlight for each label.
//
// Paragraphs are skipped by sections: one by one, each frame of scrolling would cost as much as there are paragraphs.

import { exportBy, lastUpTo, showText, workload } from "./shared.js";

const N_LABELS = 8;
const PER_SECTION = 32;

/** No mention is longer, so those that reach into the view begin no farther before it. */
const LONGEST = 2_000;

const { text, mentions } = await workload();
const { root, nodes, starts } = showText(text, PER_SECTION);
const sections = root.children;
const numbers = new Map(nodes.map((node, number) => [node, number]));
const highlights = Array.from({ length: N_LABELS }, (_, label) => {
  const highlight = new Highlight();
  CSS.highlights.set(`label${label}`, highlight);
  return highlight;
});
let painted = [0, 0];
paint();
exportBy(() => mentions);

let isAsked = false;
addEventListener(
  "scroll",
  () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      const [from, to] = seen(0);
      if (from < painted[0] || to > painted[1]) paint();
    });
  },
  { passive: true },
);

addEventListener("mouseup", () => {
  const selection = getSelection();
  if (selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  selection.removeAllRanges();
  const mention = { start, end, label: 0 };
  mentions.splice(firstFrom(start), 0, mention);
  highlights[0].add(rangeOf(mention));
});

/** Fills the highlights with what is near the view. */
function paint() {
  const window = seen(innerHeight);
  for (const highlight of highlights) highlight.clear();
  for (let i = firstFrom(window[0] - LONGEST); i < mentions.length && mentions[i].start < window[1]; i += 1) {
    if (mentions[i].end > window[0]) highlights[mentions[i].label].add(rangeOf(mentions[i]));
  }
  painted = window;
}

/** The offsets between which the text is in view, with so many pixels more above and below; in whole sections. */
function seen(margin) {
  const first = firstBelow(-margin) * PER_SECTION;
  const last = Math.min(firstBelow(innerHeight + margin) * PER_SECTION + PER_SECTION, nodes.length) - 1;
  return [starts[first], starts[last] + nodes[last].length];
}

/** The number of the first section whose lower edge is below this height. */
function firstBelow(height) {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle].getBoundingClientRect().bottom <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstFrom(start) {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf({ start, end }) {
  const first = lastUpTo(starts, start);
  const last = lastUpTo(starts, end - 1);
  return new StaticRange({
    startContainer: nodes[first],
    startOffset: start - starts[first],
    endContainer: nodes[last],
    endOffset: end - starts[last],
  });
}

function offsetOf(node, offset) {
  return starts[numbers.get(node)] + offset;
}
