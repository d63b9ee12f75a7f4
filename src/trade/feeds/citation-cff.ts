/** `CITATION.cff` 1.2.0, which GitHub, Zenodo and Zotero read: how a work in a repository is cited. */
import { stringify } from "yaml";
import { doiIn } from "../../model/doi.js";
import { isbn13 } from "../../model/isbn.js";
import type { TradeItem } from "../item.js";

/** One file is for one work: the first edition stands for it. */
export function citationCff(items: readonly TradeItem[]): string {
  const [item] = items;
  if (item === undefined) return "";
  const { metadata, trade } = item.edition;
  const authors = metadata.contributors.filter(({ role }) => role === "aut").map(nameOf);
  const people = authors.length > 0 ? authors : [{ name: metadata.publisher ?? metadata.title }];
  const shared = {
    title: metadata.subtitle ? `${metadata.title}: ${metadata.subtitle}` : metadata.title,
    authors: people,
  };
  const doi = doiIn(metadata.identifier) ?? doiIn(metadata.workIdentifier);
  const cff = {
    "cff-version": "1.2.0",
    message: "If you use this work, please cite it as below",
    ...shared,
    ...(metadata.date?.length === 10 ? { "date-released": metadata.date } : {}),
    ...(metadata.terms?.licence === undefined ? {} : { license: metadata.terms.licence.id }),
    "preferred-citation": {
      type: "book",
      ...shared,
      ...(metadata.date === undefined ? {} : { year: Number(metadata.date.slice(0, 4)) }),
      ...(metadata.publisher === undefined ? {} : { publisher: { name: metadata.publisher } }),
      ...(isbn13(metadata.identifier) === undefined ? {} : { isbn: isbn13(metadata.identifier) }),
      ...(doi === undefined ? {} : { doi }),
      ...(trade?.website === undefined ? {} : { url: trade.website }),
    },
  };
  return stringify(cff, { aliasDuplicateObjects: false });
}

/** `Klabnik, Steve` says what is the family's name; a name alone may be that of an organisation. */
function nameOf({ name, fileAs }: { readonly name: string; readonly fileAs?: string }) {
  const [, family, given] = /^([^,]+),\s*(.+)$/.exec(fileAs ?? "") ?? [];
  return family === undefined || given === undefined
    ? { name }
    : { "family-names": family.trim(), "given-names": given.trim() };
}
