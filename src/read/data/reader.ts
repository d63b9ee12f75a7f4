/**
 * Data that becomes a section: a YAML file that says what kind it is, with lists of its own or in other files.
 *
 * All that it takes from other files is read before it is parsed, and put together as one text.
 */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { readYaml } from "../../input/data/yaml.js";
import type { SourceReader } from "../source-reader.js";
import type { Gathered } from "./gathered.js";
import { KINDS, kindOf } from "./kinds.js";
import { tableFiles } from "./table-files.js";
import { isMapping } from "./tables.js";

export const data: SourceReader = {
  endings: [".yaml", ".yml"],
  counts: "listed",
  glance: () => "",
  async prepare(file, text, context) {
    const yaml = readYaml(text, file, context.report, "as-written");
    if (yaml === undefined) return undefined;
    const kind = kindOf(yaml.data);
    if (kind === undefined) {
      const place = isMapping(yaml.data) && "kind" in yaml.data ? yaml.places.value(["kind"]) : start(file);
      const message = "The file does not say what kind of data it is, so no section can be made of it";
      const hint = `Write \`kind:\` at its top, with one of: ${KINDS.map(({ name }) => name).join(", ")}`;
      context.report(diagnostic("bad-data", message, place, hint));
      return undefined;
    }
    const tables = await tableFiles(yaml, kind, file, context);
    const inputs = Object.values(tables).map((table) => table.file);
    const sought = await kind.find?.(yaml.data, yaml.places, file, context);
    inputs.push(...(sought?.inputs ?? []));
    const gathered: Gathered = { text, tables, found: sought?.found };
    return { text: JSON.stringify(gathered), inputs };
  },
  parser: async () => (await import("./parse.js")).parseData,
};

function start(file: string): Location {
  return { file, line: 1, column: 1 };
}
