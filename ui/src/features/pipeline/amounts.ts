// Amounts as they are typed and as core takes them: minor units and currency, "8600000 CNY".
import type { Money } from "../../ipc/bindings.gen";
import { minorDigits as decimals } from "../../shared/format/numbers";

/** What stands in the field: "86000.5", without separators. */
export const typedAmount = ({ minor, currency }: Money): string => `${minor / 10 ** decimals(currency)}`;

export const moneyOf = (amount: number, currency: string): Money => ({ minor: Math.round(amount * 10 ** decimals(currency)), currency });

/** Null for an empty field; what is no number goes to core as it is, which refuses it. */
export function amountOf(typed: string, currency: string): string | null {
  const plain = typed.replaceAll(/[\s,，¥￥$€]/g, "");
  if (plain === "") return null;
  const number = Number(plain);
  return Number.isFinite(number) && number >= 0 ? `${moneyOf(number, currency).minor} ${currency}` : `${plain} ${currency}`;
}
