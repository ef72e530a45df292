// The columns and filters of the list of organizations.
import { useTranslation } from "react-i18next";
import type { OrganizationRow } from "../../ipc/bindings.gen";
import { choice, text } from "../../shared/fields/specs";
import { useFormat } from "../../shared/format/useFormat";
import { Made, NextStep, Owner, Quiet, Tags, Touched } from "../../shared/table/cells";
import type { Column } from "../../shared/table/columns";
import type { FilterSpec } from "../../shared/table/Filters";
import { useRowEdit } from "../../shared/table/useRowEdit";

export const grades = ["A", "B", "C", "D"] as const;

export function useColumns(): readonly Column<OrganizationRow>[] {
  const { t } = useTranslation(["organizations", "table"]);
  const f = useFormat();
  const { edit, owner } = useRowEdit("organizations");
  return [
    {
      key: "name", head: t("column.name"), width: "minmax(160px, 24%)", sort: "name", cell: ({ name }) => name,
      edit: ({ id, name }) => edit({ id, field: "name", label: t("column.name"), value: name, spec: text({ required: true }) }),
    },
    {
      key: "industry", head: t("column.industry"), width: "minmax(84px, 14%)", cell: ({ industry }) => <Quiet>{industry}</Quiet>,
      edit: ({ id, industry }) => edit({ id, field: "industry", label: t("column.industry"), value: industry ?? "", spec: text() }),
    },
    {
      key: "region", head: t("column.region"), width: "minmax(72px, 10%)", cell: ({ region }) => <Quiet>{region}</Quiet>,
      edit: ({ id, region }) => edit({ id, field: "region", label: t("column.region"), value: region ?? "", spec: text() }),
    },
    {
      key: "grade", head: t("table:field.grade"), width: "44px", sort: "grade", cell: ({ grade }) => grade,
      edit: ({ id, grade }) => edit({ id, field: "grade", label: t("table:field.grade"), value: grade ?? "", spec: choice(grades) }),
    },
    { key: "people", head: t("column.people"), width: "56px", end: true, cell: ({ people }) => f.number(people) },
    { key: "deals", head: t("column.deals"), width: "88px", end: true, cell: ({ deals_open }) => f.number(deals_open) },
    { key: "touches", head: t("table:field.touches"), width: "56px", end: true, sort: "touch_count", hidden: true, cell: ({ touch_count }) => f.number(touch_count) },
    {
      key: "employees", head: t("table:field.employees"), width: "72px", end: true, sort: "employees", hidden: true,
      cell: ({ employees }) => (employees === null ? null : f.number(employees)),
      edit: ({ id, employees }) => edit({ id, field: "employees", label: t("table:field.employees"), value: employees === null ? "" : `${employees}`, spec: text() }),
    },
    {
      key: "founded", head: t("table:field.founded"), width: "72px", end: true, sort: "founded", hidden: true, cell: ({ founded }) => founded ?? null,
      edit: ({ id, founded }) => edit({ id, field: "founded", label: t("table:field.founded"), value: founded == null ? "" : `${founded}`, spec: text() }),
    },
    { key: "last", head: t("column.lastTouch"), width: "96px", end: true, sort: "last_touch_at", cell: ({ last_touch_at }) => <Touched at={last_touch_at} /> },
    { key: "next", head: t("table:field.next"), width: "minmax(96px, 12%)", hidden: true, sort: "next_on", cell: ({ next }) => <NextStep step={next} /> },
    { key: "made", head: t("table:field.made"), width: "84px", end: true, sort: "made_at", hidden: true, cell: ({ made_at }) => <Made at={made_at} /> },
    { key: "tags", head: t("table:field.tag"), width: "minmax(72px, 1fr)", cell: ({ tags }) => <Tags tags={tags} /> },
    {
      key: "owner", head: t("table:field.owner"), width: "minmax(64px, 8%)", cell: (row) => <Owner row={row} />,
      edit: ({ id, owner: now, owner_set }) => owner(id, t("table:field.owner"), owner_set ? (now?.id ?? "") : ""),
    },
  ];
}

export function useFilters(): readonly FilterSpec[] {
  const { t } = useTranslation("table");
  return [
    { field: "grade", label: t("field.grade"), words: Object.fromEntries(grades.map((grade) => [grade, grade])), empty: t("empty.grade") },
    { field: "industry", label: t("field.industry"), empty: t("empty.industry") },
    { field: "region", label: t("field.region"), empty: t("empty.region") },
    { field: "tag", label: t("field.tag") },
    { field: "owner", label: t("field.owner"), empty: t("empty.owner") },
    { field: "stage", label: t("field.openStage"), empty: t("empty.openDeal") },
    { field: "employees", label: t("field.employees"), asks: "range", empty: t("empty.employees") },
    { field: "founded", label: t("field.founded"), asks: "years", empty: t("empty.founded") },
    { field: "last_touch_at", label: t("field.lastTouch"), days: "behind", empty: t("empty.touch") },
    { field: "next", label: t("field.next"), days: "ahead", empty: t("empty.next") },
    { field: "touch_count", label: t("field.touchCount"), asks: "range" },
    { field: "made_at", label: t("field.made"), days: "behind" },
  ];
}
