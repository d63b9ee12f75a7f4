/**
 * The licence of a project whose settings say none: its one file LICENSE, when that holds a licence of Creative Commons, which is
 * made for texts. Licences of software say nothing of a book beside it, and of several files nobody knows which holds for what.
 */
import type { Folder } from "../../input/folder.js";
import { licenceNamed } from "../../model/licences.js";
import type { Licence } from "../../model/rights.js";
import { textIn } from "./settings-file.js";

export interface FoundLicence {
  readonly file: string;
  readonly licence: Licence;
}

const LICENCE_FILE = /^(?:un)?(?:licen[cs]e|copying)(?:$|[-_.])/i;

export async function licenceOfFolder(folder: Folder): Promise<FoundLicence | undefined> {
  const [file, ...others] = (await folder.filesIn(".")).filter((name) => LICENCE_FILE.test(name));
  if (file === undefined || others.length > 0) return undefined;
  const licence = licenceIn((await textIn(file, folder)) ?? "");
  if (licence === undefined || (await isContradicted(licence, folder))) return undefined;
  return { file, licence };
}

/** What a README links to is said, too: where it names other licences alone, nobody knows which one holds. */
async function isContradicted(licence: Licence, folder: Folder): Promise<boolean> {
  const readme = (await folder.filesIn(".")).find((name) => /^readme\.(?:md|markdown|qmd|rmd)$/i.test(name));
  const text = readme === undefined ? "" : ((await textIn(readme, folder)) ?? "");
  const named = (text.match(ADDRESS) ?? []).map((address) => commons(address)?.id);
  return named.length > 0 && !named.includes(licence.id);
}

/** Lines at the top among which the name of a licence stands. */
const HEAD_LINES = 6;
/** A notice is short; the text of another licence may name Creative Commons, too. */
const LONGEST_NOTICE = 1_500;
const ADDRESS =
  /creativecommons\.org\/(?:licenses\/[a-z-]+\/\d\.\d(?:\/[a-z]{2}\b)?|publicdomain\/zero\/1\.0)/gi;

/** Named at its top, or by the one address in a short notice. */
function licenceIn(text: string): Licence | undefined {
  const head = text.split("\n").slice(0, HEAD_LINES);
  for (const line of head) {
    const found = commons(line.replace(/^[#=\s]+|[=\s]+$/g, ""));
    if (found !== undefined) return found;
  }
  if (text.length > LONGEST_NOTICE || /\b(?:MIT|BSD|Apache|GPL|except)\b/i.test(text)) return undefined;
  const named = new Set((text.match(ADDRESS) ?? []).map((each) => commons(each)?.id));
  return named.size === 1 ? commons(text.match(ADDRESS)![0]!) : undefined;
}

function commons(words: string): Licence | undefined {
  const found = words === "" ? undefined : licenceNamed(words);
  return found?.id.startsWith("CC") ? found : undefined;
}
