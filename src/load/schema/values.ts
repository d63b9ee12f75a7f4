/** Values that several keys of `publication.yaml` take. */
import * as z from "zod";
import { ROLES, type Role } from "../../model/roles.js";

export const text = z.string().regex(/\S/, "empty-value");

export const webAddress = text.refine((each) => /^https?:/.test(each) && URL.canParse(each), "bad-address");

export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1, "empty-list");
}

/** A mapping, or a text that says all of it: `- Jane Doe` for `- name: Jane Doe`. */
export function orPlain<Mapping extends z.ZodObject>(
  mapping: Mapping,
  mappingOf: (word: string) => z.input<Mapping>,
) {
  return z.union([text.transform((word) => mapping.parse(mappingOf(word))), mapping]);
}

/** A list, or its only entry. */
export function orOne<Item extends z.ZodType>(items: z.ZodArray<Item>) {
  return z.union([items, items.element.transform((only) => [only])]);
}

export const role = z
  .enum(Object.keys(ROLES) as [Role, ...Role[]], "unknown-role")
  .describe(
    "What the section is: a name of the EPUB Structural Semantics Vocabulary (`foreword`, `glossary`, …). " +
      "Default: what its title or file is named after, else chapter, preamble or appendix.",
  );

/** Words of `only` and `not`: see `edition-names.ts`. */
export const editionWords = z.union([text, list(text)]);

export const variable = z.union([z.string(), z.number(), z.boolean()]);

export const variableName = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "bad-name");
