// One deal: where it stands, what is next, who takes part, the way it came, what was said.
import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { IconCalendarPlus, IconLayoutKanban, IconPencilPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealRecord } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { overlays } from "../../shared/hooks/overlays";
import { type Action, useActions } from "../../shared/keys/actions";
import { NextCell } from "../../shared/record/cells";
import { type Absent as OrAbsent, Missing } from "../../shared/record/Missing";
import { NextStepForm, type PlannedStep } from "../../shared/record/NextStepForm";
import { usePlanStep, useTimeline } from "../../shared/record/queries";
import { Absent, RecordBody, RecordHead, RecordPageFrame, Strip, StripCell } from "../../shared/record/Record";
import { Timeline } from "../../shared/record/Timeline";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Loading } from "../../shared/ui/Loading";
import { TouchDots } from "../../shared/ui/TouchDots";
import { useToast } from "../../shared/ui/toast";
import { daysLeft } from "./board";
import { DealSide } from "./DealSide";
import { LostReason } from "./LostReason";
import { MoveTo } from "./MoveTo";
import { useEntering } from "./NeedsForm";
import css from "./pipeline.module.css";
import { pipelineQueries, useMoveDeal } from "./queries";

/** What is lent by the route: quotes and cash, the score. */
type Lent = (deal: DealRecord["deal"]) => React.ReactNode;

export function DealPage({ id, absent, cash, score }: { id: string; absent?: OrAbsent; cash?: Lent; score?: Lent }) {
  const { data, error } = useQuery(pipelineQueries.deal(id));
  if (data) return <Record record={data} cash={cash?.(data.deal)} score={score?.(data.deal)} />;
  return <RecordPageFrame>{error ? <Missing error={error} absent={absent} /> : <Loading rows={8} height={56} />}</RecordPageFrame>;
}

function Record({ record, cash, score }: { record: DealRecord; cash: React.ReactNode; score: React.ReactNode }) {
  const { t } = useTranslation(["pipeline", "record"]);
  const format = useFormat();
  const toast = useToast();
  const [planning, setPlanning] = useState(false);
  const plan = usePlanStep();
  const { deal } = record;
  const partner = partnerOf(record);
  const { items, more } = useTimeline({ kind: "deal", id: deal.id }, record.timeline);
  const next = [...record.followups].sort((a, b) => a.due_on.localeCompare(b.due_on))[0] ?? null;
  const closed = deal.stage_kind === "won" || deal.stage_kind === "lost";
  const moving = useMoving(record);

  const log: Action = { id: "record.log", icon: IconPencilPlus, run: () => overlays.quicklog(partner ? { person: { id: partner.id, name: partner.name } } : {}) };
  const planNext: Action = { id: "record.next", icon: IconCalendarPlus, run: () => setPlanning(true) };
  const move: Action = { id: "pipeline.move", icon: IconLayoutKanban, run: moving.start };
  useActions([planNext, log, move]);

  const savePlan = (step: PlannedStep) =>
    plan.mutate(
      { id: null, person: partner?.id ?? null, deal: deal.id, ...step },
      {
        onSuccess: ({ action }) => {
          setPlanning(false);
          toast.say(t("record:next.saved", { when: format.inWords(step.due_on) }), [action]);
        },
      },
    );

  return (
    <RecordPageFrame>
      <RecordHead name={deal.name} tag={deal.stage === "" ? undefined : deal.stage} icon={<IconLayoutKanban size={28} aria-hidden style={{ color: "var(--tl-text-3)" }} />} about={<About record={record} />}>
        <ActionButton action={move} />
        <ActionButton action={planNext} testId="record-next" />
        <ActionButton action={log} variant="filled" testId="record-log" />
      </RecordHead>
      <Strip>
        <NextCell next={next} />
        <StripCell
          label={t("deal.stage")}
          value={<StageNow deal={deal} />}
          note={closed || deal.stage_id === null ? undefined : deal.stale_after === null ? t("deal.noLimit") : <Limit deal={deal} limit={deal.stale_after} />}
        />
        <StripCell
          label={t("deal.amount")}
          value={deal.amount ? <span className="tl-num">{format.money(deal.amount)}</span> : <Absent>{t("card.noAmount")}</Absent>}
          note={deal.holder ? `${t("deal.holder")} ${deal.holder.name}` : t("deal.pool")}
        />
        <StripCell label={t("record:strip.touch")} value={<TouchDots count={deal.touch_count} />} note={<UsualTouches />} />
        {score}
      </Strip>
      <RecordBody side={<DealSide record={record} />}>
        {cash}
        <Timeline items={items} total={record.timeline.total} onMore={more} showPerson />
      </RecordBody>
      {planning ? <NextStepForm name={partner?.name ?? deal.name} saving={plan.isPending} error={plan.error} onSave={savePlan} onClose={() => setPlanning(false)} /> : null}
      {moving.dialogs}
    </RecordPageFrame>
  );
}

/** What own won deals took, beside the textbook; below five of them that is said. */
function UsualTouches() {
  const { t } = useTranslation(["pipeline", "record"]);
  const { data } = useQuery(pipelineQueries.touchSpread());
  if (data === undefined) return t("record:strip.usual");
  return data.p25 === null || data.p75 === null ? t("touch.few", { count: data.n }) : t("touch.own", { from: data.p25, to: data.p75, count: data.n });
}

/** Whom a promise or a talk about this deal is with. */
function partnerOf({ deal, person_id, people }: DealRecord): { id: string; name: string } | null {
  return person_id !== null && deal.person !== null ? { id: person_id, name: deal.person } : (people[0]?.person ?? null);
}

/** The limit of the stage, and whether the deal is past it. */
function Limit({ deal, limit }: { deal: DealRecord["deal"]; limit: number }) {
  const { t } = useTranslation("pipeline");
  const left = daysLeft(deal);
  if (left === null || left >= 0) return t("deal.limit", { count: limit });
  return <span className={css.warn}>{t("deal.stale", { limit, count: -left })}</span>;
}

function StageNow({ deal: { stage, days_in_stage } }: { deal: DealRecord["deal"] }) {
  const { t } = useTranslation("pipeline");
  if (stage === "") return <Absent>{t("deal.noStage")}</Absent>;
  return days_in_stage === null ? stage : t("deal.stageNow", { stage, count: days_in_stage });
}

function About({ record: { deal, pipeline, organization_id, product } }: { record: DealRecord }) {
  return (
    <>
      {deal.organization === null ? null : organization_id === null ? <span>{deal.organization}</span> : <Link to="/organizations/$id" params={{ id: organization_id }}>{deal.organization}</Link>}
      <span>{[deal.organization === null ? null : "", product, pipeline?.name ?? null].filter((text) => text !== null).join(" · ")}</span>
    </>
  );
}

/** Moving from the deal's own page: the same stages, the same question when it is lost. */
function useMoving({ deal, person_id, pipeline }: DealRecord) {
  const { t } = useTranslation("pipeline");
  const toast = useToast();
  const [step, setStep] = useState<"rest" | "choosing" | { losing: string }>("rest");
  const { data: board } = useQuery({ ...pipelineQueries.board(pipeline?.id ?? null), enabled: step !== "rest" });
  const mover = useMoveDeal(pipeline?.id ?? null);
  const entering = useEntering();
  const card = {
    id: deal.id, name: deal.name, organization: deal.organization, person: deal.person, person_id, amount: deal.amount, touch_count: deal.touch_count,
    days_in_stage: deal.days_in_stage, idle_days: deal.idle_days ?? null, stale_after: deal.stale_after, holder: deal.holder, next: null,
  };
  const run = (to: string, reason: string | null) => {
    setStep("rest");
    const name = board?.columns.find(({ stage_id }) => stage_id === to)?.name ?? "";
    mover.mutate({ card, from: deal.stage_id, to, reason }, { onSuccess: ({ action }) => toast.say(t("moved", { name: deal.name, stage: name }), [action]), onError: (error) => entering.refused(error, { deal: deal.id, name: deal.name, stage: to, stageName: name, reason }) });
  };
  const choose = (to: string) => {
    if (to === deal.stage_id) setStep("rest");
    else if (board?.columns.find(({ stage_id }) => stage_id === to)?.kind === "lost") setStep({ losing: to });
    else run(to, null);
  };
  const dialogs =
    step === "choosing" && board ? (
      <MoveTo card={card} stage={deal.stage_id} columns={board.columns} onClose={() => setStep("rest")} onChoose={choose} />
    ) : typeof step === "object" ? (
      <LostReason name={deal.name} onClose={() => setStep("rest")} onReason={(reason) => run(step.losing, reason)} />
    ) : null;
  return { start: () => setStep("choosing"), dialogs: <>{dialogs}{entering.dialog}</> };
}
