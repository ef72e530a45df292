// Calendars speak the chosen language; weeks start on Monday.
import "dayjs/locale/zh-cn";
import "dayjs/locale/zh-tw";
import { DatesProvider } from "@mantine/dates";
import { useTranslation } from "react-i18next";

const locales: Record<string, string> = { "zh-Hans": "zh-cn", "zh-Hant": "zh-tw", en: "en" };

export function DaysHere({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation();
  return <DatesProvider settings={{ locale: locales[i18n.language] ?? "en", firstDayOfWeek: 1, weekendDays: [] }}>{children}</DatesProvider>;
}
