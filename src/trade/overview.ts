/** What will be sent where of an edition, side by side, and what shops ask for that is not there. */
import { isPrint, type TradeItem } from "./item.js";

export interface Row {
  readonly field: string;
  /** Empty when the publication does not say it. */
  readonly value: string;
  /** Whether the file itself says it, and whether ONIX does. */
  readonly file: boolean;
  readonly onix: boolean;
  /** Shops that ask for it. */
  readonly askedBy: readonly string[];
}

interface Field {
  readonly name: string;
  readonly value: (item: TradeItem) => string | undefined;
  /** Formats whose files say it. */
  readonly inFiles: readonly string[];
  readonly onix: boolean | ((item: TradeItem) => boolean);
}

const BOTH = ["epub", "pdf"];

/** Schemes of subjects by which shops sort. */
const codesOf = (item: TradeItem, ...schemes: readonly string[]) =>
  item.edition.metadata.subjects
    .filter(({ scheme = "", code }) => code !== undefined && schemes.includes(scheme.toLowerCase()))
    .map(({ code }) => code)
    .join(", ");

const FIELDS: readonly Field[] = [
  { name: "title", value: ({ edition }) => edition.metadata.title, inFiles: BOTH, onix: true },
  { name: "subtitle", value: ({ edition }) => edition.metadata.subtitle, inFiles: BOTH, onix: true },
  {
    name: "contributors",
    value: ({ edition }) =>
      edition.metadata.contributors.map(({ name, role }) => `${name} (${role})`).join(", "),
    inFiles: BOTH,
    onix: true,
  },
  { name: "language", value: ({ edition }) => edition.metadata.language, inFiles: BOTH, onix: true },
  { name: "publisher", value: ({ edition }) => edition.metadata.publisher, inFiles: BOTH, onix: true },
  { name: "date", value: ({ edition }) => edition.metadata.date, inFiles: BOTH, onix: true },
  {
    name: "ISBN",
    value: ({ edition: { metadata } }) =>
      /^urn:isbn:/i.test(metadata.identifier) ? metadata.identifier.slice(9) : undefined,
    inFiles: BOTH,
    onix: true,
  },
  { name: "description", value: ({ edition }) => edition.metadata.description, inFiles: BOTH, onix: true },
  { name: "Thema", value: (item) => codesOf(item, "thema"), inFiles: ["epub"], onix: true },
  { name: "BISAC", value: (item) => codesOf(item, "bisac"), inFiles: ["epub"], onix: true },
  { name: "Warengruppe", value: (item) => codesOf(item, "wgs"), inFiles: ["epub"], onix: true },
  {
    name: "keywords",
    value: ({ edition }) =>
      [
        ...edition.metadata.subjects.filter(({ code }) => code === undefined).map(({ term }) => term),
        ...(edition.trade?.keywords ?? []),
      ].join(", "),
    inFiles: BOTH,
    onix: true,
  },
  { name: "series", value: ({ edition }) => edition.metadata.series?.name, inFiles: ["epub"], onix: true },
  { name: "audience", value: ({ edition }) => edition.trade?.audiences.join(", "), inFiles: [], onix: true },
  { name: "rights", value: ({ edition }) => edition.metadata.rights, inFiles: BOTH, onix: false },
  { name: "licence", value: ({ edition }) => edition.metadata.terms?.licence?.id, inFiles: BOTH, onix: true },
  {
    name: "text and data mining",
    value: ({ edition }) => edition.metadata.terms?.mining?.status,
    inFiles: BOTH,
    onix: true,
  },
  {
    name: "made by",
    value: ({ edition }) =>
      Object.entries(edition.provenance?.parts ?? {})
        .map(([part, { made }]) => `${part} ${made}`)
        .join(", "),
    inFiles: BOTH,
    onix: true,
  },
  {
    name: "answers for it",
    value: ({ edition }) => edition.provenance?.responsible?.join(", "),
    inFiles: BOTH,
    onix: true,
  },
  {
    name: "accessibility",
    value: ({ result }) => result.accessibility?.conformsTo ?? result.accessibility?.summary,
    inFiles: ["epub"],
    onix: true,
  },
  {
    name: "extent",
    value: (item) => extentOf(item),
    inFiles: [],
    onix: true,
  },
  {
    name: "price",
    value: ({ edition: { trade } }) =>
      trade?.free === true
        ? "free"
        : (trade?.prices ?? []).map(({ amount, currency }) => `${amount} ${currency}`).join(", "),
    inFiles: [],
    onix: true,
  },
  { name: "territory", value: ({ edition }) => edition.trade?.territory.join(", "), inFiles: [], onix: true },
  {
    name: "cover image",
    value: ({ edition }) => edition.trade?.coverImage ?? edition.cover,
    inFiles: ["epub"],
    // Shops fetch it: a file of the publication is of no use to them.
    onix: ({ edition }) => edition.trade?.coverImage !== undefined,
  },
];

function extentOf(item: TradeItem): string | undefined {
  const { result, edition } = item;
  const words = result.words === undefined ? [] : [`${result.words} words`];
  const pages =
    edition.format === "pdf" ? [`${result.extent} ${result.extent === 1 ? "page" : "pages"}`] : [];
  return [...pages, ...words].join(", ");
}

/** What the forms of shops do not let one leave out, for printed books and for ebooks. */
const SHOPS: readonly {
  readonly name: string;
  readonly kind: "print" | "ebook";
  readonly fields: readonly string[];
}[] = [
  {
    name: "KDP",
    kind: "ebook",
    fields: ["title", "contributors", "language", "description", "keywords", "territory", "price", "made by"],
  },
  {
    name: "KDP",
    kind: "print",
    fields: ["title", "contributors", "language", "description", "keywords", "territory", "price", "made by"],
  },
  {
    name: "Apple Books",
    kind: "ebook",
    fields: [
      "title",
      "contributors",
      "language",
      "description",
      "publisher",
      "BISAC",
      "cover image",
      "price",
    ],
  },
  {
    name: "Kobo",
    kind: "ebook",
    fields: ["title", "contributors", "language", "description", "price", "territory"],
  },
  {
    name: "IngramSpark",
    kind: "print",
    fields: [
      "title",
      "contributors",
      "language",
      "ISBN",
      "publisher",
      "date",
      "description",
      "BISAC",
      "audience",
      "price",
    ],
  },
  {
    name: "VLB",
    kind: "print",
    fields: ["title", "contributors", "language", "ISBN", "publisher", "date", "Warengruppe", "price"],
  },
  {
    name: "VLB",
    kind: "ebook",
    fields: [
      "title",
      "contributors",
      "language",
      "ISBN",
      "publisher",
      "date",
      "Warengruppe",
      "price",
      "accessibility",
    ],
  },
];

export function overviewOf(item: TradeItem): readonly Row[] {
  const kind = isPrint(item) ? "print" : "ebook";
  const shops = SHOPS.filter((shop) => shop.kind === kind);
  return FIELDS.map(({ name, value, inFiles, onix }) => {
    const found = value(item) ?? "";
    return {
      field: name,
      value: found,
      file: found !== "" && inFiles.includes(item.edition.format),
      onix: found !== "" && (typeof onix === "boolean" ? onix : onix(item)),
      askedBy: shops.filter(({ fields }) => fields.includes(name)).map((shop) => shop.name),
    };
  });
}
