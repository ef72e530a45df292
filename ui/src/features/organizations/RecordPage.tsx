// One organization: what matters now, everything said with anyone there, its people and deals.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconBuilding, IconCalendarPlus, IconPencilPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationRecord } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { overlays } from "../../shared/hooks/overlays";
import { type Action, useActions } from "../../shared/keys/actions";
import { DealCell, NextCell } from "../../shared/record/cells";
import { type Absent as OrAbsent, Missing } from "../../shared/record/Missing";
import { NextStepForm, type PlannedStep } from "../../shared/record/NextStepForm";
import { usePlanStep, useTimeline } from "../../shared/record/queries";
import { Absent, RecordBody, RecordHead, RecordPageFrame, Strip, StripCell } from "../../shared/record/Record";
import { Timeline } from "../../shared/record/Timeline";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Loading } from "../../shared/ui/Loading";
import { TouchDots } from "../../shared/ui/TouchDots";
import { useToast } from "../../shared/ui/toast";
import { OrganizationSide } from "./OrganizationSide";
import { recordQueries } from "./queries";

type PageProps = {
  id: string;
  /** what stands here when there is no such record */
  absent?: OrAbsent;
  journey?: React.ReactNode;
  /** what was merged into the record, and the way to merge it; lent by the route */
  merged?: (record: OrganizationRecord) => React.ReactNode;
  /** the form for a deal with whom this page is about; lent by the route */
  newDeal?: (close: () => void, about: { organization: string | null; person: { id: string; name: string } | null }) => React.ReactNode;
};

export function OrganizationRecordPage({ id, journey, merged, absent, newDeal }: PageProps) {
  const { data, error } = useQuery(recordQueries.organization(id));
  if (data) return <Record record={data} journey={journey} merged={merged} newDeal={newDeal} />;
  return <RecordPageFrame>{error ? <Missing error={error} absent={absent} /> : <Loading rows={8} height={56} />}</RecordPageFrame>;
}

function Record({ record, journey, merged, newDeal }: Pick<PageProps, "newDeal" | "merged"> & { record: OrganizationRecord; journey: React.ReactNode }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const toast = useToast();
  const [planning, setPlanning] = useState(false);
  const [dealing, setDealing] = useState(false);
  const plan = usePlanStep();
  const { organization } = record;
  const { items, more } = useTimeline({ kind: "organization", id: organization.id }, record.timeline);
  // A promise hangs on someone: the person of the latest touch, else the first one known.
  const someone = record.timeline.items.find((item) => item.kind === "touchpoint" && item.person !== null);
  const partner = (someone?.kind === "touchpoint" ? someone.person : null) ?? record.people[0] ?? null;
  const deal = record.deals.find(({ stage_kind }) => stage_kind !== "won" && stage_kind !== "lost") ?? null;

  const log: Action = { id: "record.log", icon: IconPencilPlus, run: () => overlays.quicklog(partner ? { person: { id: partner.id, name: partner.name } } : {}) };
  const next: Action = {
    id: "record.next", icon: IconCalendarPlus, run: () => setPlanning(true),
    disabled: partner === null && deal === null ? t("next.needsSomeone") : undefined,
  };
  useActions([next, log]);

  const savePlan = (step: PlannedStep) =>
    plan.mutate(
      { id: null, person: partner?.id ?? null, deal: deal?.id ?? null, ...step },
      {
        onSuccess: ({ action }) => {
          setPlanning(false);
          toast.say(t("next.saved", { when: format.inWords(step.due_on) }), [action]);
        },
      },
    );

  return (
    <RecordPageFrame>
      <RecordHead
        name={organization.name}
        tag={organization.grade === null ? undefined : t("grade", { grade: organization.grade })}
        icon={<IconBuilding size={28} aria-hidden style={{ color: "var(--tl-text-3)" }} />}
        about={[organization.industry, organization.region].filter(Boolean).join(" · ")}
      >
        <ActionButton action={next} testId="record-next" />
        <ActionButton action={log} variant="filled" testId="record-log" />
      </RecordHead>
      <Strip>
        <NextCell next={[...record.followups].sort((a, b) => a.due_on.localeCompare(b.due_on))[0] ?? null} />
        <DealCell deals={record.deals} link={(id, words) => <Link to="/deals/$id" params={{ id }} className="tl-ellipsis">{words}</Link>} />
        <StripCell
          label={t("strip.last")}
          value={record.last_touch_at === null ? <Absent>{t("strip.never")}</Absent> : format.ago(record.last_touch_at)}
          note={t("strip.peopleCount", { count: record.people.length })}
        />
        <StripCell label={t("strip.touch")} value={<TouchDots count={record.touch_count} />} note={t("strip.usual")} />
      </Strip>
      <RecordBody side={<OrganizationSide record={record} onNewDeal={newDeal && (() => setDealing(true))} />}>
        {merged?.(record)}
        {journey}
        <Timeline items={items} total={record.touchpoints_total} onMore={more} showPerson />
      </RecordBody>
      {planning ? <NextStepForm name={partner?.name ?? organization.name} saving={plan.isPending} error={plan.error} onSave={savePlan} onClose={() => setPlanning(false)} /> : null}
      {dealing && newDeal ? newDeal(() => setDealing(false), { organization: organization.name, person: null }) : null}
    </RecordPageFrame>
  );
}
