/** Who holds the rights of a publication, and what others may do with it. */

export interface Rights {
  readonly licence?: Licence;
  readonly holders: readonly RightsHolder[];
  readonly mining?: Mining;
}

export interface Licence {
  /** Identifier of the SPDX list: `CC-BY-4.0`. */
  readonly id: string;
  /** As people write it: `CC BY 4.0`. */
  readonly name: string;
  /** Where its text is. */
  readonly url: string;
}

export interface RightsHolder {
  readonly name: string;
  /** Per cent of the rights. */
  readonly share?: number;
  readonly year?: string;
}

/** Whether programs may read the publication to learn from it (text and data mining, AI training included). */
export interface Mining {
  readonly status: "reserved" | "allowed";
  /** Address of the conditions. */
  readonly policy?: string;
}

/** The values of TDMRep. */
export const TDM_RESERVATION: Readonly<Record<Mining["status"], string>> = { reserved: "1", allowed: "0" };
