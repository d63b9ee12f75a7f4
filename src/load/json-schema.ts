/** The JSON Schema of `publication.yaml`, for editors: completion, descriptions, errors while typing. */
import * as z from "zod";
import { publicationSchema } from "./schema.js";

/**
 * The schema in draft 7, the newest draft that the YAML language server understands in full.
 *
 * It describes what authors write, so keys with a default are optional.
 */
export function publicationJsonSchema(): Record<string, unknown> {
  const generated = z.toJSONSchema(publicationSchema, { target: "draft-7", io: "input" });
  return { title: "Colophon publication", ...generated };
}
