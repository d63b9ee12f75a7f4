/** Makes the tree of a section of what its data says; reads nothing but its argument. */
import type { Root } from "hast";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { readYaml } from "../../input/data/yaml.js";
import type { Path } from "../../model/places.js";
import { readSource } from "../source.js";
import type { Parse } from "../source-reader.js";
import { finishTree } from "../tree/steps.js";
import type { Gathered } from "./gathered.js";
import { kindOf } from "./kinds.js";
import { isMapping, withTables } from "./tables.js";

export const parseData: Parse = ({ file, text: put }) => {
  const { text, tables, found } = JSON.parse(put) as Gathered;
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic) => void diagnostics.push(each);
  const tree: Root = { type: "root", children: [] };
  const yaml = readYaml(text, file, () => undefined, "as-written");
  const kind = kindOf(yaml?.data);
  if (yaml === undefined || kind === undefined) return { tree, notes: [], diagnostics };
  const whole = withTables(yaml, kind, tables, report);
  const { kind: _, ...values } = isMapping(whole.data) ? whole.data : {};
  /** Rows of other files stand where the file is named. */
  const at = (path: Path) => {
    const place = whole.places.value(path);
    return place.file === file ? place : yaml.places.value(path.slice(0, 1));
  };
  tree.children = kind.content(values, found, { places: whole.places, at, report });
  finishTree(tree, { source: readSource(file, text, report), report, notes: [], colours: { left: 0 } });
  return { tree, notes: [], diagnostics };
};
