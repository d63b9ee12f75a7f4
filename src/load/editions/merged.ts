/** The description of one edition: what it says itself, and what the publication says for all. */
import type { Path, Places } from "../../model/places.js";
import type { Overridable } from "../schema/schema.js";

/** A description for one edition, and which of its keys the edition itself says. */
export interface Merged {
  readonly value: Overridable;
  readonly places: Places;
  /** Identifier that the publication itself has. */
  readonly work: string | undefined;
  /** Keys that it has from an edition that it extends. */
  readonly inherited: ReadonlySet<string>;
  /** Path of a key: under the edition when it says it, else under the publication. */
  pathOf(key: keyof Overridable): Path;
}
