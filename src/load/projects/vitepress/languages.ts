/** The language of a site that has several: https://vitepress.dev/guide/i18n, `locales` and `rewrites`. */
import { posix } from "node:path";
import type { Folder } from "../../../input/folder.js";
import { preferred } from "../../outline/translations.js";
import { textOf, type Values, valuesOf } from "../../outline/values.js";

export interface LanguageOfSite {
  /** The folder of its texts, in that of the site. */
  readonly own: string;
  /** Those of the other languages. */
  readonly others: readonly string[];
  /** What the settings say for it. */
  readonly locale: Values;
  /** True when addresses begin with the name of its folder. */
  readonly isNamed: boolean;
}

export async function languageOfSite(
  { locales, rewrites, lang }: Values,
  site: string,
  folder: Folder,
): Promise<LanguageOfSite> {
  const { root, ...named } = valuesOf(locales);
  const names: string[] = [];
  for (const each of Object.keys(named)) {
    if ((await folder.lookup(each, site)).status === "folder") names.push(each);
  }
  const moved = movedToRoot(valuesOf(rewrites));
  const isThere = moved !== undefined && (await folder.lookup(moved, site)).status === "folder";
  if (isThere) return { own: moved, others: names, locale: valuesOf(root), isNamed: false };
  const chosen = root === undefined ? preferred(names, textOf(lang)) : undefined;
  if (chosen === undefined) return { own: ".", others: names, locale: valuesOf(root), isNamed: false };
  const others = names.filter((each) => each !== chosen);
  return { own: posix.normalize(chosen), others, locale: valuesOf(named[chosen]), isNamed: true };
}

/** `en` of `'en/:rest*': ':rest*'`: its pages are shown as if they lay at the root. */
function movedToRoot(rewrites: Values): string | undefined {
  for (const [from, to] of Object.entries(rewrites)) {
    const [, name, rest] = /^([\w-]+)\/(:\w+\*)$/.exec(from) ?? [];
    if (name !== undefined && to === rest) return name;
  }
  return undefined;
}
