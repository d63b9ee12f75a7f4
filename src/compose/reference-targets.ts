/** Finds what a cross-reference means: tools spell the names of the same things in their own ways. */
import { THEOREM_KINDS } from "../model/reference-kinds.js";
import type { Draft } from "./draft.js";
import { idFrom } from "./identify.js";
import { type LinkPlaces, linkPlaces } from "./link-places.js";
import { collectPlaces, collectTargets, type Target } from "./targets.js";

export interface ReferenceTargets {
  /** What `@fig-x` or `@fig:x` means; `@Fig-x` is the same. */
  named(name: string): Target | undefined;
  /** What `\ref{x}` means: a numbered thing, or any place that has that name, in its own file first. */
  labelled(label: string, file: string): Target | undefined;
  /** For suggestions. */
  names(): readonly string[];
}

export function openReferenceTargets(draft: Draft): ReferenceTargets {
  const targets = collectTargets(draft);
  let found: { readonly links: LinkPlaces; readonly places: ReadonlyMap<string, Target> } | undefined;
  const named = (name: string) => spellings(name).flatMap((spelling) => targets.get(spelling) ?? [])[0];
  return {
    named,
    labelled(label, file) {
      const target = named(label) ?? PREFIXES.flatMap((prefix) => named(`${prefix}-${label}`) ?? [])[0];
      if (target) return target;
      found ??= { links: linkPlaces(draft), places: collectPlaces(draft) };
      const { links, places } = found;
      const body = links.file(file);
      const id = (body && links.inFile(body, label)) ?? links.anywhere(label);
      const place = id === undefined ? undefined : places.get(id);
      // A label of LaTeX that names no kind is that of an equation.
      return place ?? named(`eq-${label}`);
    },
    names: () => [...targets.keys()],
  };
}

/** What the ids of equations and theorems begin with, which some tools do not write. */
const PREFIXES = ["eq", ...Object.keys(THEOREM_KINDS)];

/** As it is written, and as ids have it; bookdown's `tab:` is `tbl-` elsewhere. */
function spellings(name: string): string[] {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  const id = idFrom(small);
  return [name, small, id, id.replace(/^tab-/, "tbl-"), id.replace(/^tbl-/, "tab-")];
}
