/**
 * A manuscript of things that do not stand below what is before them. Marks tell of which block each line is: every
 * third word is one.
 */

export const PLACES = {
  "styles/print.css": ".two { columns: 2; column-gap: 1.5em }\n.three { columns: 3 }\n",
  "content/box.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>',
};

const ENGLISH = "rain fell softly over roofs while nobody looked out and the evening went on".split(" ");
const ARABIC = "هطل المطر بهدوء فوق سطوح البيوت ولم ينظر أحد".split(" ");

export interface PlacesManuscript {
  /** Chapters by their names. */
  readonly chapters: Readonly<Record<string, string>>;
  /** The marks in a block of a name, in order. */
  marksOf(block: string): readonly string[];
}

export function placesManuscript(): PlacesManuscript {
  const blocks = new Map<string, string[]>();
  let count = 0;
  let seed = 9;
  const chance = (limit: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };

  const words = (amount: number, block: string, language = ENGLISH): string =>
    Array.from({ length: amount }, (_, index) => {
      if (index % 3 !== 0) return language[chance(language.length)]!;
      count += 1;
      const mark = `k${String(count).padStart(4, "0")}z`;
      blocks.set(block, [...(blocks.get(block) ?? []), mark]);
      return mark;
    }).join(" ");
  const times = (amount: number, each: (index: number) => string, between = "\n\n"): string =>
    Array.from({ length: amount }, (_, index) => each(index)).join(between);

  const notes: string[] = [];
  const noted = (block: string): string => {
    const call = words(1, block);
    blocks.set("calls", [...(blocks.get("calls") ?? []), call]);
    const name = `n${notes.length}`;
    notes.push(`[^${name}]: ${words(14, "notes")}`);
    return `${call}[^${name}]`;
  };

  const columns = [
    "# Columns",
    words(60, "before two"),
    `::: two\n${times(
      16,
      (index) =>
        `${index % 4 === 2 ? `## ${words(3, "two")}\n\n` : ""}${words(20 + chance(80), "two")}${index % 5 === 1 ? ` ${noted("two")}` : ""}.`,
    )}\n\n## ${words(2, "target")} {#in-columns}\n\n${words(60, "end of two")}\n:::`,
    words(50, "after two"),
    `::: three\n${times(70, () => `- ${words(3 + chance(7), "list")}`, "\n")}\n:::`,
    words(50, "after list"),
    `::: two\n| Headone | Headtwo |\n|--|--|\n${times(80, () => `| ${words(2, "table")} | ${words(1, "table")} |`, "\n")}\n:::`,
    `${words(30, "after table")} [there](#in-columns).`,
    ...notes,
  ].join("\n\n");

  const arabic = `# Arabic\n\n:::: {lang=ar dir=rtl}\n\n${words(40, "before arabic", ARABIC)}\n\n::: two\n${times(24, () => words(10 + chance(60), "arabic", ARABIC))}\n:::\n\n${words(30, "after arabic", ARABIC)}\n\n::::`;

  const figure = (index: number, attributes: string): string =>
    `![${words(4, `caption ${index}`)}](box.svg){#fig-f${index} ${attributes} alt="Box"}`;
  const floats = [
    "# Figures",
    times(12, (index) =>
      [
        ...(index % 4 === 1 ? [`## ${words(3, "heading")}`] : []),
        `${words(40 + chance(60), `before ${index}`)} @fig-f${index}.`,
        figure(index, index % 5 === 3 ? ".here" : ".float"),
        ...(index === 6 ? [`\`\`\`\n${times(44, () => words(4, "listing"), "\n")}\n\`\`\``] : []),
        words(30 + chance(90), `behind ${index}`),
      ].join("\n\n"),
    ),
    `| a | b |\n|---|---|\n${times(5, () => `| ${words(2, "cells")} | d |`, "\n")}\n\n: ${words(4, "caption 12")} {#tbl-b .float}`,
    words(60, "end of floats"),
  ].join("\n\n");
  const last = [
    "# Last",
    words(150, "before 13"),
    figure(13, ".float"),
    `::: {.float}\n${figure(14, "")}\n:::`,
    figure(15, ".float"),
  ].join("\n\n");

  // Notes are called one each, and have several marks: the first one stands for all.
  const firsts = times(notes.length, (index) => notes[index]!.match(/k\d{4}z/)![0], " ");
  blocks.set("notes", firsts.split(" "));
  return {
    chapters: { columns, arabic, floats, last },
    marksOf: (block) => blocks.get(block) ?? [],
  };
}
