// Dates, times and numbers as this workspace writes them: its zone, its today, the chosen language.
import type { TFunction } from "i18next";
import { createContext, use, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Money, NextStep } from "../../ipc/bindings.gen";
import { dayIn, daysBetween, longDay, partsOf, shortDay, timeIn, weekdayName } from "./dates";
import { money, number, spoken } from "./numbers";

export type Place = { zone: string; today: string; now: number; currency: string; /** the member who works here */ me?: string | null };

/** Where and when the workspace is; given once by app/. */
export const PlaceContext = createContext<Place>({ zone: "UTC", today: "1970-01-01", now: 0, currency: "CNY" });

export const usePlace = (): Place => use(PlaceContext);

export function formats(t: TFunction<"common">, lang: string, place: Place) {
  const { year } = partsOf(place.today);
  const dayOf = (at: number) => dayIn(place.zone, at);

  /** Within a week in words ("明天", "周三", "3 天前"), else the date. */
  const inWords = (on: string): string => {
    const days = daysBetween(place.today, on);
    if (days === 0) return t("day.today");
    if (days === 1) return t("day.tomorrow");
    if (days === -1) return t("day.yesterday");
    if (days > 1 && days < 7) return weekdayName(lang, on);
    if (days < 0 && days > -7) return t("day.ago", { count: -days });
    return shortDay(lang, on, year);
  };
  /** As a promise names its day: "周三" / "on Wednesday". */
  const onDay = (on: string): string => {
    const days = daysBetween(place.today, on);
    if (lang.startsWith("zh") || days < 2) return inWords(on);
    return t("day.on", { day: days < 7 ? weekdayName(lang, on, "long") : shortDay(lang, on, year) });
  };
  /** "18 天前", "今天"; long past in months is still days: it is a count, not a feeling. */
  const ago = (at: number): string => {
    const days = daysBetween(dayOf(at), place.today);
    if (days <= 0) return t("day.today");
    if (days === 1) return t("day.yesterday");
    return t("day.ago", { count: days });
  };
  const minutes = (count: number): string =>
    count >= 60 && count % 30 === 0
      ? t("unit.hours", { count: count / 60 })
      : t("unit.minutes", { count });
  const late = (days: number): string => t("day.late", { count: days });
  /** When a follow-up is due: its hour if today, how late, else the day. */
  const due = (step: Pick<NextStep, "due_on" | "due_at" | "days_late">): string => {
    if (step.days_late > 0) return late(step.days_late);
    if (step.due_at !== null && step.due_on === place.today) return timeIn(place.zone, step.due_at);
    return inWords(step.due_on);
  };

  return {
    lang,
    day: (on: string) => shortDay(lang, on, year),
    longDay: (on: string) => longDay(lang, on, year),
    dayAt: (at: number) => shortDay(lang, dayOf(at), year),
    longDayAt: (at: number) => longDay(lang, dayOf(at), year),
    inWords,
    inWordsAt: (at: number) => inWords(dayOf(at)),
    onDay,
    weekday: (on: string) => weekdayName(lang, on),
    time: (at: number) => timeIn(place.zone, at),
    ago,
    late,
    due,
    minutes,
    number: (value: number) => number(lang, value),
    spoken: (count: number) => spoken(lang, count),
    money: (amount: Money) => money(amount),
    /** Below five the count says more than a share: "4 条里成 2 条". */
    share: (part: number, whole: number) =>
      whole < 5 ? t("share.few", { part, whole }) : `${Math.round((part / whole) * 100)}%`,
  };
}

export type Formats = ReturnType<typeof formats>;

export function useFormat(): Formats {
  const { t, i18n } = useTranslation("common");
  const place = usePlace();
  return useMemo(() => formats(t, i18n.language, place), [t, i18n.language, place]);
}
