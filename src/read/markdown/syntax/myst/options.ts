/** The options of a directive of MyST: lines `:width: 50%` below its name, or YAML between `---`. */

const OPTION = /^:([\w-]+):[ \t]*(.*)$/;
const YAML_OPTION = /^([\w-]+):[ \t]*(.*)$/;

export interface Options {
  readonly options: ReadonlyMap<string, string>;
  /** How many lines they take. */
  readonly length: number;
}

/** @param lineAt lines below the name, from 0; undefined behind the last. */
export function optionsIn(lineAt: (index: number) => string | undefined): Options {
  const options = new Map<string, string>();
  const isYaml = lineAt(0)?.trim() === "---";
  let index = isYaml ? 1 : 0;
  for (let line = lineAt(index); line !== undefined; line = lineAt(++index)) {
    const text = line.trim();
    if (isYaml && text === "---") return { options, length: index + 1 };
    const [, name, value = ""] = (isYaml ? YAML_OPTION : OPTION).exec(text) ?? [];
    if (name === undefined && !isYaml) break;
    if (name !== undefined) options.set(name, value.replace(/^(["'])(.*)\1$/, "$2").trim());
  }
  // YAML that never ends is no list of options.
  if (isYaml) return { options: new Map<string, string>(), length: 0 };
  // A blank line parts them from what is below.
  return { options, length: options.size > 0 && lineAt(index)?.trim() === "" ? index + 1 : index };
}
