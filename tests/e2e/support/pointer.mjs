// The mouse over the article's text, or another region that shows one: places are named by the words that stand there.

import { article } from "./app.mjs";

/**
 * Drags from the start of one quote to the end of another (or of the same), as a hand would.
 *
 * A quote is a string, or `{ text, nth }` for its n-th occurrence in the article, counted from 0.
 */
export async function drag(page, from, to = from) {
  await scrollTo(page, from);
  await dragPoints(page, await place(page, from, "start"), await place(page, to, "end"));
}

/** From a grip's far end to the middle of its knob. */
export const KNOB = 16;

/** Drags from one point of the window to another, as a hand would. */
export async function dragPoints(page, start, end) {
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** Clicks into the middle of a quote's first character. */
export async function clickText(page, quote, { region, ...options } = {}) {
  await scrollTo(page, quote, region);
  const { x, y } = await place(page, quote, "middle", region);
  await page.mouse.click(x, y, options);
}

/** Moves the mouse over a quote's first character. */
export async function hoverText(page, quote) {
  await scrollTo(page, quote);
  const { x, y } = await place(page, quote, "middle");
  await page.mouse.move(x, y);
}

/** Brings a quote into the middle of the window. */
export async function scrollTo(page, quote, region = article(page)) {
  await region.evaluate(inText, { ...asQuote(quote), want: "scroll" });
}

/** Where a quote's `start`, `end` or first character's `middle` is in the window. */
export async function place(page, quote, want, region = article(page)) {
  const point = await region.evaluate(inText, { ...asQuote(quote), want });
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) {
    throw new Error(`“${asQuote(quote).text}” is out of view at ${point.x}, ${point.y}`);
  }
  return point;
}

function asQuote(quote) {
  return typeof quote === "string" ? { text: quote, nth: 0 } : { nth: 0, ...quote };
}

/** Runs in the page, so that it can name nothing from this file. */
function inText(region, { text, nth, want }) {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let all = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, from: all.length });
    all += walker.currentNode.data;
  }
  let at = -1;
  for (let found = 0; found <= nth; found += 1) {
    at = all.indexOf(text, at + 1);
    if (at < 0) throw new Error(`the article has no “${text}” number ${nth}`);
  }

  const wanted = want === "end" ? at + text.length - 1 : at;
  const { node, from } = nodes.findLast((candidate) => candidate.from <= wanted);
  if (want === "scroll") return settle();

  const box = charRange().getClientRects()[0];
  const y = box.top + box.height / 2;
  if (want === "middle") return { x: box.left + box.width / 2, y };
  // Just inside the character, where the nearest caret position is the wanted edge.
  const inset = Math.min(1, box.width / 4);
  const char = [...(want === "end" ? text.slice(-2) : text.slice(0, 2))].at(want === "end" ? -1 : 0);
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(char);
  const isLeftEdge = (want === "start") !== isRightToLeft;
  return { x: isLeftEdge ? box.left + inset : box.right - inset, y };

  /** Scrolls until the place stays where it is: blocks that come into view get their true height only then. */
  async function settle() {
    for (let before = NaN, top = boxTop(); top !== before; top = boxTop()) {
      before = top;
      scroller(node.parentElement).scrollBy(0, top - innerHeight / 2);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  }

  function boxTop() {
    return Math.round(charRange().getBoundingClientRect().top);
  }

  /** The whole grapheme at the wanted place: an emoji's box is that of all its parts. */
  function charRange() {
    const range = document.createRange();
    const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(node.data);
    const { index, segment } = segments.containing(wanted - from);
    range.setStart(node, index);
    range.setEnd(node, index + segment.length);
    return range;
  }

  function scroller(element) {
    for (let box = element; box; box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
    }
    return document.scrollingElement;
  }
}
