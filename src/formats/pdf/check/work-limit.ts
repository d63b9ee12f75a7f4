/**
 * What a check of one PDF may cost, counted and not timed: the same file is checked in the same way on
 * every machine, and one of 700 bytes that asks for a million million steps is told, and left.
 */
import { inflateRawSync, inflateSync, constants as zlib } from "node:zlib";
import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";

/** Steps: operators of pages, entries of trees. Several times what the largest books take: seconds. */
const MOST_STEPS = 20_000_000;
/** Steps that it costs to open a stream, however short. */
const COST_OF_STREAM = 200;
/** Bytes of all streams that are read, and of one. */
const MOST_BYTES = 400 * 1024 * 1024;
const MOST_BYTES_OF_STREAM = 64 * 1024 * 1024;
/** A stream that is compressed again and again is made to be large. */
const MOST_FILTERS = 3;

/** The file asks for more than a check does. The message is a part of a sentence. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

export interface Work {
  /** @throws TooMuchWork when all steps have been taken. */
  step(count?: number): void;
  /**
   * The content of a stream; undefined when it is none, or is compressed in a way that only images are.
   *
   * @throws TooMuchWork when it is too large, or all are.
   */
  read(stream: PDFObject | undefined): Buffer | undefined;
}

export function openWork(): Work {
  let steps = MOST_STEPS;
  let bytes = MOST_BYTES;
  return {
    step(count = 1) {
      steps -= count;
      if (steps < 0) throw new TooMuchWork("its pages draw without end");
    },
    read(stream) {
      this.step(COST_OF_STREAM);
      const content = stream instanceof PDFRawStream ? decoded(stream) : undefined;
      bytes -= content?.length ?? 0;
      if (bytes < 0) throw new TooMuchWork(`its streams hold more than ${MOST_BYTES / 2 ** 20} MiB`);
      return content;
    },
  };
}

function decoded(stream: PDFRawStream): Buffer | undefined {
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const filters = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter];
  const names = filters.map((each) => (each instanceof PDFName ? each.decodeText() : ""));
  if (names.length > MOST_FILTERS) throw new TooMuchWork("a stream is compressed again and again");
  if (names.length === 0) return within(Buffer.from(stream.contents));
  if (names.every((name) => /^Fl(?:ateDecode)?$/.test(name)) && !hasPredictor(stream))
    return names.reduce<Buffer | undefined>(
      (content, _) => content && inflated(content),
      within(Buffer.from(stream.contents)),
    );
  // The others grow by a known factor at most: a short stream cannot be made a long one.
  if (names.some((name) => /^(?:Fl|LZW)/.test(name)) && stream.contents.length > MOST_BYTES_OF_STREAM / 1024)
    throw new TooMuchWork("a stream is compressed in an old way, and is too large");
  try {
    return within(Buffer.from(decodePDFRawStream(stream).decode()));
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return undefined;
  }
}

function hasPredictor(stream: PDFRawStream): boolean {
  return stream.dict.get(PDFName.of("DecodeParms")) !== undefined;
}

/** What can be read of it; a stream that is cut short is shown as far as it goes. */
function inflated(content: Buffer): Buffer | undefined {
  return inflatedUpTo(content, MOST_BYTES_OF_STREAM);
}

/** @throws TooMuchWork when it holds more bytes than `most`. */
export function inflatedUpTo(content: Buffer, most: number): Buffer | undefined {
  const options = { maxOutputLength: Math.max(1, most), finishFlush: zlib.Z_SYNC_FLUSH };
  try {
    return inflateSync(content, options);
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge(most);
  }
  try {
    return inflateRawSync(content.subarray(2), options);
  } catch (error) {
    if (isTooLarge(error)) throw tooLarge(most);
    return undefined;
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
}

function within(content: Buffer): Buffer {
  if (content.length > MOST_BYTES_OF_STREAM) throw tooLarge(MOST_BYTES_OF_STREAM);
  return content;
}

function tooLarge(most: number): TooMuchWork {
  return new TooMuchWork(`a stream holds more than ${Math.ceil(most / 2 ** 20)} MiB`);
}
