/** What an unnumbered chapter of an outline is, as far as its title says. */
import { posix } from "node:path";
import type { Role } from "../model/roles.js";
import { tableWord } from "./words.js";

const FRONT = [
  "foreword",
  "preface",
  "introduction",
  "acknowledgments",
  "abstract",
  "dedication",
  "epigraph",
  "preamble",
] as const satisfies readonly Role[];

const BACK = [
  "afterword",
  "appendix",
  "glossary",
  "bibliography",
  "index",
  "contributors",
  "other-credits",
  "errata",
  "colophon",
] as const satisfies readonly Role[];

/** What the name of a file says as a title: `parts/99-works_cited.Rmd` is "works cited". */
export function titleOfFile(path: string): string {
  const stem = posix.basename(path).replace(/\.\w+$/, "");
  return stem.replace(/^[\d._-]+/, "").replace(/[-_]+/g, " ");
}

/** The role of a chapter before the numbered ones. */
export function frontRole(title: string, language: string): Role {
  return namedFrontRole(title, language) ?? "preamble";
}

/** The role of a chapter after the numbered ones. */
export function backRole(title: string, language: string): Role {
  return namedBackRole(title, language) ?? "appendix";
}

/** The role of front matter that a title names: "Preface". */
export function namedFrontRole(title: string, language: string): Role | undefined {
  return named(title, language, FRONT);
}

/** The role of back matter that a title names: "Glossary", "Appendix B: Tables". */
export function namedBackRole(title: string, language: string): Role | undefined {
  return named(title, language, BACK);
}

/** Other names that are as common. */
const SPELLINGS: Readonly<Record<string, string>> = {
  references: "bibliography",
  "works cited": "bibliography",
  appendices: "appendix",
};

function named<Name extends (typeof FRONT)[number] | (typeof BACK)[number]>(
  title: string,
  language: string,
  roles: readonly Name[],
): Name | undefined {
  const small = title.toLowerCase();
  const spelt = SPELLINGS[small] ?? small.replace("acknowledgements", "acknowledgments");
  return roles.find((role) =>
    [tableWord(language, role), tableWord("en", role)].some((name) => beginsWith(spelt, name.toLowerCase())),
  );
}

/** "Appendix B" is one, "Indexing" is no index. */
function beginsWith(title: string, name: string): boolean {
  const rest = title.startsWith(name) ? title.slice(name.length) : undefined;
  return rest !== undefined && (rest === "" || /^(?::|\s+[a-z0-9]{1,3}\b(?!\s+[a-z]))/.test(rest));
}
