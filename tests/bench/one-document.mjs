/** The print edition of a publication as one HTML file with everything in it: what a user of `pagedjs-cli` would have. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { importStages } from "./program.mjs";

export async function writeOneDocument(folder, target) {
  const {
    loadPublication,
    readSources,
    composeEdition,
    renderPrint,
    facesFor,
    fontFaceRules,
    readStyles,
    loadTheme,
    fillPageReferences,
  } = await importStages();
  const publication = await loadPublication(folder, () => {});
  const edition = publication.editions.find(({ format }) => format === "pdf");
  const { book } = await composeEdition(await readSources(publication, [edition]), edition);
  const fonts = await readStyles({
    places: { theme: edition.theme, root: publication.root },
    format: "pdf",
    addressOf: (name) => `theme/${name}`,
    report: () => {},
  });
  const runs = renderPrint(book, edition, loadTheme(edition.theme, "pdf", publication.root), fonts);
  // Our pages keep their content in a template; a user's document has it in its body.
  const bodies = runs.map(
    ({ html }) => /<template[^>]*>([\s\S]*)<\/template>/.exec(fillPageReferences(html, new Map()))[1],
  );
  const [styles] = /<style>[\s\S]*?<\/style>/.exec(runs.at(-1).html);
  const faces = facesFor(fonts.faces, bodies.join(""));
  const html = `<!doctype html><html lang="${book.metadata.language}"><head><meta charset="utf-8"><title>${book.metadata.title}</title>
<style data-pagedjs-ignore>${inlineFonts(fontFaceRules(faces), faces)}</style>${styles}</head><body>${bodies.join("\n")}</body></html>`;
  writeFileSync(target, inlineImages(html, book));
  return basename(target);
}

function inlineFonts(rules, faces) {
  const files = new Map(faces.map(({ file }) => [basename(file), file]));
  return rules.replace(
    /url\("fonts\/([^"]+)"\)/g,
    (_, name) => `url(${dataUrl("font/woff2", readFileSync(files.get(name)))})`,
  );
}

function inlineImages(html, book) {
  return html.replace(/src="resources\/([^"]+)"/g, (whole, path) => {
    const resource = book.resources.get(decodeURI(path));
    return resource ? `src="${dataUrl(resource.mediaType, resource.bytes)}"` : whole;
  });
}

function dataUrl(mediaType, bytes) {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
}

export const PAGEDJS_CLI = join(
  new URL("../../node_modules/pagedjs-cli/src/cli.js", import.meta.url).pathname,
);
