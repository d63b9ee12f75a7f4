/** The JSON Schema of `publication.yaml`, for editors: completion, descriptions, errors while typing. */
import * as z from "zod";
import { publicationSchema } from "./schema.js";

/**
 * The schema in draft 7, the newest draft that the YAML language server understands in full.
 *
 * It describes what authors write, so keys with a default are optional.
 */
export function publicationJsonSchema(): Record<string, unknown> {
  const generated = z.toJSONSchema(publicationSchema, { target: "draft-7", io: "input" }) as Schema;
  const editions = generated.properties?.editions;
  const edition = editions?.additionalProperties;
  if (editions === undefined || edition === undefined) throw new Error("The schema has no editions");
  // What an edition does not say itself it may inherit, and any value may be filled in.
  const { required: _, ...inheriting } = fillable(edition);
  editions.additionalProperties = inheriting;
  return { title: "Colophon publication", ...generated };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: readonly Schema[];
  additionalProperties?: Schema;
  readonly description?: string;
}

const PLACEHOLDER: Schema & { readonly pattern: string } = { type: "string", pattern: "\\{\\{.*\\}\\}" };
const KINDS: ReadonlySet<string | undefined> = new Set(["integer", "number"]);

/** The schema of a value that may hold `{{ name }}` where a number or one of a few words is asked for. */
function fillable(schema: Schema): Schema {
  const { description, ...inner } = schema;
  if (schema.enum !== undefined || KINDS.has(schema.type)) {
    return { ...(description === undefined ? {} : { description }), anyOf: [inner, PLACEHOLDER] } as Schema;
  }
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: eachFillable(properties) }),
    ...(items === undefined ? {} : { items: fillable(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(fillable) }),
  };
}

function eachFillable(properties: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, fillable(each)]));
}
