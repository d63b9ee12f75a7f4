import { describe, expect, it } from "vitest";
import { openEstimate } from "../../../../../src/formats/pdf/paginate/estimate.js";
import type { History } from "../../../../../src/formats/pdf/paginate/history.js";

const HISTORY: History = { folios: {}, pages: { a: 10, b: 30 }, seconds: { a: 10, b: 30 }, sources: {} };
const run = (index: number, id: string, lines = 1000) => ({ index, id, lines });

function watch(history: History) {
  let time = 0;
  const estimate = openEstimate(history, () => time * 1000);
  return { estimate, at: (seconds: number) => (time = seconds) };
}

describe("the estimate of a layout", () => {
  it("goes by the proportions of last time and the pace of this time", () => {
    const { estimate, at } = watch(HISTORY);
    estimate.expect([run(0, "a"), run(1, "b")]);
    estimate.page(0);
    at(5);
    estimate.end(0);
    // A quarter of the work took 5 seconds: this machine is twice as fast as the last one.
    expect(estimate.secondsLeft()).toBe(15);
  });

  it("counts the pages of a run that is under way", () => {
    const { estimate, at } = watch(HISTORY);
    estimate.expect([run(1, "b")]);
    estimate.page(1);
    at(10);
    for (let page = 1; page < 15; page++) estimate.page(1);
    expect(estimate.secondsLeft()).toBe(10);
  });

  it("goes by the lines of the text when there was no last time", () => {
    const { estimate, at } = watch({ folios: {}, pages: {}, seconds: {}, sources: {} });
    estimate.expect([run(0, "a", 1000), run(1, "b", 3000)]);
    estimate.page(0);
    at(4);
    estimate.end(0);
    expect(estimate.secondsLeft()).toBe(12);
  });

  it("says nothing at first, or while too little is done", () => {
    const { estimate, at } = watch(HISTORY);
    estimate.expect([run(0, "a"), run(1, "b")]);
    estimate.page(0);
    at(1);
    estimate.end(0);
    expect(estimate.secondsLeft()).toBeUndefined();
    const second = watch(HISTORY);
    second.estimate.expect([run(0, "a"), run(1, "b")]);
    second.at(30);
    expect(second.estimate.secondsLeft()).toBeUndefined();
  });

  it("does not count the time that browsers take to start", () => {
    const { estimate, at } = watch(HISTORY);
    estimate.expect([run(0, "a"), run(1, "b")]);
    at(20);
    estimate.page(0);
    at(25);
    estimate.end(0);
    expect(estimate.secondsLeft()).toBe(15);
  });

  it("does not take a run from the cache for work that went fast", () => {
    const { estimate, at } = watch(HISTORY);
    estimate.expect([run(0, "a"), run(1, "b")]);
    estimate.end(1);
    estimate.page(0);
    at(4);
    for (let page = 1; page < 5; page++) estimate.page(0);
    expect(estimate.secondsLeft()).toBe(4);
  });
});
