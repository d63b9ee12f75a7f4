/** The words of a drawing. */

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** All text of an SVG file, with its references to characters resolved (XML 1.0, section 4.1). */
export function textsOfSvg(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<[^>]*>/g, " ")
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (name) return NAMED[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    });
}
