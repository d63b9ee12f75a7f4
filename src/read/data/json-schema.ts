/** The JSON Schemas of data that becomes sections, for editors: completion, descriptions, errors while typing. */
import * as z from "zod";
import type { DataKind } from "./kind.js";
import { KINDS } from "./kinds.js";

/** By the names of the kinds. */
export function dataJsonSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(KINDS.map((kind) => [kind.name, schemaOf(kind)]));
}

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

/** In draft 7, as that of `publication.yaml`; a list may also be the name of a file. */
function schemaOf({ name, schema, tables }: DataKind): unknown {
  const {
    properties = {},
    required = [],
    ...rest
  } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
  }) as Schema;
  const all = Object.entries(properties).map(([key, { description, ...value }]) => [
    key,
    key in tables ? { description, anyOf: [{ type: "string" }, value] } : { description, ...value },
  ]);
  const kind = { description: "What the file is.", const: name };
  return {
    title: `Colophon ${name}`,
    ...rest,
    properties: { kind, ...Object.fromEntries(all) },
    required: ["kind", ...required],
  };
}
