// An open column of the board: head with count and sums, cards a page at a time.
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BoardColumn, DealCard, NextTone } from "../../ipc/bindings.gen";
import { useDragItem, useDropZone } from "../../shared/dnd/drag";
import { useFormat } from "../../shared/format/useFormat";
import { DealFace } from "./DealCard";
import css from "./pipeline.module.css";
import { useLaterCards } from "./queries";

/** A card and the stage it stands in. */
export type Held = { card: DealCard; stage: string };

export type CardHandlers = {
  /** the card that takes part in Tab order, and the one lifted by keyboard */
  active: string | null;
  lifted: string | null;
  onFocus: (held: Held) => void;
  onOpen: (card: DealCard) => void;
};

type Props = CardHandlers & {
  column: BoardColumn;
  index: number;
  /** where a card lifted by keyboard would land */
  target: boolean;
  /** only cards whose next step stands like that */
  filter: NextTone | null;
  /** cards that already stand in some column's first page, so that a move shows a card once */
  standing: ReadonlySet<string>;
  /** the stage a dragged card came from: it needs no slot there */
  source: string | null;
  /** some column names unknown amounts on a second line, so every head has room for one */
  tall: boolean;
  onFold: () => void;
};

const NEAR_END = 400;

export function Column({ column, index, target, filter, standing, source, tall, onFold, ...handlers }: Props) {
  const { t } = useTranslation("pipeline");
  const format = useFormat();
  const { ref, over } = useDropZone(column.stage_id);
  const landing = target || (over && source !== column.stage_id);
  const rest = useLaterCards(column.stage_id, filter, column.next);
  const later = rest.cards.filter((card) => !standing.has(card.id));
  const cards = [...column.cards, ...later];
  const closed = column.kind === "won" || column.kind === "lost";

  return (
    <section className={css.column} data-testid={`board-column-${index}`} data-stage={column.stage_id} aria-label={t("column.label", { stage: column.name, count: column.count })}>
      <header className={css.columnHead} data-tall={tall || undefined}>
        <h2 className="tl-ellipsis" title={column.name}>{column.name}</h2>
        <span className={`${css.quiet} tl-num`}>{filter === null ? format.number(column.count) : `${format.number(column.shown ?? 0)} / ${format.number(column.count)}`}</span>
        <Tooltip label={t("column.fold")}>
          <ActionIcon className={css.fold ?? ""} size={20} onClick={onFold} aria-label={t("column.foldNamed", { stage: column.name })}>
            <IconLayoutSidebarLeftCollapse size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <span className={css.spring} />
        <ColumnSum column={column} />
      </header>
      <ul
        ref={ref}
        className={css.cards}
        data-over={landing || undefined}
        onScroll={({ currentTarget: box }) => {
          if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END) rest.more?.();
        }}
      >
        {landing ? <li className={css.slot} aria-hidden /> : null}
        {cards.map((card) => (
          <CardItem key={card.id} card={card} stage={column.stage_id} closed={closed} {...handlers} />
        ))}
        {rest.more ? (
          <li className={css.more}>
            <Button variant="subtle" onClick={rest.more}>{t("column.more", { count: format.number(column.count - column.cards.length - later.length) })}</Button>
          </li>
        ) : null}
        {column.count === 0 && !landing ? <li className={css.nothing}>{t("column.empty")}</li> : null}
      </ul>
    </section>
  );
}

function ColumnSum({ column }: { column: BoardColumn }) {
  const { t } = useTranslation("pipeline");
  const format = useFormat();
  const sum = column.sum.map(format.money).join(" + ");
  if (sum === "" && column.unknown === 0) return null;
  return (
    <span className={`${css.sum} tl-num`}>
      {sum}
      {column.unknown > 0 ? <span className={css.unknown}>{t("column.unknown", { count: format.number(column.unknown) })}</span> : null}
    </span>
  );
}

function CardItem({ card, stage, closed, active, lifted, onFocus, onOpen }: CardHandlers & { card: DealCard; stage: string; closed: boolean }) {
  const { t } = useTranslation("pipeline");
  const { ref, dragging } = useDragItem<Held>(card.id, { card, stage });
  return (
    <li className={css.item}>
      <div
        ref={ref}
        role="button"
        tabIndex={active === card.id ? 0 : -1}
        aria-roledescription={t("card.role")}
        aria-pressed={lifted === card.id}
        className={css.card}
        data-testid="deal-card"
        data-card={card.id}
        data-dragging={dragging || undefined}
        data-lifted={lifted === card.id || undefined}
        onFocus={() => onFocus({ card, stage })}
        onClick={() => onOpen(card)}
      >
        <DealFace card={card} closed={closed} />
      </div>
    </li>
  );
}
