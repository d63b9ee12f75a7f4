/** Tells people of one family name apart in all cites (CSL 1.0.2, `givenname-disambiguation-rule`). */
import type { Name } from "../item.js";
import type { GivenForm, GivenNames } from "./context.js";
import { initials } from "./name-initials.js";
import { nameKey } from "./name-parts.js";
import type { Style } from "./style.js";

export const NO_GIVEN_NAMES: GivenNames = { forms: new Map(), which: "all" };

/** @param lists the names that each cite shows. */
export function distinguishPeople(style: Style, lists: readonly (readonly Name[])[]): GivenNames {
  const { attributes } = style.citation;
  const rule = attributes["givenname-disambiguation-rule"] ?? "by-cite";
  if (attributes["disambiguate-add-givenname"] !== "true" || rule === "by-cite") return NO_GIVEN_NAMES;
  const which = rule.startsWith("primary") ? "primary" : "all";
  const people = which === "primary" ? lists.flatMap((list) => list.slice(0, 1)) : lists.flat();
  const unique = new Map(people.map((name) => [nameKey(name), name]));
  const families = new Map<string, Name[]>();
  for (const name of unique.values()) {
    const family = [name["non-dropping-particle"], name.family ?? name.literal].join(" ").toLowerCase();
    families.set(family, [...(families.get(family) ?? []), name]);
  }
  const forms = [...families.values()].flatMap((family) => formsIn(family, rule.endsWith("with-initials")));
  return { forms: new Map(forms), which };
}

function formsIn(family: readonly Name[], onlyInitials: boolean): [string, GivenForm][] {
  if (family.length < 2) return [];
  const short = ({ given = "" }: Name) => initials(given, { after: ".", which: "all", hyphens: "keep" });
  return family.flatMap((name): [string, GivenForm][] => {
    const isAlone = family.every((other) => other === name || short(other) !== short(name));
    if (isAlone) return [[nameKey(name), "initials"]];
    return onlyInitials ? [] : [[nameKey(name), "long"]];
  });
}
