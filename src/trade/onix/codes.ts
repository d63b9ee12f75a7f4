/**
 * The codes of ONIX that we write (code lists of EDItEUR, issue 70), each beside our own word for it. The numbers of
 * the lists are those of EDItEUR; no label of theirs is here.
 */
import type { Audience, Availability, ProductForm, PublishingStatus, RELATIONS } from "../../model/trade.js";

/** List 150. */
export const FORM_CODES: Readonly<Record<ProductForm, string>> = {
  paperback: "BC",
  hardback: "BB",
  book: "BA",
  "loose-leaf": "BD",
  spiral: "BE",
  pamphlet: "BF",
  "fine-binding": "BG",
  "board-book": "BH",
  "other-print": "BZ",
  digital: "EA",
  download: "ED",
  online: "EC",
};

/** List 175, of digital products. */
export const FILE_CODES = { epub: "E101", pdf: "E107", text: "E112" } as const;

/** List 64. */
export const STATUS_CODES: Readonly<Record<PublishingStatus, string>> = {
  cancelled: "01",
  forthcoming: "02",
  postponed: "03",
  active: "04",
  "out-of-stock": "06",
  "out-of-print": "07",
  withdrawn: "11",
};

/** List 65. */
export const AVAILABILITY_CODES: Readonly<Record<Availability, string>> = {
  "not-yet-available": "10",
  available: "20",
  "in-stock": "21",
  "to-order": "22",
  "on-demand": "23",
  unavailable: "40",
  "contact-supplier": "99",
};

/** What shops can have of a product whose status alone is said. */
export const AVAILABLE_WHEN: Readonly<Record<PublishingStatus, Availability | "cancelled" | "postponed">> = {
  cancelled: "cancelled",
  forthcoming: "not-yet-available",
  postponed: "postponed",
  active: "available",
  "out-of-stock": "unavailable",
  "out-of-print": "unavailable",
  withdrawn: "unavailable",
};

/** List 28. */
export const AUDIENCE_CODES: Readonly<Record<Audience, string>> = {
  general: "01",
  children: "02",
  teenage: "03",
  school: "04",
  students: "05",
  professional: "06",
  "language-learners": "09",
  "adult-education": "08",
};

/** List 51. */
export const RELATION_CODES: Readonly<Record<(typeof RELATIONS)[number], string>> = {
  replaces: "03",
  "replaced-by": "05",
  "other-language": "11",
  similar: "23",
  "same-collection": "30",
};

/** List 27. */
export const SUBJECT_SCHEMES: Readonly<Record<string, string>> = {
  ddc: "01",
  lcc: "03",
  lcsh: "04",
  bisac: "10",
  bic: "12",
  wgs: "26",
  clil: "29",
  thema: "93",
  eurovoc: "B0",
};

/** Qualifiers of Thema, by the digit that their codes begin with. */
export const THEMA_QUALIFIERS: Readonly<Record<string, string>> = {
  1: "94",
  2: "95",
  3: "96",
  4: "97",
  5: "98",
  6: "99",
};

/** List 17, by the relators of MARC; what is not here is `OTHER_ROLE`. */
export const ROLE_CODES: Readonly<Record<string, string>> = {
  abr: "B04",
  act: "E01",
  adp: "B05",
  aft: "A19",
  ann: "A20",
  ant: "A38",
  arr: "B25",
  art: "A07",
  aud: "A03",
  aui: "A24",
  aus: "A03",
  aut: "A01",
  bkd: "A11",
  bjd: "A36",
  chr: "D04",
  clr: "A47",
  cmm: "A21",
  cmp: "A06",
  cnd: "D03",
  com: "C01",
  cov: "A36",
  cre: "A09",
  ctb: "A32",
  ctg: "A39",
  cur: "C04",
  cwt: "A21",
  dgs: "B27",
  drt: "D02",
  edc: "C01",
  edt: "B01",
  fmd: "D02",
  ill: "A12",
  ink: "A46",
  itr: "E06",
  ive: "A44",
  ivr: "A43",
  lbt: "A04",
  ltr: "A48",
  lyr: "A05",
  mus: "E06",
  nrt: "E07",

  pht: "A13",
  prf: "E99",
  pro: "D01",
  res: "A51",
  rth: "A51",
  sce: "A03",
  sng: "E05",
  spk: "E09",
  stl: "E03",
  ths: "B27",
  trc: "B33",
  trl: "B06",
  vac: "E07",
  wac: "A21",
  wam: "A32",
  wat: "A32",
  wfw: "A23",
  win: "A24",
  wpr: "A15",
  wst: "A18",
};

export const OTHER_ROLE = "Z99";
