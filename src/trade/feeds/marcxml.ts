/** Records in MARC 21 for libraries, as MARCXML (Library of Congress), level of encoding 5 (preliminary). */
import { isbn13 } from "../../model/isbn.js";
import type { Contributor, Subject } from "../../model/metadata.js";
import { isPrint, type TradeItem } from "../item.js";
import { languageCode } from "../language-code.js";
import { element, type OnixElement, written } from "../onix/xml.js";

export function marcXml(items: readonly TradeItem[]): string {
  const root: OnixElement = {
    name: "collection",
    attributes: { xmlns: "http://www.loc.gov/MARC21/slim" },
    content: items.map(record),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}`;
}

type Subfields = readonly (readonly [code: string, value: string | undefined])[];

function record(item: TradeItem): OnixElement {
  const { edition, result } = item;
  const { metadata } = edition;
  const isbn = isbn13(metadata.identifier);
  const language = languageCode(metadata.language);
  const [author, ...others] = metadata.contributors;
  const pages = edition.format === "pdf" ? `${result.extent} pages` : "1 online resource";
  const year = metadata.date?.slice(0, 4);
  const { licence } = metadata.terms ?? {};
  return element("record", [
    // New, language material, monograph, Unicode, preliminary level, ISBD without marks.
    element("leader", "00000nam a22000005c 4500"),
    control("001", metadata.identifier),
    control("007", isPrint(item) ? "ta" : "cr"),
    control("008", fixedField(year, language, isPrint(item))),
    isbn === undefined ? undefined : field("020", "  ", [["a", isbn]]),
    field("041", "  ", [["a", language]]),
    ...codes(metadata.subjects),
    author === undefined ? undefined : maker("1", author),
    field("245", author === undefined ? "00" : "10", [
      ["a", metadata.title],
      ["b", metadata.subtitle],
      ["c", metadata.contributors.map(({ name }) => name).join(", ") || undefined],
    ]),
    field("264", " 1", [
      ["a", edition.trade?.city],
      ["b", metadata.publisher],
      ["c", year],
    ]),
    field("300", "  ", [["a", pages]]),
    metadata.series === undefined
      ? undefined
      : field("490", "0 ", [
          ["a", metadata.series.name],
          ["v", metadata.series.position?.toString()],
        ]),
    metadata.description === undefined ? undefined : field("520", "  ", [["a", metadata.description]]),
    licence === undefined
      ? undefined
      : field("540", "  ", [
          ["a", licence.name],
          ["u", licence.url],
        ]),
    ...(result.provenance?.statements ?? []).map((each) => field("588", "  ", [["a", each]])),
    ...metadata.subjects.flatMap(({ term, code }) =>
      code === undefined ? [field("653", "  ", [["a", term]])] : [],
    ),
    ...others.map((each) => maker("7", each)),
    edition.trade?.website === undefined ? undefined : field("856", "42", [["u", edition.trade.website]]),
  ]);
}

/** Fields 100, 110, 700 and 710: a person, by the surname where it stands first, or an organisation, in direct order. */
function maker(hundred: "1" | "7", { name, fileAs, role, kind }: Contributor): OnixElement | undefined {
  const tag = `${hundred}${kind === "organisation" ? "1" : "0"}0`;
  const written = kind === "organisation" ? name : (fileAs ?? name);
  const order = kind === "organisation" ? "2" : written.includes(",") ? "1" : "0";
  return field(tag, `${order} `, [
    ["a", written],
    ["4", role],
  ]);
}

function codes(subjects: readonly Subject[]): (OnixElement | undefined)[] {
  return subjects.flatMap(({ scheme, code }) =>
    scheme === undefined || code === undefined
      ? []
      : [
          field("072", " 7", [
            ["a", code],
            ["2", MARC_SCHEMES[scheme.toLowerCase()] ?? scheme.toLowerCase()],
          ]),
        ],
  );
}

/** Subject category codes of the Library of Congress, where they are not the names of the schemes. */
const MARC_SCHEMES: Readonly<Record<string, string>> = { bisac: "bisacsh" };

/** 40 characters of fixed places: date of entry, year, country and language. */
function fixedField(year: string | undefined, language: string, isPaper: boolean): string {
  const form = isPaper ? " " : "o";
  return `${(year ?? "    ").slice(2).padStart(2)}0101${year === undefined ? "n" : "s"}${year ?? "    "}    xx      ${form}     000 0 ${language} d`
    .padEnd(40)
    .slice(0, 40);
}

function control(tag: string, value: string): OnixElement {
  return { ...element("controlfield", value), attributes: { tag } };
}

function field(tag: string, indicators: string, subfields: Subfields): OnixElement | undefined {
  const given = subfields.flatMap(([code, value]) =>
    value === undefined || value === "" ? [] : [{ ...element("subfield", value), attributes: { code } }],
  );
  if (given.length === 0) return undefined;
  return {
    ...element("datafield", given),
    attributes: { tag, ind1: indicators[0]!, ind2: indicators[1]! },
  };
}
