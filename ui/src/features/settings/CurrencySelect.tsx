// The currency new amounts are written in, by its own name.
import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const currencies = [
  "CNY", "TWD", "HKD", "MOP", "USD", "EUR", "JPY", "KRW", "SGD", "MYR", "THB", "VND", "IDR", "PHP", "INR", "AUD", "NZD", "GBP", "CHF", "CAD", "MXN", "BRL", "CLP", "SEK", "NOK", "DKK",
  "PLN", "CZK", "TRY", "AED", "SAR", "ILS", "ZAR", "NGN", "KES", "EGP",
] as const;

type Props = { label: string; hideLabel?: boolean; value: string; onChange: (currency: string) => void };

export function CurrencySelect({ label, hideLabel = false, value, onChange }: Props) {
  const { t, i18n } = useTranslation("settings");
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
    return [...new Set([value, ...currencies])].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [value, i18n.language]);
  return (
    <Select
      {...(hideLabel ? { "aria-label": label } : { label })}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("currency.none")}
      data={data}
      value={value}
      onChange={(currency) => currency !== null && onChange(currency)}
      data-testid="currency"
    />
  );
}
