// Put into every page before its own scripts: finds out when things are painted, alike for all contenders.
//
// "Painted" is one frame after the frame in which a thing is there: by then the browser has drawn it.

(() => {
  if (window.top !== window) return;
  const BENCH = (window.bench = { memories: [], longTasks: [] });

  const used = new Set();
  let target;
  keepWasmMemories();
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) BENCH.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });

  // When the event that adds a mention came, and the click that exports; by the browser's own time stamps.
  for (const type of ["mouseup", "keydown", "click"]) {
    addEventListener(type, (event) => (BENCH[`last-${type}`] = event.timeStamp), true);
  }
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    BENCH.exported = performance.now();
    BENCH.exportedBytes = blob.size;
    return createObjectURL.call(URL, blob);
  };

  /** Answers the time at which `isThere` is painted, asking once in each frame. */
  BENCH.painted = (isThere) =>
    new Promise((resolve) => {
      const look = () => requestAnimationFrame(isThere() ? () => resolve(performance.now()) : look);
      look();
    });

  /** Whether the marks of these `{ start, end }` of the text are there. */
  BENCH.isOpen = ({ root, kind, mentions }) => {
    const text = document.querySelector(root);
    if (!text || !text.firstChild) return false;
    const isReady = { text: hasText, highlights: hasHighlights, boxes: hasBoxes, elements: hasElements }[kind];
    return isReady(text, mentions);
  };

  /** How many marks are shown: all elements, or the highlights over the words that `twoWords` answered last. */
  BENCH.shown = ({ kind, marks }) => {
    if (kind === "boxes" || kind === "elements") return document.querySelectorAll(marks).length;
    const { node, offset } = target;
    let count = 0;
    for (const [name, highlight] of CSS.highlights) {
      if (marks && !name.includes(marks)) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (startContainer === node && startOffset <= offset && (endContainer !== node || endOffset > offset)) count += 1;
      }
    }
    return count;
  };

  /** The times between frames until `stop` is called. */
  BENCH.frames = () => {
    const times = [];
    let isOver = false;
    const look = (time) => {
      times.push(time);
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    BENCH.stopFrames = () => {
      isOver = true;
      const from = times[0];
      return {
        intervals: times.slice(1).map((time, i) => time - times[i]),
        longTasks: BENCH.longTasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration),
      };
    };
  };

  /** Two neighboring words on one line of the screen that were not answered before; the points to drag between. */
  BENCH.twoWords = (root) => {
    const isNew = ({ from }) => !used.has(`${Math.round(from.x)} ${Math.round(from.y)}`);
    const pairs = visiblePairs(document.querySelector(root)).filter(isNew);
    // Steps of the golden ratio lie far from each other.
    const pair = pairs[Math.floor(((used.size * 0.618034) % 1) * pairs.length)];
    if (!pair) return undefined;
    used.add(`${Math.round(pair.from.x)} ${Math.round(pair.from.y)}`);
    target = pair.target;
    return { from: pair.from, to: pair.to };
  };

  function hasText(text, mentions) {
    return text.textContent.length >= mentions.at(-1).end;
  }

  function hasHighlights(text, mentions) {
    if (CSS.highlights.size === 0) return false;
    const starts = startsOfNodes(text, mentions.at(-1).end);
    if (!starts) return false;
    const covered = new Uint8Array(mentions.at(-1).end);
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const from = starts.get(range.startContainer);
        if (from === undefined) continue;
        const to = starts.get(range.endContainer) ?? covered.length;
        covered.fill(1, from + range.startOffset, to + range.endOffset);
      }
    }
    return mentions.every(({ start, end }) => covered[start] && covered[end - 1]);
  }

  function hasElements(text, mentions) {
    const starts = startsOfNodes(text, mentions.at(-1).end);
    if (!starts) return false;
    const covered = new Uint8Array(mentions.at(-1).end);
    for (const [node, from] of starts) {
      if (node.parentElement.closest("mark, .r6o-annotation")) covered.fill(1, from, from + node.length);
    }
    // One that overlaps another may have been dropped, but its start lies in that one.
    return mentions.every(({ start }) => covered[start]);
  }

  function hasBoxes(text, mentions) {
    return document.querySelectorAll(".r6o-span-highlight-layer .r6o-annotation").length >= mentions.length;
  }

  /** Where each text node begins, as far as `end`; nothing where the text is shorter. */
  function startsOfNodes(text, end) {
    const starts = new Map();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let at = 0;
    while (at < end && walker.nextNode()) {
      starts.set(walker.currentNode, at);
      at += walker.currentNode.length;
    }
    return at >= end ? starts : undefined;
  }

  function visiblePairs(text) {
    const [top, bottom] = [innerHeight * 0.3, innerHeight * 0.85];
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const pairs = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const start = firstNodeNear(text, middle);
    if (start) walker.currentNode = start;
    for (let node = start ?? walker.nextNode(), n = 0; node && n < 400; node = walker.nextNode(), n += 1) {
      const box = boxOf(range, node, 0, node.length);
      if (!box || box.bottom < top) continue;
      if (box.top > bottom) break;
      for (const match of node.data.matchAll(/(?<!\p{L})\p{L}{3,} (?=(\p{L}{3,}))/gu)) {
        const end = match.index + match[0].length + match[1].length;
        const from = boxOf(range, node, match.index, match.index + 1);
        const to = boxOf(range, node, end - 1, end);
        if (!from || !to || from.top !== to.top || from.top < top || from.bottom > bottom) continue;
        pairs.push({
          target: { node, offset: match.index },
          from: { x: from.left + 1, y: (from.top + from.bottom) / 2 },
          to: { x: to.right - 1, y: (to.top + to.bottom) / 2 },
        });
      }
    }
    return pairs;
  }

  /** Some text nodes before what stands at the middle of the screen, so that no long text is walked. */
  function firstNodeNear(text, element) {
    if (!element || !text.contains(element) || element === text) return undefined;
    let block = element;
    for (let i = 0; i < 60; i += 1) block = previousWithText(text, block) ?? block;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    walker.currentNode = block;
    return walker.nextNode() ?? undefined;
  }

  function previousWithText(text, element) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = element;
    return walker.previousNode() ?? undefined;
  }

  function boxOf(range, node, start, end) {
    range.setStart(node, start);
    range.setEnd(node, end);
    const box = end - start === 1 ? range.getClientRects()[0] : range.getBoundingClientRect();
    return box && box.width > 0 ? box : undefined;
  }

  function keepWasmMemories() {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...args) => {
        const result = await original.apply(WebAssembly, args);
        // Under whatever name the build has given it.
        const exports = Object.values((result.instance ?? result).exports);
        const memory = exports.find((it) => it instanceof WebAssembly.Memory);
        if (memory) BENCH.memories.push(memory);
        return result;
      };
    }
  }
})();
