// The board itself: folded and open columns, a card moved by pointer, by keyboard or by name.
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board as BoardData } from "../../ipc/bindings.gen";
import { DragArea } from "../../shared/dnd/drag";
import { useActions } from "../../shared/keys/actions";
import { useToast } from "../../shared/ui/toast";
import { cardTitle, type NextTone, placeColumns } from "./board";
import { Column, type Held } from "./Column";
import { DealFace } from "./DealCard";
import { FoldedStrip } from "./FoldedStrip";
import { useFolds } from "./folds";
import { LostReason } from "./LostReason";
import { MoveTo } from "./MoveTo";
import { useEntering } from "./NeedsForm";
import css from "./pipeline.module.css";
import { type Move, useMoveDeal } from "./queries";
import { type Lifted, useCardKeys } from "./useCardKeys";

const COLUMN = 184;

type Props = { board: BoardData; pipeline: string | null; filter: NextTone | null };

export function Board({ board, pipeline, filter }: Props) {
  const { t } = useTranslation("pipeline");
  const navigate = useNavigate();
  const toast = useToast();
  const folds = useFolds();
  const mover = useMoveDeal(pipeline, filter);
  const entering = useEntering();
  const [held, setHeld] = useState<Held | null>(null);
  const [picked, setPicked] = useState<Held | null>(null);
  const [choosing, setChoosing] = useState<Held | null>(null);
  const [losing, setLosing] = useState<Move | null>(null);
  const [said, setSaid] = useState("");
  const area = useRef<HTMLDivElement>(null);
  const refocus = useRef<string | null>(null);

  const columns = placeColumns(board.columns, folds.choice, useMediaQuery("(min-width: 1600px)", false, { getInitialValueInEffect: false }));
  const standOpen = columns.filter(({ place }) => place === "open");
  const stageName = (id: string) => board.columns.find(({ stage_id }) => stage_id === id)?.name ?? "";
  const standing = new Set(board.columns.flatMap((column) => column.cards.map(({ id }) => id)));
  const firstCard = standOpen.find(({ column }) => column.cards.length > 0)?.column.cards[0]?.id ?? null;
  const active = held !== null && standing.has(held.card.id) ? held.card.id : firstCard;

  const run = (move: Move) => {
    refocus.current = move.card.id;
    mover.mutate(move, {
      onSuccess: ({ action }) => {
        const words = t("moved", { name: cardTitle(move.card), stage: stageName(move.to) });
        setSaid(words);
        toast.say(words, [action]);
      },
      onError: (error) => entering.refused(error, { deal: move.card.id, name: cardTitle(move.card), stage: move.to, stageName: stageName(move.to), reason: move.reason }),
    });
  };
  const moveTo = ({ card, stage }: Held, to: string) => {
    if (to === stage) return;
    const move = { card, from: stage, to, reason: null };
    if (board.columns.find(({ stage_id }) => stage_id === to)?.kind === "lost") setLosing(move);
    else run(move);
  };
  const open = ({ card }: Held) => void navigate({ to: "/deals/$id", params: { id: card.id } });
  const keys = useCardKeys({
    stages: board.columns.map(({ stage_id }) => stage_id),
    onDrop: (lifted) => moveTo(lifted, lifted.to),
    onOpen: open,
    onSay: (what, { card, to }: Lifted) => setSaid(t(`say.${what}`, { name: cardTitle(card), stage: stageName(to) })),
  });
  useActions([{ id: "pipeline.move", run: () => held && setChoosing(held), disabled: held ? undefined : t("move.pickFirst") }]);

  // A moved card is a new element in another column: focus follows it there.
  useLayoutEffect(() => {
    const id = refocus.current;
    if (id === null || losing !== null || choosing !== null) return;
    const card = [...(area.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])].find((each) => each.dataset["card"] === id);
    if (!card || card === document.activeElement) return;
    card.focus();
    refocus.current = null;
  });

  const strip = (side: "before" | "after") => {
    const stages = columns.filter(({ place }) => place === side);
    if (stages.length === 0) return null;
    return <FoldedStrip title={t(`strip.${side}`)} stages={stages} target={keys.lifted?.to ?? null} side={side} onOpen={(stage) => folds.set(stage, true)} />;
  };

  return (
    <DragArea<Held>
      onPick={(item) => setPicked(item)}
      onDrop={(item, zone) => {
        setPicked(null);
        if (zone !== null) moveTo(item, zone);
      }}
      overlay={picked ? <div className={css.card} data-lifted><DealFace card={picked.card} closed={false} /></div> : null}
    >
      <div
        ref={area}
        className={css.board}
        data-testid="board"
        role="group"
        aria-label={t("board.label", { pipeline: board.pipeline.name })}
        aria-description={t("board.keys")}
        onKeyDown={(event) => keys.onKeyDown(event, held)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) keys.letGo();
        }}
      >
        {strip("before")}
        <div className={css.columns} style={{ minWidth: standOpen.length * COLUMN + 8 }}>
          {standOpen.map(({ column, index }) => (
              <Column
                key={column.stage_id}
                column={column}
                index={index}
                target={keys.lifted !== null && keys.lifted.to === column.stage_id && keys.lifted.stage !== column.stage_id}
                filter={filter}
                standing={standing}
                source={picked?.stage ?? null}
                tall={standOpen.some((each) => each.column.unknown > 0)}
                active={active}
                lifted={keys.lifted?.card.id ?? null}
                onFocus={setHeld}
                onOpen={(card) => open({ card, stage: column.stage_id })}
                onFold={() => folds.set(column.stage_id, false)}
              />
            ))}
        </div>
        {strip("after")}
        <div className="tl-hidden" role="status" aria-live="polite">{said}</div>
      </div>
      {choosing ? (
        <MoveTo
          {...choosing}
          columns={board.columns}
          onClose={() => setChoosing(null)}
          onChoose={(stage) => {
            setChoosing(null);
            moveTo(choosing, stage);
          }}
        />
      ) : null}
      {losing ? (
        <LostReason
          name={cardTitle(losing.card)}
          onClose={() => setLosing(null)}
          onReason={(reason) => {
            setLosing(null);
            run({ ...losing, reason });
          }}
        />
      ) : null}
      {entering.dialog}
    </DragArea>
  );
}
