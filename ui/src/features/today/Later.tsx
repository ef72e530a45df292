// Later: tomorrow, next Monday, or a day from the calendar.
import { Menu } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, nextMonday } from "../../shared/format/dates";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import type { Action } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import css from "./Later.module.css";

const DayPicker = lazy(() => import("../../shared/ui/DayPicker").then(({ DayPicker }) => ({ default: DayPicker })));

type Props = { action: Action; opened: boolean; onClose: () => void; onChoose: (on: string) => void };

export function Later({ action, opened, onClose, onChoose }: Props) {
  const { t } = useTranslation("today");
  const f = useFormat();
  const { today } = usePlace();
  const [picking, setPicking] = useState(false);
  const close = () => {
    setPicking(false);
    onClose();
  };
  const choose = (on: string) => {
    close();
    onChoose(on);
  };
  const days = [
    { key: "tomorrow", on: addDays(today, 1) },
    { key: "monday", on: nextMonday(today) },
  ] as const;
  return (
    <Menu opened={opened} onChange={(next) => (next ? action.run() : close())} position="top-start" width={picking ? undefined : 208} closeOnItemClick={false}>
      <Menu.Target>
        <ActionButton action={action} variant="subtle" />
      </Menu.Target>
      <Menu.Dropdown>
        {picking ? (
          <div className={css.calendar}>
            <Suspense>
              <DayPicker value={null} min={addDays(today, 1)} onChange={choose} autoFocus />
            </Suspense>
          </div>
        ) : (
          <>
            {days.map(({ key, on }) => (
              <Menu.Item key={key} data-testid={`later-${key}`} onClick={() => choose(on)} rightSection={<span className={css.day}>{f.longDay(on)}</span>}>
                {t(`later.${key}`)}
              </Menu.Item>
            ))}
            <Menu.Item data-testid="later-pick" onClick={() => setPicking(true)}>{t("later.pick")}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
