// Numbers as they are typed, exact: "1,234.5" with two places is 123450. No float stands between.
import { minorDigits } from "../../shared/format/numbers";

/** Null: no number, or one with more digits than are kept. A sign is left to core, which refuses it with words. */
export function decimal(typed: string, places: number): number | null {
  const plain = typed.normalize("NFKC").replaceAll(/[\s,，、¥$€£%]/g, "").replace("−", "-");
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  const [, sign = "", whole = "", part = ""] = found ?? [];
  if (found === null || whole + part === "") return null;
  const kept = part.replace(/0+$/, "");
  if (kept.length > places) return null;
  const number = Number(`${sign}${whole}${kept.padEnd(places, "0")}`);
  return Number.isSafeInteger(number) ? number : null;
}

/** What stands in the field for a stored number: 123450 with two places is "1234.5". */
export function plain(value: number, places: number): string {
  const digits = `${Math.abs(value)}`.padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
}

export const minorOf = (typed: string, currency: string): number | null => decimal(typed, minorDigits(currency));
export const plainMinor = (minor: number, currency: string): string => plain(minor, minorDigits(currency));

/** Thousandths of one. */
export const QUANTITY = 3;
/** Hundredths of a percent. */
export const PERCENT = 2;
