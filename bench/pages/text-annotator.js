// @recogito/text-annotator, with the painter that the address names: `SPANS` or `CSS_HIGHLIGHTS`.

import { exportBy, showText, workload } from "./shared.js";

const { text, mentions } = await workload();
const { root } = showText(text);
const renderer = new URLSearchParams(location.search).get("renderer");
const annotator = window.RecogitoJS.createTextAnnotator(root, { renderer });
annotator.setAnnotations(
  mentions.map(({ start, end, label }, number) => {
    const annotation = `m${number}`;
    return {
      id: annotation,
      bodies: [{ id: `b${number}`, annotation, purpose: "tagging", value: `label${label}` }],
      target: { annotation, selector: [{ quote: text.slice(start, end), start, end }] },
    };
  }),
  true,
);
exportBy(() => annotator.getAnnotations().map(withoutRanges));

/** As JSON can hold it. */
function withoutRanges({ target, ...annotation }) {
  return { ...annotation, target: { ...target, selector: target.selector.map(({ quote, start, end }) => ({ quote, start, end })) } };
}
