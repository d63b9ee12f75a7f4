/**
 * Checks the languages that texts are marked with, `[mot]{lang=xx}`, and gives each text the
 * direction of its language where the author gives none. Code runs from left to right in any book.
 */
import type { Element, Parents } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { languageStanding, likelyLanguage } from "../language/tag.js";
import { direction } from "../language/words.js";
import type { Draft } from "./draft.js";
import { locate } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function settleLanguages(draft: Draft, report: Report): void {
  const unlisted = new Set<string>();
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) {
      const judged: Judge = (tag, element) => judge(tag, locate(file, element), unlisted, report);
      settle(tree, { language: section.language, direction: direction(section.language) }, judged);
    }
  }
}

/** Reports what is no language; one that is merely not listed once for the whole edition. */
function judge(tag: string, at: Location, unlisted: Set<string>, report: Report): "usable" | "bad" {
  const standing = languageStanding(tag);
  if (standing === "bad") {
    report(unknownLanguage(tag, at));
    return "bad";
  }
  if (standing === "unlisted" && !unlisted.has(tag)) {
    unlisted.add(tag);
    const message = `The language \`${tag}\` is well-formed, but not widely known`;
    report(diagnostic("unlisted-language", message, at, "Check the tag"));
  }
  return "usable";
}

type Judge = (tag: string, element: Element) => "usable" | "bad";

interface Around {
  readonly language: string;
  readonly direction: string;
}

const CODE: ReadonlySet<string> = new Set(["pre", "code", "kbd", "samp", "tt"]);

function settle(parent: Parents, around: Around, judged: Judge): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const tag = child.properties.lang ?? child.properties.xmlLang;
    let { language } = around;
    // An empty tag says that the language is unknown (HTML, 3.2.6.2).
    if (typeof tag === "string" && tag !== "") {
      if (judged(tag, child) === "usable") language = tag;
      else {
        child.properties.lang = undefined;
        child.properties.xmlLang = undefined;
      }
    }
    const own = directionOf(child, language, around);
    if (own !== around.direction) child.properties.dir ??= own;
    settle(child, { language, direction: own }, judged);
  }
}

function directionOf({ tagName, properties }: Element, language: string, around: Around): string {
  if (typeof properties.dir === "string") return properties.dir;
  if (CODE.has(tagName)) return "ltr";
  return language === around.language ? around.direction : direction(language);
}

function unknownLanguage(tag: string, at: Location) {
  const likely = likelyLanguage(tag);
  const hint = likely ? `Did you mean \`${likely}\`?` : "Write a BCP 47 tag like `en`, `fr-CA` or `zh-Hant`";
  return diagnostic("unknown-language", `There is no language \`${tag}\``, at, hint);
}
