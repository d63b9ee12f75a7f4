import { describe, expect, it } from "vitest";
import { inTurn } from "../../../src/watch/in-turn.js";

const never = new AbortController().signal;
const unexpected = (error: unknown) => {
  throw error;
};

describe("builds in turn", () => {
  it("come one after another, and changes during one are built together", async () => {
    const built: (readonly string[])[] = [];
    let running = 0;
    let most = 0;
    const build = async (changed: readonly string[]) => {
      built.push(changed);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    };
    const turns = inTurn(build, unexpected, never);
    turns.request(["one.md"]);
    turns.request(["two.md"]);
    turns.request(["three.md", "two.md"]);
    await turns.settled();
    expect(built).toEqual([["one.md"], ["three.md", "two.md"]]);
    expect(most).toBe(1);
  });

  it("are tried again before a fault is told: a file may have vanished while it was read", async () => {
    let tries = 0;
    const told: unknown[] = [];
    const build = async () => {
      tries += 1;
      if (tries === 1) throw new Error("ENOENT");
    };
    const turns = inTurn(build, (error) => told.push(error), never);
    turns.request(["one.md"]);
    await turns.settled();
    expect([tries, told]).toEqual([2, []]);
  });

  it("go on after a fault that stays", async () => {
    const told: unknown[] = [];
    const built: string[] = [];
    const build = async (changed: readonly string[]) => {
      if (changed.includes("bad.md")) throw new Error("A fault");
      built.push(...changed);
    };
    const turns = inTurn(build, (error) => told.push(error), never);
    turns.request(["bad.md"]);
    await turns.settled();
    turns.request(["good.md"]);
    await turns.settled();
    expect(told).toHaveLength(1);
    expect(built).toEqual(["good.md"]);
  });

  it("end with the signal", async () => {
    const ended = new AbortController();
    const built: (readonly string[])[] = [];
    const build = async (changed: readonly string[]) => {
      built.push(changed);
      ended.abort();
    };
    const turns = inTurn(build, unexpected, ended.signal);
    turns.request(["one.md"]);
    turns.request(["two.md"]);
    await turns.settled();
    turns.request(["three.md"]);
    await turns.settled();
    expect(built).toHaveLength(1);
  });
});
