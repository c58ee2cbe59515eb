// Libraries that mark or annotate text in a page, each as its documentation has it used.

const page = (name, parameters = "") => ({
  url: (origin, size) => `${origin}/bench/pages/${name}.html?size=${size}${parameters}`,
  root: "#text",
  clickExport: (page) => page.locator("#export").click(),
  ships: (path) => path.startsWith("/bench/modules/"),
});

/** text-annotator takes what is quicker for a click first, and is slower to add then. */
const SLOW_DRAG = 320;

export const recogitoSpans = {
  ...page("text-annotator", "&renderer=SPANS"),
  name: "recogito-spans",
  title: "@recogito/text-annotator, spans",
  kind: "boxes",
  marks: ".r6o-span-highlight-layer .r6o-annotation",
  dragMs: SLOW_DRAG,
};

export const recogitoCss = {
  ...page("text-annotator", "&renderer=CSS_HIGHLIGHTS"),
  name: "recogito-css",
  title: "@recogito/text-annotator, CSS",
  kind: "highlights",
  dragMs: SLOW_DRAG,
};

export const recogitoJs = {
  ...page("recogito-js"),
  name: "recogito-js",
  title: "@recogito/recogito-js",
  kind: "elements",
  marks: ".r6o-annotation",
};

export const mark = {
  ...page("mark"),
  name: "mark",
  title: "mark.js (marks only)",
  kind: "elements",
  marks: "mark",
};
