/** Plates: a folder of pictures as a section of any book, or a mood board of its own. */
import { posix } from "node:path";
import type { Element, Properties } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { classed, element, wordMark } from "../elements.js";
import { dataKind } from "../kind.js";
import { table } from "../shape.js";
import { isMapping } from "../tables.js";
import { groupsOf, inRows, type Plate, platesOf } from "./captions.js";
import { type FoundPicture, picturesIn } from "./pictures.js";
import { captionColumns, type Plates, platesSchema } from "./schema.js";
import { chosen } from "./swatches.js";

const DEFAULT_WIDE = 5;

export const plates = dataKind({
  name: "plates",
  schema: platesSchema,
  tables: {
    captions: table(captionColumns, {
      name: "file",
      picture: "file",
      image: "file",
      title: "caption",
      description: "alt",
      author: "creator",
      artist: "creator",
      photographer: "creator",
      url: "source",
      license: "licence",
      rights: "licence",
    }),
  },
  async find(values, places, file, context) {
    const named = isMapping(values) ? values.from : undefined;
    if (typeof named !== "string") return { found: [], inputs: [] };
    const place = places.value(["from"]);
    const beside = await context.folder.lookup(named, posix.dirname(file));
    const found = beside.status === "folder" ? beside : await context.folder.lookup(named);
    if (found.status !== "folder") {
      const hint = "Make the folder, or correct `from`";
      context.report(diagnostic("missing-file", `There is no folder \`${named}\``, place, hint));
      return { found: [], inputs: [] };
    }
    const pictures = await picturesIn(found.path, place, context);
    return { found: pictures.map((each) => ({ ...each, path: reference(file, each.path) })), inputs: [] };
  },
  content(said, found, context) {
    const { at } = context;
    const all = platesOf(said, found as readonly FoundPicture[], context);
    const groups = [...groupsOf(all)].flatMap(([title, group]) => [
      ...(title === "" ? [] : [element("h2", {}, [title], group[0]!.at)]),
      ...layouts[said.layout ?? "rows"](group, said),
    ]);
    return [
      ...(said.title === undefined
        ? []
        : [element("h1", { className: ["unnumbered"] }, [said.title], at(["title"]))]),
      ...(said.text === undefined ? [] : [element("p", {}, [said.text], at(["text"]))]),
      ...groups,
      ...paletteOf(all, said.palette ?? 0),
    ];
  },
});

/** As a text beside the data would name it. */
function reference(file: string, path: string): string {
  return posix.relative(posix.dirname(file), path);
}

type Layout = (plates: readonly Plate[], said: Plates) => readonly Element[];

const layouts: Readonly<Record<NonNullable<Plates["layout"]>, Layout>> = {
  rows: (all, said) =>
    inRows(all, said.wide ?? DEFAULT_WIDE).map((row) => {
      const width = row.reduce((sum, { picture }) => sum + picture.aspect, 0);
      const figures = row.map((plate) =>
        figure(plate, said, { style: `flex-grow: ${plate.picture.aspect}` }),
      );
      // What is left over at the end of a row that is not full.
      const rest = (said.wide ?? DEFAULT_WIDE) - width;
      const filler = element(
        "div",
        { className: ["gallery-rest"], style: `flex-grow: ${rest.toFixed(4)}` },
        [],
      );
      return classed("div", "gallery-row", [...figures, ...(rest > width * SLACK ? [filler] : [])]);
    }),
  contact(all, said) {
    const perRow = Math.max(1, Math.round(said.wide ?? DEFAULT_WIDE));
    const rows = Array.from({ length: Math.ceil(all.length / perRow) }, (_, index) =>
      all.slice(index * perRow, (index + 1) * perRow),
    );
    return rows.map((row) => {
      const rest = Array.from({ length: perRow - row.length }, () =>
        element("div", { className: ["gallery-rest"] }, []),
      );
      const figures = row.map((plate) =>
        figure(plate, said, {}, classed("span", "gallery-name", [plate.picture.name])),
      );
      return element("div", { className: ["gallery-row", "gallery-contact"] }, [...figures, ...rest]);
    });
  },
  full: (all, said) =>
    all.map((plate) => figure(plate, said, { className: ["gallery-picture", "full-bleed"] })),
};

/** By what part of its width a row may be stretched, and still be as high as the others to the eye. */
const SLACK = 0.35;

function figure(
  { picture, said, at }: Plate,
  { swatches = 0 }: Plates,
  properties: Properties,
  name?: Element,
): Element {
  const alt = said.alt ?? picture.description;
  const image = element(
    "img",
    {
      src: encodeURI(picture.path),
      ...(alt === undefined ? {} : { alt }),
      ...(said.made === undefined ? {} : { dataMade: said.made }),
      ...(said.tool === undefined ? {} : { dataTool: said.tool }),
    },
    [],
    at,
  );
  const credits = [
    said.creator ?? picture.creator,
    said.source ?? picture.source,
    said.licence ?? picture.rights,
  ].filter((each) => each !== undefined);
  const caption = [
    name,
    said.caption === undefined ? undefined : classed("span", "gallery-caption", [said.caption], at),
    credits.length === 0 ? undefined : classed("span", "gallery-credits", [credits.join(" · ")], at),
    ...(swatches === 0 ? [] : [row(chosen(picture.colours, swatches))]),
  ].filter((each) => each !== undefined);
  const spaced = caption.flatMap((each, index) => (index === 0 ? [each] : [" ", each]));
  return element(
    "figure",
    { className: ["gallery-picture"], ...properties },
    [image, caption.length === 0 ? undefined : element("figcaption", {}, spaced, at)],
    at,
  );
}

function row(colours: readonly string[]): Element {
  return classed(
    "span",
    "swatches",
    colours.map((colour) => swatch(colour, [])),
  );
}

function swatch(colour: string, content: readonly string[]): Element {
  return element("span", { className: ["swatch"], style: `background-color: ${colour}` }, content);
}

/** The colours of all, each with its number, for who has to mix them. */
function paletteOf(all: readonly Plate[], count: number): readonly Element[] {
  const colours = chosen(
    all.flatMap(({ picture }) => picture.colours),
    count,
  );
  if (colours.length === 0) return [];
  const items = colours.map((colour) =>
    element("li", {}, [swatch(colour, []), " ", classed("span", "swatch-number", [colour])]),
  );
  return [element("h2", {}, [wordMark("palette")]), element("ul", { className: ["palette"] }, items)];
}
