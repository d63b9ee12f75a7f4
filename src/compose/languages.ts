/**
 * Checks the languages that texts are marked with, `[mot]{lang=xx}`, and gives each text the
 * direction of its language where the author gives none.
 */
import type { Element, Parents } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { languageStanding, likelyLanguage } from "../language/tag.js";
import { direction } from "../language/words.js";
import type { Draft } from "./draft.js";
import { locate } from "./draft.js";
import { sectionTrees } from "./tree.js";

export function settleLanguages(draft: Draft, report: Report): void {
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) settle(tree, section.language, file, report);
  }
}

function settle(parent: Parents, around: string, file: string, report: Report): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const tag = child.properties.lang ?? child.properties.xmlLang;
    let language = around;
    // An empty tag says that the language is unknown (HTML, 3.2.6.2).
    if (typeof tag === "string" && tag !== "") {
      if (languageStanding(tag) === "bad") report(unknownLanguage(tag, file, child));
      else language = tag;
    }
    if (direction(language) !== direction(around)) child.properties.dir ??= direction(language);
    settle(child, language, file, report);
  }
}

function unknownLanguage(tag: string, file: string, element: Element) {
  const likely = likelyLanguage(tag);
  const hint = likely ? `Did you mean \`${likely}\`?` : "Use a BCP 47 tag such as `en`, `fr-CA` or `zh-Hant`";
  return diagnostic("unknown-language", `There is no language \`${tag}\``, locate(file, element), hint);
}
