/** What a project of another tool says of its book, beside the order of its texts. */
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Folder } from "../../input/folder.js";
import { isAddress } from "../../model/relative-path.js";
import { isbnCheckDigit } from "../schema/identifier.js";
import type { RightsDescription } from "../schema/rights-keys.js";
import type { Identifiers } from "./identifiers.js";
import type { Person } from "./people.js";
import type { SeriesSaid, SubjectSaid } from "./subjects.js";

export interface Facts {
  /** The file that says it, relative to the publication's folder. */
  readonly file?: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly description?: string;
  readonly language?: string;
  /** Authors first. */
  readonly people: readonly Person[];
  readonly publisher?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly rights?: RightsDescription;
  readonly identifiers?: Identifiers;
  readonly subjects?: readonly SubjectSaid[];
  readonly series?: SeriesSaid;
  /** Files, relative to the publication's folder. */
  readonly cover?: string;
  readonly bibliography?: readonly string[];
  readonly csl?: string;
  /** Works that the bibliography lists though nothing cites them: `@key`. */
  readonly nocite?: readonly string[];
  /** Where a key is written. */
  place(key: FactKey): Location;
  /** How a language is said in the project: a sentence. */
  sayLanguage(language: string): string;
}

export const FACT_KEYS = [
  "title",
  "subtitle",
  "description",
  "language",
  "date",
  "cover",
  "identifier",
  "bibliography",
  "csl",
  "nocite",
  "allow",
] as const;

export type FactKey = (typeof FACT_KEYS)[number];

/** How a language is said where the project itself has no place for it. */
export function sayInPublicationFile(language: string): string {
  return `Write \`language: ${language}\` in a publication.yaml: \`colophon init --from .\` begins one`;
}

/** What the facts say besides title and language, by the keys of a publication. */
export function keysOf(facts: Facts) {
  const { subtitle, description, people, publisher, date, rights, identifiers, subjects, series } = facts;
  const { cover, bibliography, csl, nocite } = facts;
  return {
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(description === undefined ? {} : { description }),
    ...(people.length === 0 ? {} : { contributors: [...people] }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    ...(rights === undefined ? {} : { rights }),
    ...(subjects === undefined ? {} : { subjects: [...subjects] }),
    ...(series === undefined ? {} : { series }),
    ...(identifiers?.work === undefined ? {} : { identifier: identifiers.work }),
    ...(identifiers?.isbn === undefined ? {} : { editions: withIsbn(identifiers.isbn) }),
    ...(cover === undefined ? {} : { cover }),
    ...(bibliography === undefined ? {} : { bibliography: [...bibliography] }),
    ...(csl === undefined ? {} : { csl }),
    ...(nocite === undefined ? {} : { nocite: [...nocite] }),
  };
}

/** The number of an ebook is not that of the printed book. */
function withIsbn(isbn: string) {
  return { print: { format: "pdf" as const }, ebook: { format: "epub" as const, identifier: isbn } };
}

/** A number that is none is left out: shops and libraries would look for another book. */
export function reportBadIsbn({ identifiers, place }: Facts, report: Report): void {
  const { badIsbn } = identifiers ?? {};
  if (badIsbn === undefined) return;
  const digit = isbnCheckDigit(badIsbn);
  const hint =
    digit === undefined
      ? "Write its 13 digits"
      : `Compare the digits: the last one, the check digit, would be ${digit}`;
  const message = `\`${badIsbn}\` is not an ISBN, and is left out`;
  report(diagnostic("setting-left-out", message, place("identifier"), hint));
}

/** Without the cover, the bibliographies and the style that are not there: each is told once. */
export async function withFilesThatAreThere(facts: Facts, folder: Folder, report: Report): Promise<Facts> {
  const { cover, csl, bibliography = [], ...others } = facts;
  const isThere = async (file: string, key: FactKey): Promise<boolean> => {
    if ((await folder.lookup(file)).status === "file") return true;
    const hint = isAddress(file)
      ? "Save the file in the project and name it there"
      : "Write the file or correct the path";
    const message = `\`${key}\` names \`${file}\`, which is not a file of the project, and is left out`;
    report(diagnostic("setting-left-out", message, facts.place(key), hint));
    return false;
  };
  const found: string[] = [];
  for (const file of bibliography) if (await isThere(file, "bibliography")) found.push(file);
  return {
    ...others,
    ...(cover !== undefined && (await isThere(cover, "cover")) ? { cover } : {}),
    ...(csl !== undefined && (await isThere(csl, "csl")) ? { csl } : {}),
    ...(found.length === 0 ? {} : { bibliography: found }),
  };
}
