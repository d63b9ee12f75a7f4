/**
 * Which scenes somebody's sides have: those of the day in which they speak. Pages are chosen when they are planned
 * (`formats/pdf/render/script-sides.ts`); here it is seen whether there is anything to choose, and the title page goes.
 */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { Edition } from "../model/publication.js";
import type { Sides } from "../model/script-pages.js";
import { spokenScenes } from "../script/speakers.js";
import type { Draft } from "./draft.js";
import { isTitlePage } from "./script-titles.js";

export function settleSides({ edition, sections }: Draft, report: Report): void {
  const sides = sidesOf(edition);
  if (sides === undefined) return;
  const scripts = sections.filter(({ bodies }) =>
    bodies.some(({ tree }) => !tree.children.some(isTitlePage)),
  );
  sections.splice(0, Infinity, ...scripts);
  const spoken = sections.flatMap(({ bodies }) => bodies.flatMap(({ tree }) => spokenScenes(tree)));
  const speakers = new Map(spoken.map(({ name, speakers: each }) => [name, each]));
  checkSides(sides, speakers, edition, report);
}

function sidesOf(edition: Edition): Sides | undefined {
  return edition.format === "pdf" ? edition.script?.sides : undefined;
}

function checkSides(
  { scenes: asked, character }: Sides,
  speakers: ReadonlyMap<string, ReadonlySet<string>>,
  { location, id }: Edition,
  report: Report,
): void {
  if (speakers.size === 0) {
    const hint = "Write the headings of scenes as Fountain has them: `INT. MILL - DAY`, or `.MILL`";
    const message = `The script has no scenes, so the sides \`${id}\` have no pages`;
    report(diagnostic("sheet-reference", message, location, hint));
    return;
  }
  const scenes = asked ?? [...speakers.keys()];
  for (const scene of scenes) {
    if (speakers.has(scene)) continue;
    const similar = nearest(scene, speakers.keys());
    const hint = similar === undefined ? "Correct the number" : `Did you mean \`${similar}\`?`;
    report(diagnostic("sheet-reference", `The script has no scene ${scene}`, location, hint));
  }
  if (character === undefined) return;
  const name = character.trim().toUpperCase();
  if (scenes.some((scene) => speakers.get(scene)?.has(name))) return;
  const all = new Set([...speakers.values()].flatMap((each) => [...each]));
  const similar = all.has(name) ? undefined : nearest(name, all);
  const message = all.has(name)
    ? `${name} speaks in none of the scenes ${scenes.join(", ")}, so the sides \`${id}\` have no pages of theirs`
    : `Nobody in the script is called \`${character}\``;
  const hint =
    similar === undefined ? "Correct the scenes, or remove the edition" : `Did you mean \`${similar}\`?`;
  report(diagnostic("sheet-reference", message, location, hint));
}
