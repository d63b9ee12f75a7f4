/** Where the values of structured data are written. */
import type { Location } from "../diagnostics/location.js";

/** Keys and list indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** Where the parts of a description are written. A path that leads nowhere gives its nearest ancestor. */
export interface Places {
  value(path: Path): Location;
  /** The key itself, for what is wrong with the name and not with the value. */
  key(path: Path): Location;
}
