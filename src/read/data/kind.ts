/** A kind of data that becomes a section: what it may say, what it asks for besides, and the content that is made of it. */
import type { ElementContent } from "hast";
import type * as z from "zod";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import type { Path, Places } from "../../model/places.js";
import type { PrepareContext } from "../source-reader.js";
import { dataFaults } from "./faults.js";

export interface DataKind {
  /** What the file says: `kind: call-sheet`. */
  readonly name: string;
  /** What it may say, but for `kind`. */
  readonly schema: z.ZodType;
  /** Lists that may stand in a file of their own, by their keys. */
  readonly tables: Readonly<Record<string, DataTable>>;
  /**
   * Asks for what is in other files, and is no list.
   *
   * @param values What the file says, not checked yet.
   * @param file The data's own path, relative to the publication's folder.
   */
  readonly find?: Find;
  /**
   * Checks what the file says, and makes the content of it. Pure.
   *
   * @param found What `find` has found.
   */
  readonly content: (values: unknown, found: unknown, context: ContentContext) => ElementContent[];
}

type Find = (values: unknown, places: Places, file: string, context: PrepareContext) => Promise<Found>;

export interface Found {
  /** Plain data, for `content`. */
  readonly found: unknown;
  /** Files that were read, relative to the publication's folder. */
  readonly inputs: readonly string[];
}

export interface ContentContext {
  /** Where values are written, in this file or another. */
  readonly places: Places;
  /** The place in the data's own file, for elements, which have places in no other. */
  readonly at: (path: Path) => Location;
  readonly report: Report;
}

/** A list of rows. */
export interface DataTable {
  readonly columns: readonly string[];
  /** Columns by other names that people write, spelt like a column: `scene` for `number`. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** A kind whose schema is the one source of its validation and its types. */
export function dataKind<Shape extends z.ZodRawShape>({
  schema,
  content,
  ...kind
}: Omit<DataKind, "content" | "schema"> & {
  readonly schema: z.ZodObject<Shape>;
  readonly content: (
    data: z.output<z.ZodObject<Shape>>,
    found: unknown,
    context: ContentContext,
  ) => ElementContent[];
}): DataKind {
  return {
    ...kind,
    schema,
    content(values, found, context) {
      const checked = schema.safeParse(values);
      if (checked.success) return content(checked.data, found, context);
      const keys = Object.keys(schema.shape);
      dataFaults(checked.error.issues, values, keys, context.places).forEach(context.report);
      return [];
    },
  };
}
