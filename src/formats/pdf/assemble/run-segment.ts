/**
 * The objects of a run as they stand in one book: numbers filled in, pressed into object streams.
 *
 * Filling and pressing takes most of the time of an assembly, and comes out the same for every run
 * that did not change and did not move. So segments are kept, named by all that they depend on;
 * numbers are given out in blocks (`number-runs.ts`), so that a run seldom moves for another one.
 */
import { createHash } from "node:crypto";
import type { PDFContext } from "@cantoo/pdf-lib";
import type { SegmentStore } from "./assembly.js";
import { type Fill, fillMarks } from "./fill-marks.js";
import type { NumberedRun } from "./number-runs.js";
import { OBJECTS_PER_STREAM, type ObjectStream, pressObjects } from "./object-streams.js";
import { objectTexts } from "./prepared-run.js";
import type { RunSegment } from "./segment.js";
import { decodeSegment, encodeSegment } from "./segment-bytes.js";
import type { StreamObject } from "./serialize.js";

/** Everything that a run has in the file but for its pages. */
export interface WrittenRun {
  readonly streams: readonly StreamObject[];
  readonly objectStreams: readonly ObjectStream[];
}

/** Takes the run's segment from an earlier assembly, or makes it and gives it to be kept. */
export async function writeRun(
  context: PDFContext,
  placed: NumberedRun,
  fill: Fill,
  segments: SegmentStore,
): Promise<WrittenRun> {
  const key = segmentKey(placed, fill);
  const kept = await segments.read(key);
  const segment = kept ? decodeSegment(kept) : makeSegment(context, placed, fill);
  if (!kept) await segments.write(key, encodeSegment(segment));
  return withStreams(placed, segment);
}

/** All that a segment depends on. What links lead to is asked for all of them, whether they are written or not. */
function segmentKey(placed: NumberedRun, { destination, language }: Fill): string {
  const { run, firstNumber, firstParentKey, idPrefix, document, common, written } = placed;
  const { digest, targets, language: own = null } = run.outline;
  const links = targets.map((id) => destination(id) ?? null);
  const moved = [...common].map(([own, number]) => [own, number, written(own)]);
  const place = [digest, firstNumber, firstParentKey, idPrefix, document, own, language, moved, links];
  return createHash("sha256").update(JSON.stringify(place)).digest("hex");
}

function makeSegment(context: PDFContext, placed: NumberedRun, fill: Fill): RunSegment {
  const texts = objectTexts(placed.run);
  const textOf = (own: number) => fillMarks(texts[own - 1]!, placed, fill);
  const { streams, loose } = ownNumbers(placed);
  return {
    dictionaries: streams.map((own) => [own, textOf(own)]),
    pressed: chunks(loose).map((chunk) =>
      pressObjects(
        context,
        chunk.map((own) => [placed.numbers[own]!, textOf(own)]),
      ),
    ),
  };
}

function withStreams(placed: NumberedRun, { dictionaries, pressed }: RunSegment): WrittenRun {
  const contents = new Map(placed.run.streams);
  const parts = chunks(ownNumbers(placed).loose);
  return {
    streams: dictionaries.map(([own, dictionary]) => ({
      number: placed.numbers[own]!,
      dictionary,
      content: contents.get(own)!,
    })),
    objectStreams: pressed.map((part, index) => ({
      ...part,
      members: parts[index]!.map((own) => placed.numbers[own]!),
    })),
  };
}

/** Numbers in the run of what it writes, in ascending order; pages are written elsewhere. */
function ownNumbers({ run, written }: NumberedRun) {
  const isStream = new Set(run.streams.map(([own]) => own));
  const streams: number[] = [];
  const loose: number[] = [];
  for (let own = run.outline.pages.length + 1; own <= run.outline.objects; own += 1) {
    if (written(own)) (isStream.has(own) ? streams : loose).push(own);
  }
  return { streams, loose };
}

function chunks(numbers: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(numbers.length / OBJECTS_PER_STREAM) }, (_, index) =>
    numbers.slice(index * OBJECTS_PER_STREAM, (index + 1) * OBJECTS_PER_STREAM),
  );
}
