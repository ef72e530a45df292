// The stages of a pipeline in their order. A row is dragged, or moved with Alt and the arrows; Enter
// opens it.
import { Button, UnstyledButton } from "@mantine/core";
import { IconGripVertical, IconPlus } from "@tabler/icons-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PipelineSetup, StageSetup } from "../../ipc/bindings.gen";
import { DragArea, useDragItem, useDropZone } from "../../shared/dnd/drag";
import { Keys } from "../../shared/ui/Keys";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { useOrderStages } from "./queries";
import css from "./settings.module.css";
import { StageForm } from "./StageForm";

const rowId = (stage: string) => `stage-${stage}`;

export function Stages({ pipeline }: { pipeline: PipelineSetup }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const order = useOrderStages();
  const [open, setOpen] = useState<StageSetup | "new" | null>(null);
  const [lifted, setLifted] = useState<string | null>(null);
  // A move stands at once, so that the next key goes on from it; then the file says the same.
  const [laid, setLaid] = useState<{ over: string; ids: readonly string[] } | null>(null);
  const stored = pipeline.stages.map(({ id }) => id);
  const ids = laid !== null && laid.over === stored.join() ? laid.ids : stored;
  const stages = ids.flatMap((id) => pipeline.stages.find((stage) => stage.id === id) ?? []);
  // A row that is moved in the page loses the keyboard.
  const held = useRef<string | null>(null);
  const arranged = ids.join();
  useLayoutEffect(() => {
    if (held.current !== null && document.activeElement === document.body) document.getElementById(rowId(held.current))?.focus();
  }, [arranged]);

  const place = (id: string, to: number) => {
    const from = ids.indexOf(id);
    if (to < 0 || to >= ids.length || to === from) return;
    const next = ids.filter((one) => one !== id);
    next.splice(to, 0, id);
    const name = stages[from]?.name ?? "";
    held.current = id;
    setLaid({ over: stored.join(), ids: next });
    order.mutate({ pipeline: pipeline.id, ids: next }, {
      onSuccess: ({ action }) => toast.say(t("stages.moved", { name }), [action]),
      onError: (refused) => {
        setLaid(null);
        toast.fail(refused);
      },
    });
  };
  const lift = pipeline.stages.find(({ id }) => id === lifted);
  return (
    <>
      <DragArea<string>
        onPick={setLifted}
        onDrop={(id, zone) => {
          setLifted(null);
          if (zone !== null) place(id, ids.indexOf(zone));
        }}
        overlay={lift === undefined ? null : <div className={css.lifted}>{lift.name}</div>}
      >
        <ol className={css.rows} aria-label={t("stages.list", { name: pipeline.name })}>
          {stages.map((stage, index) => (
            <Row key={stage.id} stage={stage} onOpen={() => setOpen(stage)} onMove={(step) => place(stage.id, index + step)} />
          ))}
        </ol>
      </DragArea>
      <div className={css.listFoot}>
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen("new")} data-testid="stage-new">{t("stages.new")}</Button>
        <span className={css.keysHint}><Keys keys="alt+up" /><Keys keys="alt+down" />{t("stages.moveKeys")}</span>
      </div>
      {open === null ? null : <StageForm pipeline={pipeline} stage={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Row({ stage, onOpen, onMove }: { stage: StageSetup; onOpen: () => void; onMove: (step: number) => void }) {
  const { t } = useTranslation("settings");
  const { ref, dragging } = useDragItem(stage.id, stage.id);
  const { ref: slot, over } = useDropZone(stage.id);
  const { name, kind, win_chance: chance, limit_days: days, deals } = stage;
  return (
    <li ref={slot} data-over={over || undefined} data-dragging={dragging || undefined} className={css.slot}>
      <UnstyledButton
        ref={ref}
        id={rowId(stage.id)}
        className={css.row}
        onClick={onOpen}
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (!event.altKey || step === 0) return;
          event.preventDefault();
          onMove(step);
        }}
        data-testid="stage-row"
      >
        <IconGripVertical size={16} aria-hidden />
        <span className={css.rowName}>{name}</span>
        <Tag>{t(`stages.kind.${kind}`)}</Tag>
        <span className={css.rowAbout}>{days === null ? t("stages.noLimit") : t("stages.limit", { count: days })}</span>
        <span className={css.figure}>{chance === null ? "–" : `${chance}%`}</span>
        <span className={css.figure}>{t("stages.deals", { count: deals })}</span>
      </UnstyledButton>
    </li>
  );
}
