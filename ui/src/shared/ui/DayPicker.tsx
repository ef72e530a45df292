// Choosing a calendar day; its today is the workspace's. Lives in its own chunk: load it lazily.
import { DatePicker } from "@mantine/dates";
import { useTranslation } from "react-i18next";
import { usePlace } from "../format/useFormat";
import css from "./DayPicker.module.css";
import { DaysHere } from "./DaysHere";

type Props = { value: string | null; onChange: (on: string) => void; min?: string; autoFocus?: boolean };

export function DayPicker({ value, onChange, min, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const { today } = usePlace();
  return (
    <DaysHere>
      <DatePicker
        ref={autoFocus ? focusDay : undefined}
        value={value}
        defaultDate={value ?? min ?? today}
        {...(min === undefined ? {} : { minDate: min })}
        size="sm"
        aria-label={t("day.pick")}
        getDayProps={(on) => ({ "data-now": on === today || undefined, "data-autofocus": (autoFocus && on === (value ?? min ?? today)) || undefined })}
        classNames={{ day: css.day, weekday: css.weekday, calendarHeaderLevel: css.level }}
        onChange={(on) => on !== null && onChange(on)}
      />
    </DaysHere>
  );
}

function focusDay(calendar: HTMLElement | null): void {
  const day = calendar?.querySelector("[data-autofocus]");
  if (day instanceof HTMLElement) day.focus();
}
