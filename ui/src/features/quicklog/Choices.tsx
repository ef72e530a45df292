// Several people fit: the choices, numbered. 1…n chooses, one more makes a new person, 0 saves without.
import { UnstyledButton } from "@mantine/core";
import { IconUserOff, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PersonHit } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { Keys } from "../../shared/ui/Keys";
import css from "./Choices.module.css";

export const CHOICES_ID = "quicklog-choices";

type Props = { text: string; choices: readonly PersonHit[]; at: number; onChoose: (index: number) => void; onWithout: () => void };

export function Choices({ text, choices, at, onChoose, onWithout }: Props) {
  const { t } = useTranslation(["quicklog", "common"]);
  const f = useFormat();
  const called = usePersonName();
  return (
    <div id={CHOICES_ID} className={css.choices} role="listbox" aria-label={t("who.choices")} data-testid="quicklog-choices">
      {choices.map((person, index) => (
        <UnstyledButton key={person.id} className={css.choice} role="option" aria-selected={at === index} tabIndex={-1} onClick={() => onChoose(index)} data-testid="quicklog-choice">
          <span className={css.name}>{called(person.name)}</span>
          <span className={css.about}>{[person.organization, person.title].filter(Boolean).join(" · ")}</span>
          <span className={css.last}>
            {person.last_touch_at === null
              ? t("who.never")
              : t("who.lastTouch", { day: f.dayAt(person.last_touch_at), channel: person.last_channel === null ? "" : t(`common:channel.${person.last_channel}`) })}
          </span>
          {index < 9 ? <Keys keys={String(index + 1)} /> : null}
        </UnstyledButton>
      ))}
      <UnstyledButton className={css.choice} role="option" aria-selected={at === choices.length} tabIndex={-1} onClick={() => onChoose(choices.length)} data-testid="quicklog-choice-new">
        <IconUserPlus size={16} aria-hidden />
        <span className={css.about}>{t("who.isNew", { name: text })}</span>
        {choices.length < 9 ? <Keys keys={String(choices.length + 1)} /> : null}
      </UnstyledButton>
      <UnstyledButton className={css.choice} role="option" aria-selected={at === choices.length + 1} tabIndex={-1} onClick={onWithout} data-testid="quicklog-choice-none">
        <IconUserOff size={16} aria-hidden />
        <span className={css.about}>{t("who.without")}</span>
        <Keys keys="0" />
      </UnstyledButton>
    </div>
  );
}
