// Amounts and counts. Money is whole minor units with its currency; unknown is never zero.
import type { Money } from "../../ipc/bindings.gen";

export function number(lang: string, value: number): string {
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "zh-CN").format(value);
}

const ones = { "zh-Hans": "零一两三四五六七八九", "zh-Hant": "零一兩三四五六七八九" } as const;

/** A count inside a sentence: 三位, not 3 位; figures from ten on and in other languages. */
export function spoken(lang: string, count: number): string {
  const words = lang === "zh-Hans" || lang === "zh-Hant" ? ones[lang] : "";
  return words[count] ?? String(count);
}

/** Digits after the point that a currency has. */
export function minorDigits(currency: string): number {
  if (!/^[a-z]{3}$/i.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** "¥86,000"; decimals only where there are some. */
export function money(amount: Money): string {
  // A code that is none (an old file's) must not take the page down with it.
  if (!/^[a-z]{3}$/i.test(amount.currency)) return `${amount.currency} ${new Intl.NumberFormat("en-US").format(amount.minor / 100)}`.trim();
  const format = (digits: number) =>
    new Intl.NumberFormat("en-US", {
      style: "currency",
      currency: amount.currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const digits = new Intl.NumberFormat("en-US", { style: "currency", currency: amount.currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const scale = 10 ** digits;
  return format(amount.minor % scale === 0 ? 0 : digits).format(amount.minor / scale);
}

/** "3.2 MB", as a file manager says it. */
export function size(lang: string, bytes: number): string {
  const step = bytes < 1e6 ? { unit: "kilobyte", by: 1e3 } : bytes < 1e9 ? { unit: "megabyte", by: 1e6 } : { unit: "gigabyte", by: 1e9 };
  return new Intl.NumberFormat(lang === "en" ? "en-GB" : "zh-CN", { style: "unit", unit: step.unit, maximumFractionDigits: 1 }).format(bytes / step.by);
}

/** Names shrink to what fits a small disc: the family name in Chinese, two initials otherwise. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  if (words.length < 2 || /[\u3400-\u9fff]/.test(first)) return first;
  return (first + (words.at(-1)?.[0] ?? "")).toUpperCase();
}
