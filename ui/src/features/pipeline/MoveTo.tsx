// "Move to…": the stages by name, each with a digit, for those who would rather not drag.
import { Kbd, Modal, UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BoardColumn, DealCard } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { cardTitle } from "./board";
import css from "./pipeline.module.css";

type Props = { card: DealCard; stage: string | null; columns: readonly BoardColumn[]; onClose: () => void; onChoose: (stage: string) => void };

export function MoveTo({ card, stage, columns: all, onClose, onChoose }: Props) {
  // Nobody moves into a stage that was put away.
  const columns = all.filter(({ retired, stage_id }) => retired !== true || stage_id === stage);
  const { t } = useTranslation("pipeline");
  const format = useFormat();
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const chosen = /^\d$/.test(event.key) ? columns[(Number(event.key) + 9) % 10] : undefined;
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const here = buttons.findIndex((button) => button === document.activeElement);
    if (chosen) onChoose(chosen.stage_id);
    else if (event.key === "ArrowDown") buttons[Math.min(buttons.length - 1, here + 1)]?.focus();
    else if (event.key === "ArrowUp") buttons[Math.max(0, here - 1)]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} title={t("move.title", { name: cardTitle(card) })} size={360} padding={24} withCloseButton={false}>
      <div className={css.stages} role="group" aria-label={t("action.move")} onKeyDown={onKeyDown}>
        {columns.map((column, index) => {
          const here = column.stage_id === stage;
          return (
            <UnstyledButton
              key={column.stage_id}
              className={css.stageLine}
              data-here={here || undefined}
              data-autofocus={here || undefined}
              aria-current={here || undefined}
              onClick={() => onChoose(column.stage_id)}
            >
              {index < 10 ? <Kbd aria-hidden>{(index + 1) % 10}</Kbd> : null}
              <span className={css.spring}>{column.name}</span>
              {here ? <IconCheck size={16} aria-label={t("move.here")} /> : <span className={`${css.quiet} tl-num`}>{format.number(column.count)}</span>}
            </UnstyledButton>
          );
        })}
      </div>
    </Modal>
  );
}
