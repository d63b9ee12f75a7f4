/** The print edition of a publication as HTML: a document for each run, as Colophon lays them out, or one for all. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { importStages } from "./program.mjs";

/** The documents of a publication's runs, and its book. */
export async function documentsOf(folder) {
  const {
    loadPublication,
    readSources,
    composeEdition,
    dress,
    setTexts,
    renderPrint,
    jobOf,
    DEFAULT_LIMITS,
    noStore,
  } = await importStages();
  const publication = await loadPublication(folder, () => {});
  const edition = publication.editions.find(({ format }) => format === "pdf");
  const { book } = await composeEdition(await readSources(publication, [edition]), edition);
  const context = { root: publication.root, limits: DEFAULT_LIMITS, store: noStore };
  const dressing = await dress(edition, setTexts(book), context, () => {});
  const { runs, drafts } = renderPrint(book, edition, dressing, { creator: "" });
  const written = await Promise.all([...drafts(runs)].map(({ draft }) => draft()));
  return { book, jobs: written.map((draft) => jobOf(draft, new Map(), "recto")) };
}

/** One file with everything in it: what a user of `pagedjs-cli` would have. */
export function writeOneDocument({ book, jobs }, target) {
  // Our pages keep their content in a template; a user's document has it in its body.
  const bodies = jobs.map(({ html }) => /<template[^>]*>([\s\S]*)<\/template>/.exec(html)[1]);
  const rules = new Set(jobs.flatMap(({ html }) => html.match(/^@font-face .*$/gm) ?? []));
  const [styles] = /<style>[\s\S]*?<\/style>/.exec(jobs.at(-1).html);
  const html = `<!doctype html><html lang="${book.metadata.language}"><head><meta charset="utf-8"><title>${book.metadata.title}</title>
<style data-pagedjs-ignore>${[...rules].join("\n")}</style>${styles}</head><body>${bodies.join("\n")}</body></html>`;
  writeFileSync(target, withAssets(html, jobs));
}

function withAssets(html, jobs) {
  const assets = new Map(jobs.flatMap((job) => job.assets.map((asset) => [asset.address, asset])));
  return [...assets.values()].reduce(
    (text, { address, mediaType, body }) =>
      text.replaceAll(`"${address}"`, () => `"${dataUrl(mediaType, body)}"`),
    html,
  );
}

function dataUrl(mediaType, bytes) {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
}

export const PAGEDJS_CLI = join(
  new URL("../../node_modules/pagedjs-cli/src/cli.js", import.meta.url).pathname,
);
