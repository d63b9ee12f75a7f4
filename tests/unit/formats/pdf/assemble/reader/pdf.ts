/** Writes small PDF files, as plain as Skia writes them, to be read by the tests. */

/** The text of an object by its number, or the lines of a file that need not be in order. */
export type Objects = readonly (readonly [number, string])[];

const HEAD = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";

/** A file with a cross-reference table. Characters are bytes; the trailer is the text of its entries. */
export function pdfFile(objects: Objects, trailer = "/Root 1 0 R"): Buffer {
  let text = HEAD;
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${entries.join("")}trailer\n<</Size ${size}\n${trailer}>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, "latin1");
}

export function stream(data: string, entries = `/Length ${data.length}`): string {
  return `<<${entries}>> stream\n${data}\nendstream`;
}
