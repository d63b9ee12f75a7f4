/** What the book trade is told of an edition beside its metadata: form, status, prices, supply. */
import type { Location } from "../diagnostics/location.js";

/** Physical and digital forms, in our words. */
export const PRODUCT_FORMS = [
  "paperback",
  "hardback",
  "book",
  "loose-leaf",
  "spiral",
  "pamphlet",
  "fine-binding",
  "board-book",
  "other-print",
  "download",
  "online",
  "digital",
] as const;

export type ProductForm = (typeof PRODUCT_FORMS)[number];

export const PUBLISHING_STATUSES = [
  "forthcoming",
  "active",
  "postponed",
  "cancelled",
  "out-of-stock",
  "out-of-print",
  "withdrawn",
] as const;

export type PublishingStatus = (typeof PUBLISHING_STATUSES)[number];

export const AVAILABILITIES = [
  "not-yet-available",
  "available",
  "in-stock",
  "to-order",
  "on-demand",
  "unavailable",
  "contact-supplier",
] as const;

export type Availability = (typeof AVAILABILITIES)[number];

export const AUDIENCES = [
  "general",
  "children",
  "teenage",
  "school",
  "students",
  "professional",
  "adult-education",
  "language-learners",
] as const;

export type Audience = (typeof AUDIENCES)[number];

/** How a price is meant: what a shop may ask (`recommended`) or has to ask (`fixed`). */
export const PRICE_TYPES = ["recommended", "fixed"] as const;

export interface Price {
  /** `12.99`, as it is written. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly type: (typeof PRICE_TYPES)[number];
  /** Whether the amount has the tax in it. */
  readonly tax: "included" | "excluded";
  /** Per cent, when it is said. */
  readonly taxRate?: number;
  /** ISO 3166-1; none: wherever it is sold. */
  readonly countries: readonly string[];
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly until?: string;
}

export interface Supplier {
  readonly name: string;
  /** Global Location Number, 13 digits. */
  readonly gln?: string;
  readonly email?: string;
  readonly website?: string;
}

export const RELATIONS = ["replaces", "replaced-by", "similar", "other-language", "same-collection"] as const;

export interface RelatedEdition {
  readonly relation: (typeof RELATIONS)[number];
  /** `urn:isbn:…` */
  readonly identifier: string;
}

export interface Trade {
  /** Whether a build writes it into the message of its catalogue. */
  readonly onix: boolean;
  readonly form?: ProductForm;
  /** Further details of the form, in words. */
  readonly formDescription?: string;
  readonly status?: PublishingStatus;
  readonly availability?: Availability;
  readonly audiences: readonly Audience[];
  /** Years of age for which it is of interest. */
  readonly ages?: { readonly from?: number; readonly to?: number };
  readonly prices: readonly Price[];
  /** Everybody may have it for nothing. */
  readonly free: boolean;
  readonly supplier?: Supplier;
  /** Where it is sold: ISO 3166-1; `WORLD` for everywhere. */
  readonly territory: readonly string[];
  readonly sender?: { readonly name: string; readonly email?: string };
  readonly imprint?: string;
  readonly city?: string;
  readonly country?: string;
  /** Address of the publisher's page on the book. */
  readonly website?: string;
  /** Addresses of the picture of the cover and of a sample. */
  readonly coverImage?: string;
  readonly sample?: string;
  /** Grams. */
  readonly weight?: number;
  /** Millimetres. */
  readonly thickness?: number;
  readonly related: readonly RelatedEdition[];
  readonly shortDescription?: string;
  readonly keywords: readonly string[];
  /** Number of the edition, from 1. */
  readonly editionNumber?: number;
  /** Address to which questions of accessibility go. */
  readonly accessibilityContact?: string;
  /** Where the publication file says it. */
  readonly location: Location;
}
