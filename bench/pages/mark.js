// mark.js, which marks and does no more: what is selected is marked by it, too. It drops spans that overlap others.

import { exportBy, showText, workload } from "./shared.js";

const { text, mentions } = await workload();
const { root } = showText(text);
const marker = new window.Mark(root);
marker.markRanges(mentions.map(({ start, end }) => ({ start, length: end - start })));
exportBy(() => mentions);

addEventListener("mouseup", () => {
  const selection = getSelection();
  if (selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer) + range.startOffset;
  const length = range.toString().length;
  selection.removeAllRanges();
  mentions.push({ start, end: start + length, label: 0 });
  marker.markRanges([{ start, length }]);
});

/** Marks have cut the paragraphs into many nodes, so there is nothing but walking. */
function offsetOf(node) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let offset = 0;
  while (walker.nextNode() && walker.currentNode !== node) offset += walker.currentNode.length;
  return offset;
}
