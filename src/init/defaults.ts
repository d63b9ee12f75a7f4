/** Answers that suggest themselves: from the folder's name, the machine's language, the author's Git. */
import { basename } from "node:path";
import { canonicalLanguage, languageStanding } from "../language/tag.js";
import { outputOf } from "../runtime/children/output.js";

/** `My first book` of `/home/ada/my-first-book`. */
export function titleFromFolder(folder: string): string {
  const words = basename(folder)
    .split(/[-_\s]+/)
    .filter(Boolean)
    .join(" ");
  return words === "" ? "Untitled" : words[0]!.toUpperCase() + words.slice(1);
}

/** The language of the machine (POSIX `LC_ALL`, `LC_MESSAGES`, `LANG`): `fr` of `fr_FR.UTF-8`; else `en`. */
export function machineLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  const locale = (LC_ALL || LC_MESSAGES || LANG || "").split(/[.@]/)[0]!.replace("_", "-");
  // Where a book is typed says little about its language, but where the spelling or the script differs.
  const tag = /^(?:en|pt|zh)-/i.test(locale) ? locale : locale.split("-")[0]!;
  return /^[a-z]/i.test(tag) && languageStanding(tag) === "known" ? canonicalLanguage(tag) : "en";
}

/** `user.name` of Git; empty when there is none, or `signal` ends the asking. */
export async function gitAuthor(cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<string> {
  const options = ["config", "user.name"];
  const { text } = await outputOf({ program: "git", options, cwd, env, signal, within: 2000, most: 1 << 16 });
  return text.trim();
}
