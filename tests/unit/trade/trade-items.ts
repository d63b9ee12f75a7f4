/** Products for tests: a publication file as it is loaded, with facts that stand for those of made files. */
import type { EditionResult } from "../../../src/model/edition-result.js";
import type { TradeItem } from "../../../src/trade/item.js";
import { HEAD, loadYaml, shown } from "../load/publication-folder.js";

export const FACTS: Partial<EditionResult> = {
  extent: 212,
  words: 61_204,
  bytes: 482_113,
  languages: ["en"],
  fonts: [],
  images: [],
};

export interface Products {
  readonly items: readonly TradeItem[];
  readonly problems: readonly string[];
}

/** @param yaml more lines of the publication file. */
export async function productsOf(
  yaml: string,
  files: Readonly<Record<string, string>> = {},
  facts: Partial<EditionResult> = FACTS,
): Promise<Products> {
  const { publication, diagnostics } = await loadYaml(`${HEAD}${yaml}`, files);
  const items = publication!.editions.map((edition): TradeItem => {
    const { id, format } = edition;
    const result = {
      publication: publication!.id,
      edition: id,
      format,
      status: "checked" as const,
      seconds: 0,
    };
    return { publication: publication!, edition, result: { ...result, ...facts } };
  });
  return { items, problems: shown(diagnostics) };
}
