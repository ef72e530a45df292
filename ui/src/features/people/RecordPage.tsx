// One person: what matters now, how they came here, everything said, what is known about them.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconCalendarPlus, IconEyeOff, IconMicrophone2, IconPencilPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonRecord } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { overlays } from "../../shared/hooks/overlays";
import { type Action, useActions } from "../../shared/keys/actions";
import { personRecord } from "../../shared/lookup/queries";
import { type Absent, Missing } from "../../shared/record/Missing";
import { NextStepForm, type PlannedStep } from "../../shared/record/NextStepForm";
import { usePlanStep, useTimeline } from "../../shared/record/queries";
import { RecordBody, RecordHead, RecordPageFrame } from "../../shared/record/Record";
import { Timeline } from "../../shared/record/Timeline";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import css from "./RecordPage.module.css";
import { PersonSide } from "./PersonSide";
import { PersonStrip } from "./PersonStrip";

type PageProps = {
  id: string;
  /** what was answered in a conversation by guide */
  answers?: (touchpoint: string) => React.ReactNode;
  /** what stands here when there is no such record */
  absent?: Absent;
  journey?: React.ReactNode;
  /** what was merged into the record, and the way to merge it; lent by the route */
  merged?: (record: PersonRecord) => React.ReactNode;
  /** the form for a deal with whom this page is about; lent by the route */
  newDeal?: (close: () => void, about: { organization: string | null; person: { id: string; name: string } | null }) => React.ReactNode;
};

export function PersonRecordPage({ id, journey, merged, answers, absent, newDeal }: PageProps) {
  const { data, error } = useQuery(personRecord(id));
  if (data) return <Record record={data} journey={journey} merged={merged} answers={answers} newDeal={newDeal} />;
  return <RecordPageFrame>{error ? <Missing error={error} absent={absent} /> : <Loading rows={8} height={56} />}</RecordPageFrame>;
}

function Record({ record, journey, merged, answers, newDeal }: Pick<PageProps, "newDeal" | "merged" | "answers"> & { record: PersonRecord; journey: React.ReactNode }) {
  const { t } = useTranslation(["record", "common"]);
  const format = useFormat();
  const called = usePersonName();
  const toast = useToast();
  const [planning, setPlanning] = useState(false);
  const [dealing, setDealing] = useState(false);
  const plan = usePlanStep();
  const { person } = record;
  const { items, more } = useTimeline({ kind: "person", id: person.id }, record.timeline);

  const log: Action = { id: "record.log", icon: IconPencilPlus, run: () => overlays.quicklog({ person: { id: person.id, name: person.shown ?? person.name } }) };
  const next: Action = { id: "record.next", icon: IconCalendarPlus, run: () => setPlanning(true) };
  const interview: Action = {
    id: "record.interview",
    icon: IconMicrophone2,
    run: () => overlays.interview({ person: { id: person.id, name: person.shown ?? person.name }, purpose: person.kind === "candidate" ? "candidate" : "care" }),
  };
  useActions([next, log, interview]);

  const savePlan = (step: PlannedStep) =>
    plan.mutate(
      { id: null, person: person.id, deal: record.deals.find(({ stage_kind }) => stage_kind !== "won" && stage_kind !== "lost")?.id ?? null, ...step },
      {
        onSuccess: ({ action }) => {
          setPlanning(false);
          toast.say(t("next.saved", { when: format.inWords(step.due_on) }), [action]);
        },
      },
    );

  return (
    <RecordPageFrame>
      <RecordHead name={person.name} tag={kindAndGrade(person, t)} about={<About record={record} />}>
        {person.kind === "candidate" && person.shown != null && person.shown !== person.name ? <span className={css.pseudonym} title={t("pseudonym.why")} data-testid="record-pseudonym"><IconEyeOff size={16} aria-hidden />{t("pseudonym.note", { code: called(person.shown) })}</span> : null}
        <ActionButton action={next} testId="record-next" />
        <ActionButton action={interview} testId="record-interview" />
        <ActionButton action={log} variant="filled" testId="record-log" />
      </RecordHead>
      <PersonStrip record={record} onPlan={() => setPlanning(true)} />
      <RecordBody side={<PersonSide record={record} onNewDeal={newDeal && (() => setDealing(true))} />}>
        {merged?.(record)}
        {journey}
        <Timeline items={items} total={record.touchpoints_total} onMore={more} more={answers} />
      </RecordBody>
      {planning ? <NextStepForm name={person.name} saving={plan.isPending} error={plan.error} onSave={savePlan} onClose={() => setPlanning(false)} /> : null}
      {dealing && newDeal ? newDeal(() => setDealing(false), { organization: record.positions.find(({ to_on }) => to_on === null)?.organization ?? null, person: { id: person.id, name: person.name } }) : null}
    </RecordPageFrame>
  );
}

function kindAndGrade({ kind, grade }: PersonRecord["person"], t: ReturnType<typeof useTranslation<["record", "common"]>>["t"]): string {
  const named = t(`common:kind.${kind}`);
  return grade === null ? named : t("kindGrade", { kind: named, grade });
}

function About({ record: { person, positions } }: { record: PersonRecord }) {
  const now = positions.find((position) => position.to_on === null);
  const rest = [now?.title, person.city].filter((text) => text !== null && text !== undefined && text !== "");
  return (
    <>
      {now ? <Link to="/organizations/$id" params={{ id: now.organization_id }}>{now.organization}</Link> : null}
      <span>{`${now && rest.length > 0 ? " · " : ""}${rest.join(" · ")}`}</span>
    </>
  );
}
