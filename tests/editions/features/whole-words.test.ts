/** A word that is divided in print can be copied and searched. */
import { expect, test } from "vitest";
import { pageText, publishSmall } from "../../support/small-book.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const sentence = (_: unknown, index: number) =>
  `Les ${index + 2} établissements responsables développent progressivement des fonctionnalités complémentaires particulièrement approfondies.`;

test("a printed word is whole, or has a plain hyphen where its line or page ends", async () => {
  const paragraph = Array.from({ length: 80 }, sentence).join(" ");
  const editions = await publishSmall(folders, {
    title: "Un",
    description:
      "language: fr\ntrim: a5\nbodymatter: [{ file: un.md }]\neditions: { print: { format: pdf } }\n",
    files: { "content/un.md": `# Un\n\n${paragraph}\n` },
  });
  const { pages } = await editions.pdf();
  const lines = pages.flatMap((page) => pageText(page).split("\n"));
  expect(lines.join("")).not.toMatch(/[\u00AD\u2011]/);
  expect(lines.filter((line) => /\p{L}-$/u.test(line)).length).toBeGreaterThan(5);
  const running = lines.join("\n").replace(/-\s*\n/g, "");
  const whole = running.match(/fonctionnalités\s+complémentaires/g) ?? [];
  // A page's own lines, its folio and running head, may stand between the halves of a word.
  expect(whole.length).toBeGreaterThan(80 - pages.length);
});
