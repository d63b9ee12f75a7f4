/** The keys of `publication.yaml` for the book trade. */
import * as z from "zod";
import { isDay } from "../../model/date.js";
import {
  AUDIENCES,
  AVAILABILITIES,
  PRICE_TYPES,
  PRODUCT_FORMS,
  PUBLISHING_STATUSES,
  RELATIONS,
} from "../../model/trade.js";
import { identifierFault } from "./identifier.js";
import { list, text, webAddress } from "./values.js";

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

const currency = text.refine((each) => CURRENCIES.has(each), "unknown-currency");

/** ISO 3166-1: a region that has a name. */
const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && NAMES.of(code) !== undefined && code !== "ZZ";
}

const country = text.refine(isCountry, "unknown-country");
const countries = z.union([country, list(country)]);
const place = text.refine((each) => each === "WORLD" || isCountry(each), "unknown-country");

const day = text.refine(isDay, "bad-day");

const word = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, "unknown-trade-word");

export const price = z.strictObject({
  amount: z
    .union([z.number().gt(0), z.string().regex(/^\d+(?:\.\d{1,3})?$/, "bad-amount")])
    .describe("`12.99`."),
  currency: currency.describe("ISO 4217: `EUR`."),
  type: word(PRICE_TYPES)
    .optional()
    .describe("`recommended` (default), or `fixed` where the law has fixed prices of books."),
  tax: word(["included", "excluded"])
    .optional()
    .describe("Whether tax is `included` (default) or `excluded`."),
  "tax-rate": z.number().min(0).max(100).optional().describe("Per cent of tax."),
  countries: countries.optional().describe("Where the price holds: ISO 3166-1, one or a list."),
  from: day.optional().describe("First day of the price: `2026-12-01`."),
  until: day.optional().describe("Last day of the price."),
});

const supplier = z.strictObject({
  name: text.describe("Who delivers it to shops. Default: the publisher."),
  gln: z
    .string()
    .regex(/^\d{13}$/, "bad-gln")
    .optional()
    .describe("Global Location Number, 13 digits, in quotes."),
  email: text.optional().describe("Address for orders."),
  website: webAddress.optional().describe("Website for orders."),
});

const isbn = text.refine(
  (each) => /^urn:isbn:/i.test(each) && identifierFault(each) === undefined,
  "bad-isbn",
);

const related = z.strictObject({
  relation: word(RELATIONS).describe(
    `How it is related: ${RELATIONS.map((each) => `\`${each}\``).join(", ")}.`,
  ),
  identifier: isbn.describe("The other one: `urn:isbn:…`."),
});

export const trade = z
  .strictObject({
    onix: z
      .boolean()
      .optional()
      .describe("True: a build writes the edition into `onix.xml`, too. Default: false."),
    form: word(PRODUCT_FORMS)
      .optional()
      .describe(
        `What the product is: ${PRODUCT_FORMS.map((each) => `\`${each}\``).join(", ")}. ` +
          "Default: `paperback` for a PDF, `download` for an ebook.",
      ),
    "form-description": text.optional().describe("More about its form, in words: `French flaps`."),
    status: word(PUBLISHING_STATUSES)
      .optional()
      .describe("Where it stands. Default: `active`, or `forthcoming` when `date` is to come."),
    availability: word(AVAILABILITIES)
      .optional()
      .describe("Whether shops can have it. Default: as the status says."),
    audience: z
      .union([word(AUDIENCES), list(word(AUDIENCES))])
      .optional()
      .describe("Readers that it is for."),
    ages: z
      .strictObject({
        from: z.int().min(0).max(99).optional().describe("Youngest, in years."),
        to: z.int().min(0).max(99).optional().describe("Oldest, in years."),
      })
      .optional()
      .describe("Ages of readers whom it interests."),
    prices: z
      .union([z.literal("free"), text, list(price)])
      .optional()
      .describe(
        "Prices: a list, `free`, or a data file (.csv, .yaml, .json) with the columns `isbn` or `edition`, `amount`, `currency` " +
          "and, if wanted, `type`, `tax`, `countries`, `from`, `until`.",
      ),
    supplier: z
      .union([text, supplier])
      .optional()
      .describe("Who delivers it to shops. Default: the publisher."),
    territory: z
      .union([place, list(place)])
      .optional()
      .describe("Where you may sell it: `WORLD`, or countries (ISO 3166-1)."),
    sender: z
      .union([
        text,
        z.strictObject({
          name: text.describe("Who sends the message."),
          email: text.optional().describe("Whom to ask about it."),
        }),
      ])
      .optional()
      .describe("Who sends ONIX. Default: the publisher."),
    imprint: text.optional().describe("Imprint of the publisher."),
    city: text.optional().describe("City of publication."),
    country: country.optional().describe("Country of publication (ISO 3166-1)."),
    website: webAddress.optional().describe("The publisher's page on the book."),
    "cover-image": webAddress.optional().describe("Address from which shops fetch the picture of the cover."),
    sample: webAddress.optional().describe("Address of a sample."),
    weight: z.number().gt(0).optional().describe("Weight in grams."),
    thickness: z.number().gt(0).optional().describe("Thickness in millimetres."),
    related: list(related)
      .optional()
      .describe("Other products. Editions of the same publication need no mention."),
    "short-description": text.optional().describe("Description in one or two sentences, for lists."),
    keywords: list(text).optional().describe("Words for searching that are no subjects."),
    edition: z.int().min(1).optional().describe("Number of the edition, from the second one on."),
    "accessibility-contact": text
      .optional()
      .describe("Address for questions of accessibility: e-mail or website."),
  })
  .optional()
  .describe("What the book trade is told: for ONIX (`colophon onix`).");

export type TradeDescription = NonNullable<z.output<typeof trade>>;
