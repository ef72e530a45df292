// The columns and filters of the people list.
import { useTranslation } from "react-i18next";
import type { PeopleRow } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { Made, NextStep, Owner, Quiet, Tags, Touched } from "../../shared/table/cells";
import type { Column } from "../../shared/table/columns";
import type { FilterSpec } from "../../shared/table/Filters";
import { useMonthWords } from "../../shared/table/months";
import { useRowEdit } from "../../shared/table/useRowEdit";
import { grades, kinds, personFields } from "./fields";

const reaches = ["reachable", "do_not_contact", "wrong", "none"] as const;

export function useKindWords(): Readonly<Record<string, string>> {
  const { t } = useTranslation("common");
  return Object.fromEntries(kinds.map((kind) => [kind, t(`kind.${kind}`)]));
}

export function useColumns(): readonly Column<PeopleRow>[] {
  const { t } = useTranslation(["people", "table"]);
  const f = useFormat();
  const called = usePersonName();
  const kindWords = useKindWords();
  const { edit, owner } = useRowEdit("people");
  const label = (field: "name" | "organization" | "title" | "kind" | "grade" | "city" | "source") => t(`people:field.${field}`);
  return [
    {
      key: "name", head: t("column.name"), width: "minmax(128px, 11%)", sort: "name", cell: ({ name }) => called(name),
      // The table knows a candidate by their code only.
      edit: ({ id, name, kind }) => (kind === "candidate" ? null : edit({ id, field: "name", label: label("name"), value: name, spec: personFields.name })),
    },
    {
      key: "organization", head: t("column.organization"), width: "minmax(112px, 17%)", cell: ({ organization }) => <Quiet>{organization}</Quiet>,
      // Somebody leaves on the record, with a day; here they can only go elsewhere.
      edit: ({ id, organization }) => edit({ id, field: "organization", label: label("organization"), value: organization ?? "", spec: { ...personFields.organization, required: organization !== null } }),
    },
    {
      key: "title", head: t("column.title"), width: "minmax(64px, 9%)", hidden: true, cell: ({ title }) => <Quiet>{title}</Quiet>,
      edit: ({ id, organization, title }) => (organization === null ? null : edit({ id, field: "title", label: label("title"), value: title ?? "", spec: personFields.title })),
    },
    {
      key: "grade", head: t("column.grade"), width: "44px", sort: "grade", cell: ({ grade }) => grade,
      edit: ({ id, grade }) => edit({ id, field: "grade", label: label("grade"), value: grade ?? "", spec: personFields.grade }),
    },
    {
      key: "kind", head: label("kind"), width: "72px", hidden: true, cell: ({ kind }) => <Quiet>{kindWords[kind]}</Quiet>,
      edit: ({ id, kind }) => edit({ id, field: "kind", label: label("kind"), value: kind, spec: personFields.kind, words: kindWords }),
    },
    { key: "stage", head: t("column.stage"), width: "minmax(56px, 7%)", cell: ({ stage }) => <Quiet>{stage}</Quiet> },
    { key: "touches", head: t("column.touches"), width: "56px", end: true, sort: "touch_count", cell: ({ touch_count }) => f.number(touch_count) },
    { key: "last", head: t("column.lastTouch"), width: "84px", end: true, sort: "last_touch_at", cell: ({ last_touch_at }) => <Touched at={last_touch_at} /> },
    { key: "next", head: t("column.next"), width: "minmax(120px, 1fr)", sort: "next_on", cell: ({ next }) => <NextStep step={next} /> },
    { key: "tags", head: t("table:field.tag"), width: "minmax(72px, 12%)", cell: ({ tags }) => <Tags tags={tags} /> },
    {
      key: "city", head: label("city"), width: "72px", hidden: true, cell: ({ city }) => <Quiet>{city}</Quiet>,
      edit: ({ id, city }) => edit({ id, field: "city", label: label("city"), value: city ?? "", spec: personFields.city }),
    },
    {
      key: "source", head: label("source"), width: "84px", hidden: true, cell: ({ source }) => <Quiet>{source}</Quiet>,
      edit: ({ id, source }) => edit({ id, field: "source", label: label("source"), value: source ?? "", spec: personFields.source }),
    },
    {
      key: "owner", head: t("table:field.owner"), width: "minmax(64px, 7%)", cell: (row) => <Owner row={row} />,
      edit: ({ id, owner: now, owner_set }) => owner(id, t("table:field.owner"), owner_set ? (now?.id ?? "") : ""),
    },
    {
      key: "phone", head: t("column.phone"), width: "80px", end: true,
      cell: ({ phone_tail, phone_blocked }) => <Quiet>{phone_blocked === true ? <s title={t("cell.blocked")}>{phone_tail}</s> : phone_tail}</Quiet>,
    },
    { key: "made", head: t("table:field.made"), width: "84px", end: true, sort: "made_at", hidden: true, cell: ({ made_at }) => <Made at={made_at} /> },
  ];
}

export function useFilters(): readonly FilterSpec[] {
  const { t } = useTranslation("table");
  const months = useMonthWords();
  const has = { true: t("has.true"), false: t("has.false") };
  return [
    { field: "grade", label: t("field.grade"), words: Object.fromEntries(grades.map((grade) => [grade, grade])), empty: t("empty.grade") },
    { field: "kind", label: t("field.kind"), words: useKindWords() },
    { field: "tag", label: t("field.tag") },
    { field: "organization", label: t("field.organization"), asks: "text", empty: t("empty.organization") },
    { field: "title", label: t("field.title"), asks: "text", empty: t("empty.title") },
    { field: "stage", label: t("field.openStage"), empty: t("empty.openDeal") },
    { field: "source", label: t("field.source"), empty: t("empty.source") },
    { field: "owner", label: t("field.owner"), empty: t("empty.owner") },
    { field: "city", label: t("field.city"), empty: t("empty.city") },
    { field: "last_touch_at", label: t("field.lastTouch"), days: "behind", empty: t("empty.touch") },
    { field: "next", label: t("field.next"), days: "ahead", empty: t("empty.next") },
    { field: "touch_count", label: t("field.touchCount"), asks: "range" },
    { field: "phone", label: t("field.phone"), words: has },
    { field: "email", label: t("field.email"), words: has },
    { field: "wechat", label: t("field.wechat"), words: has },
    { field: "reach", label: t("field.reach"), words: Object.fromEntries(reaches.map((one) => [one, t(`reach.${one}`)])) },
    { field: "birthday", label: t("field.birthday"), listed: months, empty: t("empty.birthday") },
    { field: "made_at", label: t("field.made"), days: "behind" },
  ];
}
