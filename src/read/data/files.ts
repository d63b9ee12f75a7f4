/** Finds the files that data names. */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { Location } from "../../diagnostics/location.js";
import { wholePath } from "../../model/relative-path.js";
import type { PrepareContext } from "../source-reader.js";

export type FileContext = Pick<PrepareContext, "folder" | "reader" | "report">;

/** A file that data names: beside it, or from the publication's folder; reported when it is not there. */
export async function fileFrom(
  name: string,
  from: string,
  place: Location,
  { folder, reader, report }: FileContext,
): Promise<string | undefined> {
  const path = wholePath(from, encodeURI(name));
  const beside = await folder.lookup(path);
  const found = beside.status === "file" ? beside : await folder.lookup(name);
  if (found.status === "file") return found.path;
  if (beside.status === "missing") reader.absent(beside.path);
  const similar = beside.status === "missing" ? beside.similar : undefined;
  const hint = similar === undefined ? "Write the file or correct the path" : `Did you mean \`${similar}\`?`;
  report(diagnostic("missing-file", `There is no file \`${path}\``, place, hint));
  return undefined;
}
