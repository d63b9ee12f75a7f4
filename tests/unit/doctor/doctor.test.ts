import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { doctorReport } from "../../../src/cli/doctor.js";
import { main } from "../../../src/cli/main.js";
import type { DoctorFinding } from "../../../src/doctor/finding.js";
import { examineCache, nodeFinding } from "../../../src/doctor/machine.js";
import { colorsFor } from "../../../src/report/context.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();

async function doctor(env: NodeJS.ProcessEnv) {
  let stdout = "";
  const code = await main(["doctor", "--json"], {
    cwd: "/",
    env,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: () => undefined },
    clock: () => 0,
    version: "0",
    build: () => Promise.reject(new Error("nothing is built")),
  });
  return { code, report: JSON.parse(stdout) as { ok: boolean; findings: DoctorFinding[] } };
}

describe("colophon doctor", () => {
  it("finds the browser that works, the fonts and EPUBCheck, and ends with 0", async () => {
    const { code, report } = await doctor(process.env);
    const statusOf = Object.fromEntries(report.findings.map(({ id, status }) => [id, status]));
    expect(statusOf).toMatchObject({
      node: "ok",
      browser: "ok",
      "fonts-novel": "ok",
      "fonts-technical": "ok",
      "fonts-magazine": "ok",
      epubcheck: "ok",
      cache: "ok",
    });
    expect(report.findings.find(({ id }) => id === "browser")!.detail).toMatch(
      /^\S+\/\d+\..*, bundled, starts and ends/,
    );
    expect([report.ok, code]).toEqual([true, 0]);
  });

  it("says how to get a browser that is missing, and ends with 3", async () => {
    const { code, report } = await doctor({ ...process.env, COLOPHON_BROWSER: "/no/such/browser" });
    const browser = report.findings.find(({ id }) => id === "browser")!;
    expect(browser.status).toBe("missing");
    expect(browser.detail).toContain("/no/such/browser");
    expect(browser.hint).toContain("Install Chrome or Chromium");
    expect([report.ok, code]).toEqual([false, 3]);
  });

  it("says that a browser does not start", async () => {
    const { report } = await doctor({ ...process.env, COLOPHON_BROWSER: "/bin/false" });
    const browser = report.findings.find(({ id }) => id === "browser")!;
    expect(browser.status).toBe("missing");
    expect(browser.detail).toContain("/bin/false does not start");
  });

  it("says that the cache cannot be written to", async () => {
    const folder = await folders.make({ file: "" });
    const environment = { COLOPHON_CACHE: join(folder, "file/cache") };
    const [found] = await examineCache(environment, new AbortController().signal);
    expect(found).toMatchObject({ status: "missing", detail: expect.stringContaining("ENOTDIR") });
  });

  it("knows a Node.js that is too old", () => {
    expect(nodeFinding("20.18.9", "20.19").status).toBe("missing");
    expect(nodeFinding("20.19.0", "20.19").status).toBe("ok");
    expect(nodeFinding("22.1.0", "20.19").status).toBe("ok");
  });

  it("names what is missing at the end", () => {
    const findings: DoctorFinding[] = [
      { id: "a", name: "Ink", status: "ok", detail: "black" },
      { id: "b", name: "Paper", status: "missing", detail: "none", hint: "Buy some" },
    ];
    expect(doctorReport(findings, colorsFor({}, {}))).toBe(`ok        Ink    black
missing   Paper  none
          hint: Buy some

Missing: Paper. Some editions cannot be published here.
`);
  });
});
