/** Keys of an edition that are resolved before it is validated: what it extends, and how many it stands for (`matrix/`). */
import * as z from "zod";
import { list, text, variable } from "./values.js";

export const matrix = {
  extends: text
    .optional()
    .describe("Edition whose keys count here too; own keys win, mappings are merged key by key."),
  abstract: z.boolean().optional().describe("True: only there for others to extend; not published itself."),
  "for-each": z
    .union([
      list(z.record(z.string(), variable)),
      z
        .object({ data: z.union([text, list(variable)]).optional() })
        .catchall(list(variable))
        .refine((each) => Object.keys(each).length > 0, "empty-list"),
    ])
    .optional()
    .describe(
      "One edition for every combination of lists of variables by name; for each row of `data`, a CSV, " +
        "YAML or JSON file; or for each mapping of a list.",
    ),
  id: text
    .optional()
    .describe(
      "Name of the edition, with variables: `{{language}}-{{trim}}`. " +
        "Default: its name here, with the values of `for-each`.",
    ),
};

/** An edition of which only these keys are looked at yet. */
export const editionPlan = z.looseObject(matrix);
