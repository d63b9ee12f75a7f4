/** The keys of `publication.yaml` that say who holds the rights and what others may do. */
import * as z from "zod";
import { licenceNamed } from "../../model/licences.js";
import { list, text, webAddress } from "./values.js";

const holder = z.strictObject({
  name: text.describe("Who holds rights."),
  share: z.number().gt(0).max(100).optional().describe("Per cent of the rights that they hold."),
  year: z
    .union([z.string().regex(/^\d{4}(?:[-–]\d{4})?$/, "bad-date"), z.int().min(1000).max(9999)])
    .optional()
    .describe("Year of the copyright. Default: that of `date`."),
});

const MINING = ["reserved", "allowed"] as const;

const miningStatus = text
  .refine((each) => (MINING as readonly string[]).includes(each), "unknown-mining")
  .meta({ examples: [...MINING] });

const mining = z.strictObject({
  status: miningStatus.describe("`reserved` or `allowed`."),
  policy: webAddress.optional().describe("Address of the conditions."),
});

export const rights = z
  .union([
    text,
    z.strictObject({
      statement: text.optional().describe("Copyright in one line. Default: © with year and holders."),
      licence: text
        .refine((each) => licenceNamed(each) !== undefined, "unknown-licence")
        .optional()
        .describe("Licence by its identifier of the SPDX list or its name: `CC-BY-4.0`, `CC BY 4.0`."),
      holders: list(z.union([text, holder]))
        .optional()
        .describe("Who holds the rights, with their shares."),
      "text-and-data-mining": z
        .union([miningStatus, mining])
        .optional()
        .describe(
          "Whether programs may read it to learn from it, training of AI included: `reserved` or `allowed`, " +
            "or a mapping with the address of the conditions.",
        ),
    }),
  ])
  .optional()
  .describe("Copyright and licence in one line, or a mapping that says more.");

export type RightsDescription = NonNullable<z.output<typeof rights>>;
