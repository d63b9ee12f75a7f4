/**
 * A manuscript whose pages are hard to choose, in five languages.
 *
 * Every third word or so is a mark that no other text has, so that each line of a page tells of which block it is.
 */

/** What the tests have to know of a block to say where its lines may stand. */
export type Kind = "heading" | "paragraph" | "note" | "other";

export interface Block {
  readonly kind: Kind;
  readonly marks: readonly string[];
}

export interface Language {
  readonly code: string;
  readonly theme: string;
  readonly trim: string;
  /** Words of the language, with what stands between them. */
  readonly words: readonly string[];
  readonly between: string;
}

export const LANGUAGES: readonly Language[] = [
  {
    code: "en",
    theme: "technical",
    trim: "a5",
    words: words("rain fell softly over roofs while nobody looked out"),
    between: " ",
  },
  {
    code: "fr",
    theme: "novel",
    trim: "a5",
    words: words("la pluie tombait doucement sur les toits de la vieille ville"),
    between: " ",
  },
  {
    code: "de",
    theme: "magazine",
    trim: "a5",
    words: words("der Regen fiel leise auf die Dächer und niemand sah hinaus"),
    between: " ",
  },
  {
    code: "ar",
    theme: "technical",
    trim: "a5",
    words: words("هطل المطر بهدوء فوق سطوح البيوت ولم ينظر أحد"),
    between: " ",
  },
  {
    code: "ja",
    theme: "novel",
    trim: "a5",
    words: words("雨が 静かに 屋根の 上に 降り 誰も 外を 見ない"),
    between: "",
  },
];

function words(text: string): readonly string[] {
  return text.split(" ");
}

export interface Manuscript {
  /** Chapters by their names. */
  readonly chapters: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
  /** Marks of the words before calls, with the first mark of the note of each. */
  readonly calls: ReadonlyMap<string, string>;
}

export function plannedManuscript(language: Language): Manuscript {
  const blocks: Block[] = [];
  const calls = new Map<string, string>();
  const notes: string[] = [];
  let count = 0;
  let seed = 5;
  const chance = (limit: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };

  const mark = (): string => {
    count += 1;
    return `k${String(count).padStart(4, "0")}z`;
  };

  const write = (amount: number, kind: Kind): string => {
    const marks: string[] = [];
    const all = Array.from({ length: amount }, (_, index) => {
      if (index % 3 !== 1 && index < amount - 1) return language.words[chance(language.words.length)]!;
      marks.push(mark());
      return marks.at(-1)!;
    });
    blocks.push({ kind, marks });
    return all.join(language.between);
  };

  const heading = (level: number, length = 4): string => `${"#".repeat(level)} ${write(length, "heading")}`;
  const text = (amount: number): string => `${write(amount, "paragraph")}.`;
  const other = (amount: number): string => write(amount, "other");
  const times = (amount: number, each: (index: number) => string, between = "\n\n"): string =>
    Array.from({ length: amount }, (_, index) => each(index)).join(between);

  /** The call of a note, behind the words before. */
  const note = (...lengths: number[]): string => {
    const before = blocks.at(-1)!.marks.at(-1)!;
    const name = `n${notes.length}`;
    const at = blocks.length;
    notes.push(`[^${name}]: ${lengths.map((length) => write(length, "note")).join("\n\n    ")}`);
    calls.set(before, blocks[at]!.marks[0]!);
    return `[^${name}]`;
  };
  const noted = (amount: number, ...lengths: number[]): string =>
    `${write(amount, "paragraph")}${note(...lengths)}.`;

  const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;
  const table = (rows: number, each: (index: number) => string): string =>
    `${row("Headone", "Headtwo")}\n|--|--|\n${times(rows, each, "\n")}`;

  const chapter = (...parts: string[]): string =>
    [`# ${write(3, "other")}`, ...parts, ...notes.splice(0)].join("\n\n");

  const chapters = {
    prose: chapter(
      times(10, (index) =>
        [heading(2), ...(index % 4 === 1 ? [heading(3)] : []), times(3, () => text(20 + chance(110)))].join(
          "\n\n",
        ),
      ),
    ),
    notes: chapter(
      times(16, (index) => noted(30 + chance(40), 6 + ((index * 11) % 37))),
      `${heading(2)}${note(12)}`,
      text(60),
      noted(40, 420),
      times(4, () => text(70)),
      times(5, () => `- ${write(12, "other")}${note(9)}`, "\n"),
      text(50),
      table(12, () => `${row(other(5), other(4))}`).replace(/ \|$/, () => `${note(14)} |`),
      noted(30, 40, 30),
      text(120),
    ),
    tables: chapter(
      text(40),
      `${table(60, () => row(other(4), other(7)))}\n\n: ${other(6)} {#tbl-long}`,
      text(60),
      heading(2),
      text(40),
      table(9, () => row(other(3), other(60))),
      text(30),
      `<table><thead><tr><th>Headone</th><th>Headtwo</th></tr></thead><tbody>${times(8, () => `<tr><td rowspan="5">${other(5)}</td><td>${other(6)}</td></tr>${times(4, () => `<tr><td>${other(6)}</td></tr>`, "")}`, "")}</tbody></table>`,
      text(70),
    ),
    listings: chapter(
      text(50),
      `\`\`\`\n${times(70, () => `call(${mark2()});`, "\n")}\n\`\`\``,
      heading(2),
      text(40),
      `\`\`\`{#lst-two caption="${other(4)}"}\n${times(12, () => `call(${mark2()});`, "\n")}\n\`\`\``,
      text(50),
      heading(2),
      heading(3),
      times(3, () => `![${other(4)}](box.svg){alt="Box"}`),
      text(60),
      heading(2),
      times(2, () => `![${other(4)}](box.svg){alt="Box"}`),
      text(40),
    ),
    lists: chapter(
      text(30),
      times(
        14,
        (index) =>
          `${index + 1}. ${other(18)}\n    - ${other(12)}\n    - ${other(30)}\n        - ${other(12)}`,
        "\n",
      ),
      heading(2),
      `::: verse\n${times(9, () => times(4, () => other(5), "\n"))}\n:::`,
      heading(2),
      text(45),
      times(9, () => `${other(2)}\n:   ${other(28)}`),
      heading(2),
      times(
        5,
        (index) =>
          `::: ${["note", "warning", "aside", "tip", "important"][index]}\n${other(40)}\n\n${other(20)}\n:::\n\n${text(45)}`,
      ),
      heading(2),
      times(4, (index) => `::: {.float-${index % 2 ? "left" : "right"}}\n${other(16)}\n:::\n\n${text(90)}`),
      times(3, () => `> ${other(60)}`),
    ),
    long: chapter(
      text(700),
      heading(2),
      text(60),
      `${heading(2)} {.break-before}`,
      text(30),
      "\\newpage",
      text(30),
      "\\newpage",
      text(200),
      times(
        9,
        (index) =>
          `[${other(3)}](#tbl-long) []{.index entry="Entry${index}"}${text(60)} []{.index entry="Entry${index}!part"}`,
      ),
    ),
    references: chapter(times(5, () => `${text(20)} (@tbl-long, [](#tbl-long){.page}, [](#lst-two){.page})`)),
  };
  return { chapters, blocks, calls };

  function mark2(): string {
    const one = mark();
    blocks.push({ kind: "other", marks: [one] });
    return one;
  }
}
