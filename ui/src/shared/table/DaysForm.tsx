// Asks for the days of a filter: longer ago than so many, or between two.
import { Button, Modal, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import { DaysHere } from "../ui/DaysHere";
import { daysOf, dayWord } from "./days";
import css from "./Filters.module.css";

type Props = { title: string; asking: "older" | "span"; word: string | undefined; onWord: (word: string) => void; onClose: () => void };

export function DaysForm({ title, asking, word, onWord, onClose }: Props) {
  const { t } = useTranslation(["table", "common"]);
  const [{ older, from, to }, setDays] = useState(daysOf(word));
  const asked = dayWord(asking === "older" ? { older } : { from, to });
  const day = (which: "from" | "to", value: string) => (
    <DateInput
      label={t(`period.${which}`)} valueFormat="YYYY-MM-DD" clearable value={value === "" ? null : value} onChange={(next) => setDays({ older, from, to, [which]: next ?? "" })}
      data-autofocus={which === "from" || undefined} data-testid={`days-${which}`}
    />
  );
  return (
    <Modal opened onClose={onClose} title={title} size={360} padding={24} yOffset={112} withCloseButton={false}>
      <form
        className={css.form} data-testid="days-form" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (asked !== null) onWord(asked);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
      >
        {asking === "older" ? (
          <TextInput
            label={t("period.howLong")} inputMode="numeric" value={older} onChange={({ currentTarget }) => setDays({ older: currentTarget.value, from, to })} data-autofocus data-testid="days-older"
            rightSection={<span className={css.quiet}>{t("period.daysUnit")}</span>} rightSectionWidth={48}
          />
        ) : (
          <DaysHere>
            <div className={css.pair}>
              {day("from", from)}
              {day("to", to)}
            </div>
          </DaysHere>
        )}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={asked === null} data-testid="days-take">{t("period.take")}</Button>
        </div>
      </form>
    </Modal>
  );
}
