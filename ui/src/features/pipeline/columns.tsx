// The columns and filters of the table of deals.
import { useTranslation } from "react-i18next";
import type { DealRow } from "../../ipc/bindings.gen";
import type { Cell } from "../../shared/fields/EditableCell";
import { day, text } from "../../shared/fields/specs";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { Left } from "../../shared/record/Left";
import { Expected, Made, NextStep, Quiet, Tags, Touched } from "../../shared/table/cells";
import type { Column } from "../../shared/table/columns";
import type { FilterSpec } from "../../shared/table/Filters";
import { ScoreTag } from "../../shared/ui/ScoreTag";
import { useRowEdit } from "../../shared/table/useRowEdit";
import { amountOf, typedAmount } from "./amounts";
import { daysLeft } from "./board";
import css from "./pipeline.module.css";

/** `stageCell`: the stage as it is edited. */
export function useColumns(stageCell: (row: DealRow) => Cell | null): readonly Column<DealRow>[] {
  const { t } = useTranslation(["pipeline", "table", "scoring"]);
  const f = useFormat();
  const { currency } = usePlace();
  const { edit, owner } = useRowEdit("deals");
  return [
    {
      key: "name", head: t("table:field.name"), width: "minmax(112px, 12%)", sort: "name", cell: ({ name }) => name,
      edit: ({ id, name }) => edit({ id, field: "name", label: t("table:field.name"), value: name, spec: text({ required: true }) }),
    },
    { key: "organization", head: t("deal.organization"), width: "minmax(104px, 12%)", cell: ({ organization }) => <Quiet>{organization}</Quiet> },
    { key: "person", head: t("deal.person"), width: "minmax(64px, 8%)", hidden: true, cell: ({ person }) => <Quiet>{person}</Quiet> },
    { key: "stage", head: t("table:field.stage"), width: "minmax(64px, 7%)", cell: ({ stage }) => stage, edit: stageCell },
    {
      key: "days", head: t("table:field.days"), width: "60px", end: true, sort: "stage_at",
      cell: (deal) => <DaysInStage deal={deal} />,
    },
    {
      key: "amount", head: t("deal.amount"), width: "92px", end: true, sort: "amount", cell: ({ amount }) => (amount === null ? null : f.money(amount)),
      edit: ({ id, amount }) => edit({
        id, field: "amount", label: t("deal.amount"), value: amount === null ? "" : typedAmount(amount), spec: text(), toStored: (typed) => amountOf(typed, amount?.currency ?? currency),
      }),
    },
    {
      key: "close", head: t("table:field.close"), width: "76px", end: true, sort: "close_on", cell: ({ close_on, stage_kind }) => (close_on == null ? null : <Expected on={close_on} open={stage_kind !== "won" && stage_kind !== "lost"} />),
      edit: ({ id, close_on }) => edit({ id, field: "close_on", label: t("table:field.close"), value: close_on ?? "", spec: day() }),
    },
    { key: "left", head: t("table:field.left"), width: "72px", end: true, cell: ({ left }) => <Left left={left ?? null} /> },
    { key: "touches", head: t("table:field.touches"), width: "48px", end: true, sort: "touch_count", cell: ({ touch_count }) => f.number(touch_count) },
    { key: "score", head: t("scoring:deal.label"), width: "56px", sort: "level", cell: ({ score }) => <ScoreTag score={score} /> },
    { key: "last", head: t("table:field.lastTouch"), width: "84px", end: true, sort: "last_touch_at", hidden: true, cell: ({ last_touch_at }) => <Touched at={last_touch_at} /> },
    { key: "next", head: t("table:field.next"), width: "minmax(96px, 1fr)", sort: "next_on", cell: ({ next }) => <NextStep step={next} /> },
    { key: "made", head: t("table:field.made"), width: "84px", end: true, sort: "made_at", hidden: true, cell: ({ made_at }) => <Made at={made_at} /> },
    { key: "product", head: t("deal.product"), width: "minmax(72px, 9%)", hidden: true, cell: ({ product }) => <Quiet>{product}</Quiet> },
    { key: "tags", head: t("table:field.tag"), width: "minmax(56px, 6%)", hidden: true, cell: ({ tags }) => <Tags tags={tags} /> },
    {
      key: "owner", head: t("deal.holder"), width: "minmax(60px, 6%)", cell: ({ holder }) => holder?.name ?? <Quiet>{t("deal.pool")}</Quiet>,
      edit: ({ id, holder }) => owner(id, t("deal.holder"), holder?.id ?? ""),
    },
  ];
}

export function useFilters(): readonly FilterSpec[] {
  const { t } = useTranslation(["table", "pipeline"]);
  return [
    { field: "stage", label: t("field.stage") },
    { field: "owner", label: t("pipeline:deal.holder"), empty: t("empty.pool") },
    { field: "stage_at", label: t("field.stageSince"), days: "behind", empty: t("empty.stageSince") },
    { field: "amount", label: t("pipeline:deal.amount"), asks: "range", empty: t("empty.amount") },
    { field: "organization", label: t("pipeline:deal.organization"), asks: "text", empty: t("empty.organization") },
    { field: "person", label: t("pipeline:deal.person"), asks: "text", empty: t("empty.person") },
    { field: "next", label: t("field.next"), days: "ahead", empty: t("empty.next") },
    { field: "close_on", label: t("field.close"), days: "ahead", empty: t("empty.close") },
    { field: "last_touch_at", label: t("field.lastTouch"), days: "behind", empty: t("empty.touch") },
    { field: "touch_count", label: t("field.touchCount"), asks: "range" },
    { field: "fit", label: t("field.fit"), listed: [["A", "A"], ["B", "B"], ["C", "C"], ["D", "D"]], empty: t("empty.fit") },
    { field: "level", label: t("field.level"), listed: [["4", "4"], ["3", "3"], ["2", "2"], ["1", "1"]], empty: t("empty.level") },
    { field: "made_at", label: t("field.made"), days: "behind" },
    { field: "product", label: t("pipeline:deal.product"), empty: t("empty.product") },
    { field: "tag", label: t("field.tag") },
  ];
}

/** Days in the stage; past its limit they say so. */
function DaysInStage({ deal }: { deal: DealRow }) {
  const { t } = useTranslation(["pipeline", "table"]);
  const { days_in_stage: days, stage_kind: kind } = deal;
  const left = kind === "won" || kind === "lost" ? null : daysLeft(deal);
  if (left !== null && left < 0) return <span className={css.warn} title={t("card.over", { count: -left })}>{t("card.over", { count: -left })}</span>;
  return days === null ? null : t("table:days", { count: days });
}
