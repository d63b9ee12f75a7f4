/** The keys that the schema knows at a path, for suggestions. */
import * as z from "zod";
import { nearest } from "../../diagnostics/nearest.js";
import type { Path } from "../../model/places.js";
import { publicationSchema } from "./schema.js";

/** Keys of the mapping that a path leads to, in the schema's order; none when it is no mapping. */
export function knownKeys(path: Path): readonly string[] {
  let schema: unknown = publicationSchema;
  for (const step of path) schema = child(unwrapped(schema), step);
  const found = unwrapped(schema);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** True when the value at a path is a number and not text. */
export function takesNumber(path: Path): boolean {
  let schema: unknown = publicationSchema;
  for (const step of path) schema = child(unwrapped(schema), step);
  const found = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return found instanceof z.ZodNumber;
}

/** The key that a misspelt one in the mapping at `path` most likely stands for. */
export function meantKey(key: string, path: Path): string | undefined {
  return nearest(key, knownKeys(path));
}

function child(schema: unknown, step: string | number): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[step];
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

/** The mapping or list inside `optional` and of a choice between it and text. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.find(isMappingOrList);
  return schema;
}

function isMappingOrList(schema: unknown): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodArray;
}
