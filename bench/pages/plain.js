// The floor: the text in paragraphs, without mentions. What is selected is marked, so that adding has a floor too.

import { exportBy, showText, workload } from "./shared.js";

const { text, mentions } = await workload();
showText(text);
exportBy(() => mentions);

const added = new Highlight();
CSS.highlights.set("label0", added);
addEventListener("mouseup", () => {
  const selection = getSelection();
  if (selection.isCollapsed) return;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  added.add(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
  selection.removeAllRanges();
});
