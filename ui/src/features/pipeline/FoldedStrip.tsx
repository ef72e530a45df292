// Folded stages: a narrow strip of names and counts. A name opens its column, and takes a card.
import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BoardColumn } from "../../ipc/bindings.gen";
import { useDropZone } from "../../shared/dnd/drag";
import { useFormat } from "../../shared/format/useFormat";
import css from "./pipeline.module.css";

type Folded = { column: BoardColumn; index: number };
type Props = { title: string; stages: Folded[]; target: string | null; side: "before" | "after"; onOpen: (stage: string) => void };

export function FoldedStrip({ title, stages, target, side, onOpen }: Props) {
  return (
    <section className={css.strip} data-side={side} aria-label={title}>
      <h2 className={css.stripTitle}>{title}</h2>
      {stages.map(({ column, index }) => (
        <FoldedStage key={column.stage_id} column={column} index={index} target={target === column.stage_id} onOpen={onOpen} />
      ))}
    </section>
  );
}

function FoldedStage({ column, index, target, onOpen }: Folded & { target: boolean; onOpen: (stage: string) => void }) {
  const { t } = useTranslation("pipeline");
  const format = useFormat();
  const { ref, over } = useDropZone(column.stage_id);
  return (
    <UnstyledButton
      ref={ref}
      className={css.stripStage}
      data-testid={`board-column-${index}`}
      data-stage={column.stage_id}
      data-over={over || target || undefined}
      onClick={() => onOpen(column.stage_id)}
    >
      <span className={css.stripName} title={column.name}>{column.name}</span>
      <span className="tl-num">{format.number(column.count)}</span>
      <span className="tl-hidden">{t("column.open")}</span>
    </UnstyledButton>
  );
}
