/** Block 1 of a product record: what it is (ONIX 3.0 and 3.1, groups P.3 to P.13). */
import type { Subject } from "../../model/metadata.js";
import type { Trade } from "../../model/trade.js";
import { isPrint, type TradeItem } from "../item.js";
import { languageCode } from "../language-code.js";
import { onixAccessibility } from "./accessibility.js";
import { AUDIENCE_CODES, FILE_CODES, FORM_CODES, SUBJECT_SCHEMES, THEMA_QUALIFIERS } from "./codes.js";
import { contributors } from "./contributors.js";
import { element, type OnixElement, optional } from "./xml.js";

export function descriptiveDetail(item: TradeItem): OnixElement {
  const { edition } = item;
  const { metadata, trade } = edition;
  return element("DescriptiveDetail", [
    element("ProductComposition", "00"),
    ...productForm(item),
    ...collection(item),
    titleDetail(metadata.title, metadata.subtitle),
    ...contributors(edition),
    optional("EditionNumber", trade?.editionNumber),
    ...languages(item),
    ...extents(item),
    ...subjects(metadata.subjects, trade),
    ...audience(trade),
  ]);
}

function productForm(item: TradeItem): (OnixElement | undefined)[] {
  const { edition, result } = item;
  const { trade, format } = edition;
  const isPaper = isPrint(item);
  const form = trade?.form ?? (isPaper ? "paperback" : "download");
  const features = isPaper
    ? []
    : onixAccessibility(format, result.accessibility, trade?.accessibilityContact);
  return [
    element("ProductForm", FORM_CODES[form]),
    isPaper ? undefined : element("ProductFormDetail", FILE_CODES[format]),
    ...features.map(({ code, description }) =>
      element("ProductFormFeature", [
        element("ProductFormFeatureType", "09"),
        element("ProductFormFeatureValue", code),
        optional("ProductFormFeatureDescription", description),
      ]),
    ),
    optional("ProductFormDescription", trade?.formDescription),
    isPaper ? undefined : element("PrimaryContentType", TEXT),
    ...(isPaper ? measures(item) : usage(item)),
  ];
}

/** List 81: readable text. */
const TEXT = "10";

const POINTS_TO_MILLIMETRES = 25.4 / 72;

function measures({ edition }: TradeItem): OnixElement[] {
  const { trade } = edition;
  const trim = edition.format === "pdf" ? edition.trim : undefined;
  const length = (points: number) => String(Math.round(points * POINTS_TO_MILLIMETRES * 10) / 10);
  return [
    ...(trim === undefined
      ? []
      : [measure("01", length(trim.height), "mm"), measure("02", length(trim.width), "mm")]),
    ...(trade?.thickness === undefined ? [] : [measure("03", String(trade.thickness), "mm")]),
    ...(trade?.weight === undefined ? [] : [measure("08", String(trade.weight), "gr")]),
  ];
}

function measure(type: string, value: string, unit: string): OnixElement {
  return element("Measure", [
    element("MeasureType", type),
    element("Measurement", value),
    element("MeasureUnitCode", unit),
  ]);
}

/** We lock nothing. Usage type 11 is text and data mining, the training of generative AI included. */
function usage({ edition: { metadata } }: TradeItem): OnixElement[] {
  const { mining, licence } = metadata.terms ?? {};
  const status = mining?.status === "reserved" ? "03" : "01";
  const link = (type: string, address: string) =>
    element("EpubLicenseExpression", [
      element("EpubLicenseExpressionType", type),
      element("EpubLicenseExpressionLink", address),
    ]);
  return [
    element("EpubTechnicalProtection", "00"),
    ...(mining === undefined
      ? []
      : [
          element("EpubUsageConstraint", [
            element("EpubUsageType", "11"),
            element("EpubUsageStatus", status),
          ]),
        ]),
    ...(licence === undefined
      ? []
      : [
          element("EpubLicense", [
            element("EpubLicenseName", licence.name),
            link("01", licence.url),
            ...(mining?.policy === undefined ? [] : [link("03", mining.policy)]),
          ]),
        ]),
  ];
}

function collection({ edition: { metadata } }: TradeItem): OnixElement[] {
  const { series } = metadata;
  if (series === undefined) return [element("NoCollection", [])];
  return [
    element("Collection", [
      element("CollectionType", "10"),
      element("TitleDetail", [
        element("TitleType", "01"),
        ...(series.position === undefined
          ? []
          : [
              element("TitleElement", [
                element("TitleElementLevel", "01"),
                element("PartNumber", String(series.position)),
              ]),
            ]),
        element("TitleElement", [element("TitleElementLevel", "02"), element("TitleText", series.name)]),
      ]),
    ]),
  ];
}

export function titleDetail(title: string, subtitle: string | undefined): OnixElement {
  return element("TitleDetail", [
    element("TitleType", "01"),
    element("TitleElement", [
      element("TitleElementLevel", "01"),
      element("TitleText", title),
      optional("Subtitle", subtitle),
    ]),
  ]);
}

function languages({ edition: { metadata }, result }: TradeItem): OnixElement[] {
  const tags = [metadata.language, ...(result.languages ?? [])];
  return [...new Set(tags.map(languageCode))].map((code) =>
    element("Language", [element("LanguageRole", "01"), element("LanguageCode", code)]),
  );
}

/** From the file that was made: pages of a printed book, words, bytes. */
function extents(item: TradeItem): OnixElement[] {
  const { result, edition } = item;
  const of = (type: string, value: number | undefined, unit: string) =>
    value === undefined
      ? undefined
      : element("Extent", [
          element("ExtentType", type),
          element("ExtentValue", String(value)),
          element("ExtentUnit", unit),
        ]);
  const pages = edition.format === "pdf" ? result.extent : undefined;
  const all = [
    isPrint(item) ? of("11", pages, "03") : of("10", pages, "03"),
    of("02", result.words, "02"),
    isPrint(item) ? undefined : of("22", result.bytes, "17"),
  ];
  return all.filter((each) => each !== undefined);
}

/** What schemes say is sent as codes; words of their own are keywords. */
function subjects(all: readonly Subject[], trade: Trade | undefined): OnixElement[] {
  const coded = all.filter(({ scheme, code }) => scheme !== undefined && code !== undefined);
  const words = all.filter(({ code }) => code === undefined).map(({ term }) => term);
  const keywords = [...words, ...(trade?.keywords ?? [])];
  const main = new Set<string>();
  const elements = coded.flatMap(({ scheme = "", code = "", term }) => {
    const known = schemeOf(scheme, code);
    const isMain = known !== undefined && (known === "93" || known === "10") && !main.has(known);
    if (isMain) main.add(known);
    return [
      element("Subject", [
        isMain ? element("MainSubject", []) : undefined,
        element("SubjectSchemeIdentifier", known ?? OWN_SCHEME),
        known === undefined ? element("SubjectSchemeName", scheme) : undefined,
        element("SubjectCode", code),
        term === code ? undefined : optional("SubjectHeadingText", term),
      ]),
    ];
  });
  if (keywords.length === 0) return elements;
  const joined = keywords.map((each) => each.replaceAll(";", ",")).join("; ");
  return [
    ...elements,
    element("Subject", [element("SubjectSchemeIdentifier", KEYWORDS), element("SubjectHeadingText", joined)]),
  ];
}

const OWN_SCHEME = "24";
const KEYWORDS = "20";

function schemeOf(scheme: string, code: string): string | undefined {
  const known = SUBJECT_SCHEMES[scheme.toLowerCase()];
  return known === SUBJECT_SCHEMES.thema ? (THEMA_QUALIFIERS[code[0] ?? ""] ?? known) : known;
}

function audience(trade: Trade | undefined): OnixElement[] {
  const { audiences = [], ages } = trade ?? {};
  const codes = audiences.map((each) =>
    element("Audience", [
      element("AudienceCodeType", "01"),
      element("AudienceCodeValue", AUDIENCE_CODES[each]),
    ]),
  );
  const { from, to } = ages ?? {};
  if (from === undefined && to === undefined) return codes;
  return [
    ...codes,
    element("AudienceRange", [
      element("AudienceRangeQualifier", "17"),
      ...(from === undefined ? [] : range("03", from)),
      ...(to === undefined ? [] : range("04", to)),
    ]),
  ];
}

function range(precision: string, years: number): OnixElement[] {
  return [element("AudienceRangePrecision", precision), element("AudienceRangeValue", String(years))];
}
