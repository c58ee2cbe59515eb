// @recogito/recogito-js, without its editor: a selection becomes an annotation at once, as its headless mode has it.

import { exportBy, showText, workload } from "./shared.js";

const { text, mentions } = await workload();
const { root } = showText(text);
const annotator = window.Recogito.init({ content: root, mode: "pre", disableEditor: true });
annotator.setAnnotations(
  mentions.map(({ start, end, label }, number) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `#m${number}`,
    type: "Annotation",
    body: [{ type: "TextualBody", purpose: "tagging", value: `label${label}` }],
    target: {
      selector: [
        { type: "TextQuoteSelector", exact: text.slice(start, end) },
        { type: "TextPositionSelector", start, end },
      ],
    },
  })),
);
exportBy(() => annotator.getAnnotations());
