// Pages written by hand for this comparison: the floor and the limit.

const page = (name) => ({
  url: (origin, size) => `${origin}/bench/pages/${name}.html?size=${size}`,
  root: "#text",
  clickExport: (page) => page.locator("#export").click(),
});

export const plain = {
  ...page("plain"),
  name: "plain",
  title: "Plain text, no mentions (the floor)",
  kind: "text",
};

export const limit = {
  ...page("limit"),
  name: "limit",
  title: "Hand-written, visible window only (**the limit**)",
  kind: "highlights",
};
