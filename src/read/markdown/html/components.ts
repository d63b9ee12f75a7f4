/**
 * Components of web sites (Vue, MDX, Astro) look like elements: `<Badge text="new"/>`, `<Tabs>` … `</Tabs>`.
 * What a type of a programming language looks like, `Vec<T>`, is text.
 */
import type { Source } from "../../source.js";

/** A component's name, with what shows in the tag that it is one. */
const TAG = /^<\/?([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>$/;
const ATTRIBUTE = /\s[:@#]?[\w:.-]+=["'{[\w]/;
/** `<Tabs>` without attributes is one when it is closed somewhere; `<T>` and `<STRING>` are none. */
const PLAIN_NAME = /^[A-Z][\w.-]*[a-z]/;

export interface Components {
  /** True for a tag that begins a component or stands for one. */
  begins(html: string): boolean;
  /** True for the end tag of one that has begun. */
  ends(html: string): boolean;
}

/** @param source the text, in which end tags are looked for once. */
export function componentsOf(source: Source): Components {
  const begun = new Set<string>();
  let closed: ReadonlySet<string> | undefined;
  return {
    begins(html) {
      const [, name = "", rest = ""] = TAG.exec(html) ?? [];
      const isOne = ATTRIBUTE.test(rest) || rest.endsWith("/") || (PLAIN_NAME.test(name) && isClosed(name));
      if (name !== "" && isOne) begun.add(name);
      return name !== "" && isOne;
    },
    ends: (html) => begun.has(TAG.exec(html)?.[1] ?? ""),
  };

  function isClosed(name: string): boolean {
    closed ??= new Set([...source.text.matchAll(/<\/([A-Z][\w:.-]*)\s*>/g)].map(([, each]) => each!));
    return closed.has(name);
  }
}

/** The name in a tag, as it is written. */
export function componentName(html: string): string {
  return TAG.exec(html)?.[1] ?? html;
}
