/** Where the manual is, in a clone of the project. */
import { join } from "node:path";
import { PACKAGE_ROOT } from "../runtime/package-root.js";

export const MANUAL = join(PACKAGE_ROOT, "content/manual");
export const MANUAL_TEXT = join(MANUAL, "content");
