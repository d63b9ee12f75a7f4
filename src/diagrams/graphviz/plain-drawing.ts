/** Makes what Graphviz writes a still picture for books: no links, names of nodes only where they are drawn, and a fitting size. */

/** Its letters are of 14 points: like the text of most books when smaller. */
const SCALE = 0.72;

export function plainDrawing(svg: string): string {
  return svg
    .replace(/^[\s\S]*?(?=<svg\b)/, "")
    .replace(/<!--[\s\S]*?-->\s*/g, "")
    .replace(/<title>[^<]*<\/title>\s*/g, "")
    .replace(/<a\b[^>]*>/g, "<g>")
    .replaceAll("</a>", "</g>")
    .replace(/<image\b[^>]*\/>\s*/g, "")
    .replace(/ xmlns:xlink="[^"]*"| xml:space="preserve"/g, "")
    .replace(/(<(?:svg|g)\b[^>]*?) id="[^"]*"/g, "$1")
    .replace(/(<g\b[^>]*?) class="[^"]*"/g, "$1")
    .replace(
      /(<svg\b[^>]*?) width="([\d.]+)pt" height="([\d.]+)pt"/,
      (_, before, width, height) => `${before} width="${scaled(width)}pt" height="${scaled(height)}pt"`,
    );
}

function scaled(size: string): number {
  return Math.round(Number(size) * SCALE * 100) / 100;
}
