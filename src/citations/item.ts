/** Works that can be cited, in the shape of CSL-JSON (CSL 1.0.2, appendix IV): what BibTeX becomes too. */

export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly "dropping-particle"?: string;
  readonly "non-dropping-particle"?: string;
  /** A comma stands before the suffix. */
  readonly "comma-suffix"?: boolean;
  /** A name that is not taken apart: an institution. */
  readonly literal?: string;
}

export interface DateValue {
  /** Year, month from 1, day; a second list for the end of a range. */
  readonly "date-parts"?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: boolean;
  readonly literal?: string;
  readonly raw?: string;
}

export interface Item {
  readonly id: string;
  /** Other keys that mean it. */
  readonly aliases?: readonly string[];
  /** A CSL type: `book`, `article-journal`, … */
  readonly type: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, readonly Name[]>>;
  readonly dates: Readonly<Record<string, DateValue>>;
  /** Its titles may have capitals that a style for CSL does not expect: BibTeX takes them off itself. */
  readonly titles?: "capitalized";
}

/** Variables that hold names. */
export const NAME_VARIABLES: ReadonlySet<string> = new Set(
  (
    "author chair collection-editor compiler composer container-author contributor curator director editor " +
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer " +
    "original-author performer producer recipient reviewed-author script-writer series-creator translator"
  ).split(" "),
);

/** Variables that hold dates. */
export const DATE_VARIABLES: ReadonlySet<string> = new Set(
  "accessed available-date event-date issued original-date submitted".split(" "),
);
