/** `\index{sort@Main!Sub|see{Other}}` of makeindex, as the attributes that an index term has here. */

export interface IndexAttributes {
  readonly attributes: Readonly<Record<string, string>>;
  /** The page that is set in bold. */
  readonly isMain: boolean;
}

export function indexEntry(text: string): IndexAttributes {
  const [, whole = "", page = ""] = /^(.*?)(?:(?<!")\|(.*))?$/s.exec(text.trim())!;
  const levels = whole.split(/(?<!")!/).map((level) => {
    const [, sort, shown] = /^(.*?)(?<!")@(.*)$/s.exec(level) ?? [level, level, level];
    return { sort: plain(sort!), shown: plain(shown!) };
  });
  const entry = levels.map(({ shown }) => shown).join("!");
  const sort = levels.map(({ sort }) => sort).join("!");
  const [, also, other] = /^see(also)?\s*\{(.*)\}$/s.exec(page) ?? [];
  const range = page.startsWith("(") ? "start" : page.startsWith(")") ? "end" : undefined;
  return {
    attributes: {
      "data-entry": entry,
      ...(sort === entry ? {} : { "data-sort": sort }),
      ...(other === undefined ? {} : { [also ? "data-see-also" : "data-see"]: plain(other) }),
      ...(range === undefined ? {} : { "data-range": range }),
    },
    isMain: /^(?:textbf|bf|bfseries)$/.test(page.replace(/^[()]/, "")),
  };
}

/** Without commands for the look of letters; `"` quotes what would have a meaning. */
function plain(text: string): string {
  return text
    .replace(/\\[A-Za-z]+\*?\s*|[{}]/g, "")
    .replace(/"(.)/g, "$1")
    .replace(/;/g, ",")
    .trim();
}
