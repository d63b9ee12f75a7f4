/**
 * Draws the pictures of variables in the manual: the first page of each edition here, as the program prints it.
 *
 * `npm run pictures`, after a change of the themes; Poppler's `pdftoppm` makes pixels of the pages, in few shades.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { build } from "../../../dist/lib/index.js";

const PLACE = fileURLToPath(new URL(".", import.meta.url));
const PICTURES = join(PLACE, "../content/images/variables");
/** For a page of 105 mm that is printed a third as wide. */
const DOTS = 104;
const SHADES = 8;
/** Of the paper. */
const EDGE = 2;

const out = mkdtempSync(join(tmpdir(), "pictures-"));
const { editions, diagnostics } = await build({ publications: [PLACE], out });
for (const { severity, message } of diagnostics.flatMap((each) => each.diagnostics))
  console.error(`${severity}: ${message}`);
for (const { edition, path } of editions) {
  const page = execFileSync("pdftoppm", ["-r", String(DOTS), "-f", "1", "-l", "1", "-png", path]);
  await sharp(page)
    .extend({ top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, background: "#999" })
    .png({ palette: true, colours: SHADES, effort: 10, compressionLevel: 9, dither: 0 })
    .toFile(join(PICTURES, `${edition}.png`));
}
rmSync(out, { recursive: true });
