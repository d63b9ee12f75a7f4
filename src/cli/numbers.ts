/** Numbers on the command line. */
import { InvalidArgumentError } from "commander";

export function positive(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(value);
}

export function port(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value) || Number(value) > 65_535) {
    throw new InvalidArgumentError("It must be a whole number from 1 to 65535.");
  }
  return Number(value);
}
