/** The parts that schemas of data are made of. Values are text as it is written; editors may see numbers. */
import * as z from "zod";
import type { DataTable } from "./kind.js";

/** One value. */
export function text(description: string) {
  return z
    .union([z.string(), z.number()])
    .transform((value) => String(value).trim())
    .describe(description);
}

/** A value that may be missing; an empty one is none. */
export function optional(description: string) {
  return text(description)
    .transform((value) => (value === "" ? undefined : value))
    .optional();
}

/** Several values; one may stand alone. */
export function several(description: string) {
  return z
    .union([z.string(), z.array(text("One of them."))])
    .transform((value) => [value].flat().filter((each) => each !== ""))
    .describe(description);
}

/** Columns of a table with what they hold. */
export type Columns = Readonly<Record<string, ReturnType<typeof optional>>>;

/** Rows in the file itself, or the name of a data file (CSV, YAML, JSON) with them. Other columns are the author's own. */
export function rows<Shape extends Columns>(columns: Shape, description: string) {
  return z.array(z.looseObject(columns)).optional().describe(description);
}

export function table(columns: Columns, aliases: DataTable["aliases"] = {}): DataTable {
  return { columns: Object.keys(columns), aliases };
}

/** `Call Time` becomes `call-time`, `#` and `No.` the number. */
export function columnName(written: string, { columns, aliases }: DataTable): string {
  const name = written
    .trim()
    .replace(/^(?:#|№)$/, "number")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return columns.includes(name) ? name : (aliases[name] ?? name);
}
