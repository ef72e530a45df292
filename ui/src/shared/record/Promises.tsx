// What was promised: open promises to keep or drop, and the ones that are closed.
import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronRight, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClosedStep, NextStep } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { useToast } from "../ui/toast";
import { LineDelete, useLineDelete } from "./DeleteLine";
import { Section } from "./Details";
import { useStepDone, useStepDrop } from "./queries";
import css from "./record.module.css";

export function Promises({ steps, closed = [] }: { steps: readonly NextStep[]; closed?: readonly ClosedStep[] | undefined }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const toast = useToast();
  const done = useStepDone();
  const drop = useStepDrop();
  const lines = useLineDelete();
  const [unfolded, setUnfolded] = useState(false);
  if (steps.length === 0 && closed.length === 0) return null;
  const said = (words: string) => ({ onSuccess: ({ action }: { action: string | null }) => toast.say(words, [action]), onError: toast.fail });
  return (
    <Section title={t("details.followups")}>
      <div {...lines}>
      {steps.map((step) => (
        <div key={step.id} className={css.line} data-line={step.id} data-testid="promise">
          <div className={css.lineText}>
            <div className="tl-ellipsis" title={step.title}>{step.title}</div>
            <div className={step.days_late > 0 ? css.late : css.quiet}>{format.due(step)}</div>
          </div>
          <Tooltip label={t("next.tick")}>
            <ActionIcon aria-label={t("next.tickNamed", { title: step.title })} onClick={() => done.mutate(step.id, said(t("next.done", { title: step.title })))} data-testid="promise-done">
              <IconCheck size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("next.drop")}>
            <ActionIcon aria-label={t("next.dropNamed", { title: step.title })} onClick={() => drop.mutate(step.id, said(t("next.dropped", { title: step.title })))} data-testid="promise-drop">
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <LineDelete id={step.id} name={step.title} />
        </div>
      ))}
      {closed.length === 0 ? null : (
        <UnstyledButton className={css.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)} data-testid="promises-closed">
          <IconChevronRight size={14} aria-hidden />
          {t("details.closed", { count: closed.length })}
        </UnstyledButton>
      )}
      {unfolded
        ? closed.map((step) => (
            <div key={step.id} className={css.line} data-line={step.id}>
              <div className={css.lineText}>
                <div className="tl-ellipsis" title={step.title}>{step.title}</div>
                <div className={css.quiet}>{[t(`next.state.${step.state === "dropped" ? "dropped" : "done"}`), step.done_at === null ? null : format.dayAt(step.done_at)].filter(Boolean).join(" · ")}</div>
              </div>
              <LineDelete id={step.id} name={step.title} />
            </div>
          ))
        : null}
      </div>
    </Section>
  );
}
