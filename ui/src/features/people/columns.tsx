// The columns of the people list.
import { useTranslation } from "react-i18next";
import type { PeopleRow } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import type { Column } from "../../shared/table/VirtualTable";
import css from "./PeoplePage.module.css";

export function useColumns(): readonly Column<PeopleRow>[] {
  const { t } = useTranslation("people");
  const f = useFormat();
  const next = ({ next: step }: PeopleRow) => {
    if (step === null) return <span className={css.none}>{t("cell.noNext")}</span>;
    if (step.days_late > 0) return <span><span className={css.late}>{f.late(step.days_late)}</span>{` ${step.title}`}</span>;
    return `${f.day(step.due_on)} ${step.title}`;
  };
  return [
    { key: "name", head: t("column.name"), width: "minmax(104px, 9%)", sort: "name", cell: ({ name }) => name },
    { key: "organization", head: t("column.organization"), width: "minmax(120px, 17%)", cell: ({ organization }) => <span className={css.quiet}>{organization}</span> },
    { key: "title", head: t("column.title"), width: "minmax(64px, 9%)", cell: ({ title }) => <span className={css.quiet}>{title}</span> },
    { key: "grade", head: t("column.grade"), width: "40px", cell: ({ grade }) => grade },
    { key: "stage", head: t("column.stage"), width: "minmax(68px, 7%)", cell: ({ stage }) => <span className={css.quiet}>{stage}</span> },
    { key: "touches", head: t("column.touches"), width: "56px", end: true, sort: "touch_count", cell: ({ touch_count }) => touch_count },
    {
      key: "last", head: t("column.lastTouch"), width: "96px", end: true, sort: "last_touch_at",
      cell: ({ last_touch_at }) => (last_touch_at === null ? <span className={css.none}>{t("cell.neverTouched")}</span> : <span className={css.quiet}>{f.ago(last_touch_at)}</span>),
    },
    { key: "next", head: t("column.next"), width: "minmax(120px, 1fr)", cell: next },
    { key: "phone", head: t("column.phone"), width: "68px", end: true, cell: ({ phone_tail }) => <span className={css.quiet}>{phone_tail}</span> },
  ];
}
