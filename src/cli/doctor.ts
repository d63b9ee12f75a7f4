/** `colophon doctor`: what is there, what is missing, how to get it. */
import type { Command } from "commander";
import type { DoctorFinding } from "../doctor/finding.js";
import { type Colors, colorsFor } from "../report/context.js";
import { padded, printable } from "../report/terminal-text.js";
import type { CliContext } from "./context.js";
import { EXIT } from "./exit-codes.js";
import { untilInterrupted } from "./interrupt.js";

const HELP = `
Each line says \`ok\`, \`missing\` (some editions cannot be published) or \`optional\` (not there, and
nothing fails for it), and how to get what is not there. The exit code is 3 when something is missing, else 0.

Examples:
  colophon doctor
  colophon doctor --json
  COLOPHON_BROWSER=bundled colophon doctor`;

/** Adds the command. */
export function addDoctorCommand(program: Command, context: CliContext, done: (code: number) => void): void {
  program
    .command("doctor")
    .description("look at what this machine has: browser, fonts, EPUBCheck, cache")
    .option("--json", "print { ok, findings: [{ id, name, status, detail, hint? }] }")
    .addHelpText("after", HELP)
    .action(async (options: { readonly json?: true }) => done(await runDoctor(options, context)));
}

async function runDoctor(options: { readonly json?: true }, context: CliContext): Promise<number> {
  const { env, stdout, stderr } = context;
  // Loaded when needed: it brings half the program with it.
  const { examine } = await import("../doctor/doctor.js");
  return untilInterrupted(stderr, async (signal) => {
    const findings = await examine(env, signal);
    const ok = findings.every(({ status }) => status !== "missing");
    if (options.json) stdout.write(`${JSON.stringify({ ok, findings }, null, 2)}\n`);
    else stdout.write(doctorReport(findings, colorsFor(stdout, env)));
    return ok ? EXIT.published : EXIT.machine;
  });
}

/** `ok        Node.js   20.19.0`, with a hint below what is not there, and a closing line. */
export function doctorReport(findings: readonly DoctorFinding[], colors: Colors): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const paint = { ok: colors.green, missing: colors.red, optional: colors.yellow };
  const lines = findings.flatMap(({ name, status, detail, hint }) => [
    `${paint[status](padded(status, 8))}  ${padded(name, width)}  ${printable(detail)}`,
    ...(hint === undefined ? [] : [`${" ".repeat(10)}${colors.cyan("hint:")} ${printable(hint)}`]),
  ]);
  const missing = findings.filter(({ status }) => status === "missing").map(({ name }) => name);
  const closing =
    missing.length === 0
      ? "Everything that Colophon needs is there."
      : `Missing: ${missing.join(", ")}. Some editions cannot be published here.`;
  return `${[...lines, "", closing].join("\n")}\n`;
}
