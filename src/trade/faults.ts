/** What keeps products from being told of as they are: found before a message is written. */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { isbn13 } from "../model/isbn.js";
import { doiOf } from "./feeds/crossref.js";
import type { TradeItem } from "./item.js";
import { ROLE_CODES } from "./onix/codes.js";

export interface TradeFault {
  readonly item: TradeItem;
  readonly diagnostic: Diagnostic;
}

/** In the order of the items. */
export function tradeFaults(items: readonly TradeItem[]): readonly TradeFault[] {
  const known = new Map<string, TradeItem>();
  return items.flatMap((item) => {
    const found = [
      ...noPublisher(item),
      ...repeatedIsbn(item, known),
      ...unknownRoles(item),
      ...badSubjects(item),
    ];
    return found.map((each) => ({ item, diagnostic: each }));
  });
}

/** What Crossref does not register a DOI without. */
export function crossrefFaults(items: readonly TradeItem[]): readonly TradeFault[] {
  return items.flatMap((item) => {
    const { trade, metadata } = item.edition;
    const missing = [
      doiOf(item) === undefined ? ["identifier", "a DOI: `identifier: https://doi.org/10.…`"] : [],
      metadata.publisher === undefined ? ["publisher", "its name"] : [],
      trade?.website === undefined ? ["trade → website", "the page to which the DOI leads"] : [],
      trade?.sender?.email === undefined
        ? ["trade → sender", "`name` and `email` of who is told what was registered"]
        : [],
    ];
    return missing.flatMap(([key, what]) => {
      if (key === undefined) return [];
      const place = { file: item.publication.file, line: 1, column: 1 };
      const message = `\`${key}\` is missing: Crossref asks for it`;
      return [{ item, diagnostic: diagnostic("missing-key", message, place, `Write ${what}`) }];
    });
  });
}

/** A record without one is not valid. */
function noPublisher({ edition, publication: { file } }: TradeItem): Diagnostic[] {
  if (edition.metadata.publisher !== undefined || edition.trade?.imprint !== undefined) return [];
  const hint =
    "Add a line like `publisher: Example Press`; who publishes their own work writes their own name";
  const place = { file, line: 1, column: 1 };
  return [diagnostic("missing-key", "`publisher` is missing: ONIX has no product without one", place, hint)];
}

function repeatedIsbn(item: TradeItem, known: Map<string, TradeItem>): Diagnostic[] {
  const isbn = isbn13(item.edition.metadata.identifier);
  if (isbn === undefined) return [];
  const first = known.get(isbn);
  if (first === undefined) {
    known.set(isbn, item);
    return [];
  }
  const other = `${first.publication.id}/${first.edition.id}`;
  const message = `The edition \`${item.edition.id}\` has the ISBN ${isbn} of \`${other}\``;
  const hint = "Give each edition that is sold an `identifier` of its own";
  return [diagnostic("isbn-used-twice", message, item.edition.location, hint)];
}

function unknownRoles({ edition }: TradeItem): Diagnostic[] {
  return edition.metadata.contributors.flatMap(({ name, role, location }) => {
    if (Object.hasOwn(ROLE_CODES, role)) return [];
    const message = `ONIX has no code for the role \`${role}\` of “${name}”, who is sent as “other”`;
    const hint = "Choose a role that shops know, like `aut`, `edt`, `trl` or `ill`";
    return [diagnostic("role-without-onix", message, location ?? edition.location, hint)];
  });
}

/** What codes of a scheme look like. */
const FORMS: Readonly<Record<string, { readonly form: RegExp; readonly example: string }>> = {
  thema: { form: /^(?:[A-Z][A-Z0-9]{0,9}|[1-6][A-Z0-9-]{1,12})$/, example: "FBA" },
  bisac: { form: /^[A-Z]{3}\d{6}$/, example: "FIC019000" },
  wgs: { form: /^\d{3,4}$/, example: "112" },
  clil: { form: /^\d{4}$/, example: "3444" },
};

function badSubjects({ edition }: TradeItem): Diagnostic[] {
  return edition.metadata.subjects.flatMap(({ scheme = "", code, location }) => {
    const known = FORMS[scheme.toLowerCase()];
    if (known === undefined || code === undefined || known.form.test(code)) return [];
    const message = `\`${code}\` is not a code of ${scheme}`;
    const hint = `Write one like \`${known.example}\``;
    return [diagnostic("bad-subject-code", message, location ?? edition.location, hint)];
  });
}
