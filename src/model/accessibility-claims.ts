/** What a publisher says of an ebook's accessibility, which a program cannot find out. */

/** Claims that a program cannot check (EPUB Accessibility 1.1, 3.2 and 4). */
export interface AccessibilityClaims {
  /** `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, exactly. */
  readonly conformsTo?: string;
  /** Who has found that it conforms. */
  readonly certifier?: string;
  readonly credential?: string;
  /** URL of the certifier's report. */
  readonly report?: string;
  /** Why the European Accessibility Act does not ask for it. */
  readonly exemption?: EaaExemption;
  /** In place of the sentences that are written from what the ebook holds. */
  readonly summary?: string;
}

/** From the EPUB Accessibility vocabulary. */
export type EaaExemption =
  | "eaa-disproportionate-burden"
  | "eaa-fundamental-alteration"
  | "eaa-microenterprise";
