/** What the copyright page says of the rights and of how the book was made; nothing where nothing is declared. */
import { imprintWord } from "../language/imprint.js";
import { typeset } from "../language/typography/typeset.js";
import { enumeration } from "../language/words.js";
import { writtenDate } from "../language/written-date.js";
import type { ImprintLine } from "../model/book.js";
import type { Metadata } from "../model/metadata.js";
import { MADE_PARTS, type MadePart, type MadePlace, type Statement } from "../model/provenance.js";
import type { Edition } from "../model/publication.js";
import type { Licence } from "../model/rights.js";
import type { Draft } from "./draft.js";

/** @param metadata as the pages show it. */
export function imprintOf({ edition, made }: Draft, metadata: Metadata): readonly ImprintLine[] {
  const { language } = metadata;
  const lines = [...rightsLines(metadata, edition), ...provenanceLines(edition, made)];
  if (edition.typography === "as-typed") return lines;
  return lines.map(({ kind, text }) => ({ kind, text: typesetOutsideAddresses(text, language) }));
}

/** An address is copied letter by letter. */
function typesetOutsideAddresses(text: string, language: string): string {
  const [, words = text, address = ""] = /^(.*?)(https?:\S+)$/s.exec(text) ?? [];
  const end = words.search(/\s*$/);
  return typeset(words.slice(0, end), language) + words.slice(end) + address;
}

function rightsLines({ terms, language }: Metadata, edition: Edition): ImprintLine[] {
  if (terms === undefined) return [];
  const { licence, holders, mining } = terms;
  const lines: ImprintLine[] = [];
  const shared = holders.flatMap(({ name, share }) => (share === undefined ? [] : [`${name} (${share} %)`]));
  const add = (kind: ImprintLine["kind"], text: string) => void lines.push({ kind, text });
  if (shared.length > 0)
    add("rights", imprintWord(language, "shares", { names: enumeration(edition, shared) }));
  if (licence !== undefined) {
    add("licence", imprintWord(language, "licensed", { licence: spokenName(licence), url: licence.url }));
    const may = plainPermission(licence, edition);
    if (may !== undefined) add("licence", may);
  } else if (holders.length > 0) add("rights", imprintWord(language, "all-rights"));
  if (mining === undefined) return lines;
  const said = imprintWord(language, `mining-${mining.status}`);
  const policy = mining.policy && imprintWord(language, "mining-policy", { url: mining.policy });
  add("mining", policy === undefined ? said : `${said} ${policy}`);
  return lines;
}

/** Who has never heard of “CC” can ask for the whole name. */
function spokenName({ id, name }: Licence): string {
  return id.startsWith("CC") ? `Creative Commons ${name}` : name;
}

/** What a licence of Creative Commons lets others do, for readers who do not know its letters; of others nothing. */
function plainPermission({ id }: Licence, edition: Edition): string | undefined {
  const { language } = edition.metadata;
  if (/^CC(?:0|-PDDC)/.test(id)) return imprintWord(language, "may-freely");
  const [, elements] = /^CC-([A-Z-]+)-\d/.exec(id) ?? [];
  if (elements === undefined) return undefined;
  const conditions = CONDITIONS.flatMap(([element, word]) =>
    elements.split("-").includes(element) ? [imprintWord(language, word)] : [],
  );
  const may = elements.includes("ND") ? "may-share" : "may-adapt";
  return imprintWord(language, may, { conditions: enumeration(edition, conditions) });
}

const CONDITIONS = [
  ["BY", "if-named"],
  ["NC", "if-not-sold"],
  ["SA", "if-alike"],
] as const;

function provenanceLines(edition: Edition, made: readonly MadePlace[]): ImprintLine[] {
  const { language } = edition.metadata;
  const parts = edition.provenance?.parts ?? {};
  // Of a translation, what is said of the text is said of the one that was translated.
  const nameOf = (part: MadePart) =>
    part === "text" && parts.translation !== undefined ? "part-original" : (`part-${part}` as const);
  const whole = MADE_PARTS.flatMap((part) => {
    const statement = parts[part];
    return statement === undefined ? [] : [line(imprintWord(language, nameOf(part)), statement, edition)];
  });
  const people = made.filter(({ kind }) => kind === "contributor");
  const sections = made.filter(({ kind, name }) => kind === "section" && name !== "");
  return [
    ...whole,
    ...people.map(({ name, statement }) => personLine(name, statement, edition)),
    ...grouped(sections).map(({ names, statement }) =>
      line(names.map(quoted).join(", "), statement, edition),
    ),
    ...responsibleLines(edition),
  ];
}

function responsibleLines(edition: Edition): ImprintLine[] {
  const { responsible = [] } = edition.provenance ?? {};
  if (responsible.length === 0) return [];
  const names = enumeration(edition, responsible);
  return [{ kind: "provenance", text: imprintWord(edition.metadata.language, "responsible", { names }) }];
}

/** A contributor that is no person is called what it is. */
function personLine(name: string, statement: Statement, edition: Edition): ImprintLine {
  if (statement.made !== "generated") return line(name, statement, edition);
  const { language } = edition.metadata;
  const text = name + colonOf(language) + imprintWord(language, "machine") + fullStopOf(language);
  return { kind: "provenance", text };
}

/** The typography of the language makes its own quotation marks of them. */
function quoted(title: string): string {
  return `"${title}"`;
}

/** Sections of which the same is said are named together. */
function grouped(places: readonly MadePlace[]) {
  const groups = new Map<string, { readonly names: string[]; readonly statement: Statement }>();
  for (const { name, statement } of places) {
    const { location: _, ...said } = statement;
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { names: [], statement };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** `Text: made by people with the assistance of … (Claude). Reviewed and answered for by Jane Doe.` */
function line(what: string, statement: Statement, edition: Edition): ImprintLine {
  const { language } = edition.metadata;
  const { made, tools, reviewers, date, extent } = statement;
  // How many images there are does not say that there are others.
  const name = extent === "some" ? imprintWord(language, "in-part", { what }) : what;
  const systems = tools.length === 0 ? "" : ` (${enumeration(edition, tools)})`;
  const sentence = imprintWord(language, `made-${made}`) + systems + fullStopOf(language);
  const first = name + colonOf(language) + sentence;
  if (reviewers.length === 0) return { kind: "provenance", text: first };
  const names =
    enumeration(edition, reviewers) + (date === undefined ? "" : ` (${writtenDate(date, language)})`);
  return { kind: "provenance", text: `${first} ${imprintWord(language, "reviewed", { names })}` };
}

const COLONS: Readonly<Record<string, string>> = { fr: " : ", ja: "：", zh: "：" };
const FULL_STOPS: Readonly<Record<string, string>> = { hi: "।", ja: "。", zh: "。" };

function colonOf(language: string): string {
  return COLONS[language.split("-")[0]!.toLowerCase()] ?? ": ";
}

function fullStopOf(language: string): string {
  return FULL_STOPS[language.split("-")[0]!.toLowerCase()] ?? ".";
}
