/**
 * What lies outside of a publication's folder and may be used all the same: the key `allow`, `allow` in
 * book.toml, `--allow`.
 */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Description } from "./description.js";

/**
 * Real paths of what a description allows and of what the caller does; what is not there is reported.
 *
 * @param given absolute paths.
 */
export async function allowedPaths(
  { value, places }: Description,
  root: string,
  given: readonly string[],
  report: Report,
): Promise<readonly string[]> {
  const named = [value.allow ?? []].flat();
  const real = async (path: string) => realpath(path).catch(() => undefined);
  const own = await Promise.all(named.map((each) => real(resolve(root, each))));
  own.forEach((each, index) => {
    if (each !== undefined) return;
    const message = `\`allow\` names \`${named[index]}\`, which is not there`;
    report(diagnostic("unused-key", message, places.value(["allow"]), "Correct the path, or remove it"));
  });
  const others = await Promise.all(given.map(real));
  return [...own, ...others].flatMap((each) => each ?? []);
}
