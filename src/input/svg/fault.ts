/** The file is not XML that can be read, or it multiplies. The message is a part of a sentence. */
export class SvgFault extends Error {
  override readonly name = "SvgFault";
}
