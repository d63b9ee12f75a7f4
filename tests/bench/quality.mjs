/**
 * `npm run bench -- --quality [publication or PDF]…`: how the pages of a PDF end, read from the places of its text.
 *
 * Looks at running pages: those on which a chapter goes on to the next page. It knows neither tags nor plans, so the
 * same is measured of any program's PDF. For text in one column; pages 2 and 3 face each other, as do 4 and 5.
 */
import { readFileSync } from "node:fs";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Where running heads and folios stand, in heights of the page. */
const HEAD = 0.15;
const FOOT = 0.83;

/** @param {string} file @returns figures of its running pages; lines are those of the body's leading. */
export async function measurePages(file) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await readPage(document, number));
  const figures = await measureEnds(pages, document);
  await document.destroy();
  return figures;
}

async function readPage(document, number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const lines = new Map();
  for (const { str, transform, height } of items) {
    if (str === undefined || str.trim() === "" || transform[0] <= 0) continue;
    const y = Math.round(transform[5]);
    const line = lines.get(y) ?? { y: transform[5], size: 0, text: "", letters: 0 };
    lines.set(y, line);
    line.text += str;
    line.letters += str.length;
    line.size = Math.max(line.size, height);
  }
  page.cleanup();
  return {
    number,
    height: page.view[3] - page.view[1],
    lines: [...lines.values()].sort((one, other) => other.y - one.y),
  };
}

async function measureEnds(all, document) {
  const size = mostOften(all.flatMap(({ lines }) => lines.map((line) => [line.size, line.letters])));
  const isOfBody = (line) => Math.abs(line.size - size) < 0.05 * size;
  const leading = mostOften(
    all.flatMap(({ lines }) =>
      lines
        .slice(1)
        .map((line, index) => [line, lines[index]])
        .filter((pair) => pair.every(isOfBody))
        .map(([line, above]) => [above.y - line.y, 1])
        .filter(([step]) => step > 0.9 * size && step < 2 * size),
    ),
  );
  const isFurniture = furnitureOf(all);
  const pages = all.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isFurniture(page, line)),
  }));
  const ofText = pages.filter(({ lines }) => lines.filter(isOfBody).length >= 3);
  const top = mostOften(ofText.map(({ lines }) => [lines[0].y, 1]));
  const bottom = mostOften(ofText.map(({ lines }) => [lines.at(-1).y, 1]));
  const opens = ({ lines }) => lines[0].y < top - 1.8 * leading || lines[0].size > 1.3 * size;
  const goesOn = ({ number }) => {
    const next = pages.slice(number).find(({ lines }) => lines.length > 0);
    return next !== undefined && !opens(next);
  };
  const ends = new Map();
  for (const page of ofText.filter(goesOn)) {
    const last = page.lines.at(-1).y;
    const isShort = last - bottom > 1.05 * leading;
    ends.set(
      page.number,
      isShort ? Math.min(last, Math.max(bottom, await lowestInk(document, page.number))) : last,
    );
  }
  const short = [...ends.values()].map((end) => (end - bottom) / leading);
  const facing = [...ends]
    .filter(([number]) => number % 2 === 0 && ends.has(number + 1))
    .map(([number, end]) => Math.abs(end - ends.get(number + 1)) / leading);
  return {
    pages: all.length,
    running: short.length,
    shortBy3: short.filter((lines) => lines > 3.05).length,
    shortBy6: short.filter((lines) => lines > 6.05).length,
    meanShort: short.reduce((sum, lines) => sum + Math.max(0, lines), 0) / short.length,
    facing: facing.length,
    apart: facing.filter((lines) => lines > 0.9).length,
  };
}

/** Tells running heads and folios: what is said at the same height of three pages or more, and numbers beside it. */
function furnitureOf(pages) {
  const isAtEdge = ({ height }, { y }) => y > height * (1 - HEAD) || y < height * (1 - FOOT);
  const plain = ({ y, text }) => `${Math.round(y)} ${text.replace(/\d+/g, "#").trim()}`;
  const counts = new Map();
  for (const page of pages)
    for (const line of page.lines.filter((each) => isAtEdge(page, each)))
      counts.set(plain(line), (counts.get(plain(line)) ?? 0) + 1);
  const isFolio = ({ text }) => /^\s*(?:\d+|[ivxlc]+)\s*$/.test(text);
  return (page, line) => isAtEdge(page, line) && (counts.get(plain(line)) >= 3 || isFolio(line));
}

/** How low the pictures, drawings and boxes of a page reach, in points above its foot. */
async function lowestInk(document, number) {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  let matrix = [1, 0, 0, 1, 0, 0];
  const outer = [];
  let lowest = Number.POSITIVE_INFINITY;
  const reach = ([left, below, right, above], [, b, , d, , f]) => {
    for (const x of [left, right])
      for (const y of [below, above]) lowest = Math.min(lowest, b * x + d * y + f);
  };
  fnArray.forEach((operator, index) => {
    if (operator === OPS.save) outer.push(matrix);
    else if (operator === OPS.restore) matrix = outer.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = product(argsArray[index], matrix);
    else if (PICTURES.has(operator)) reach(UNIT, matrix);
    else if (operator === OPS.constructPath && PAINTED.has(argsArray[index][0]))
      reach(argsArray[index][2], matrix);
  });
  page.cleanup();
  return lowest;
}

const PICTURES = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
/** Of paths: clips are none. */
const PAINTED = new Set([OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke]);
/** A picture fills it (ISO 32000-1, 8.9.5). */
const UNIT = [0, 0, 1, 1];

/** What the first matrix does, then what the second does (ISO 32000-1, 8.3.4). */
function product([a, b, c, d, e, f], [p, q, r, s, t, u]) {
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** @param {readonly (readonly [number, number])[]} weighed values with their weights. */
function mostOften(weighed) {
  const sums = new Map();
  for (const [value, weight] of weighed) {
    const near = Math.round(value * 4);
    for (const at of [near - 1, near, near + 1]) sums.set(at, (sums.get(at) ?? 0) + weight);
  }
  return [...sums].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0] / 4;
}

/** @param books figures of `measurePages` with their names. */
export function reportQuality(books) {
  console.log(
    "\n| book | pages | running | short by 3 lines | by 6 | lines short, mean | facing pages | a line apart |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const { name, pages, running, shortBy3, shortBy6, meanShort, facing, apart } of books) {
    const share = facing === 0 ? "" : ` (${((apart / facing) * 100).toFixed(1)} %)`;
    console.log(
      `| ${name} | ${pages} | ${running} | ${shortBy3} | ${shortBy6} | ${meanShort.toFixed(2)} | ${facing} | ${apart}${share} |`,
    );
  }
}
