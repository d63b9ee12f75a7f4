/** Names by which tools call figures, sections and theorems. */
import { describe, expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const chapter = (text: string, others: Record<string, string> = {}) =>
  composeText({ sections: { chapter: `# Sea {#sec:sea}\n\n${text}`, ...others }, images: ["a.png"] });

describe("references", () => {
  it.each([
    ["@fig:low", "Figure&nbsp;1"],
    ["@Fig-low", "Figure&nbsp;1"],
    ["@fig-low---and", "Figure&nbsp;1</a>—and"],
    ["@fig:low--and", "Figure&nbsp;1</a>–and"],
    ["[@fig:low]", "Figure&nbsp;1"],
    ["[-@fig:low]", ">1<"],
    ["[@fig:low; -@fig:high]", "Figure&nbsp;1</a>, <a"],
    ["\\ref{fig:low}", ">1<"],
    ["\\@ref(fig:high)", ">2<"],
    ["\\autoref{fig:low}", "Figure&nbsp;1"],
    ["\\pageref{fig:low}", 'data-folio-of="fig-low"'],
    ["@sec:sea", "Chapter&nbsp;1"],
    ["\\@ref(mud-and-sand)", ">Mud and sand<"],
    ["\\nameref{mud-and-sand}", ">Mud and sand<"],
    ["@thm-tide", "Theorem&nbsp;1"],
    ["\\@ref(tab:t)", ">1<"],
  ])("%s reads %s", (reference, words) => {
    const { html, problems } = chapter(
      `See ${reference}.\n\n![Low](a.png){#fig:low}\n\n![High](a.png){#fig:high}\n\n## Mud and sand\n\n::: {#thm-tide}\nIt turns.\n:::\n\n| a |\n|---|\n| 1 |\n\n: (\\#tab:t) T\n`,
    );
    expect(problems).toEqual([]);
    expect(html().replaceAll("\u00A0", "&nbsp;").replaceAll("&#xA0;", "&nbsp;")).toContain(words);
  });

  it("find a heading of another file, when no other has its name", () => {
    const { html, problems } = chapter("See \\@ref(pools).\n", { appendix: "# More\n\n## Pools\n" });
    expect(problems).toEqual([]);
    expect(html()).toContain(">Pools</a>");
  });

  it("that lead nowhere stay, and are told with their place", () => {
    const { html, problems } = chapter("See @fig:none and \\@ref(none).\n");
    expect(problems).toEqual(["chapter.md:3:5 unknown-reference", "chapter.md:3:19 unknown-reference"]);
    expect(html()).toContain("@fig:none");
    expect(html()).toContain("\\@ref(none)");
  });
});

it("theorems are counted by kind, and named before their titles", () => {
  const { html } = composeText({
    sections: {
      chapter: "# T\n\n::: {#thm-a}\nOne.\n:::\n\n::: {#lem-b}\nTwo.\n:::\n\n::: {#thm-c}\nThree.\n:::\n",
    },
    language: "fr",
  });
  const labels = [...html().matchAll(/caption-label">([^<]*)</g)].map(([, label]) =>
    label!.replace(/\s|&#xA0;/g, " "),
  );
  expect(labels).toEqual(["Théorème 1", "Lemme 1", "Théorème 2"]);
});
