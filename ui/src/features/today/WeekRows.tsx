// The passport of a figure of the week: how it was counted, over which days, what was left out, and the
// rows behind it.
import { Drawer, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Week, WeekRow } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { todayQueries } from "./queries";
import type { Asked } from "./Week";
import css from "./Week.module.css";

const MOST = 500;

export function WeekRows({ week, asked, onClose }: { week: Week; asked: Asked; onClose: () => void }) {
  const { t } = useTranslation("week");
  const f = useFormat();
  const { zone } = usePlace();
  const { figure, tag, name } = asked;
  const { data: rows, error } = useQuery(todayQueries.weekRows(week.to_on, { figure, tag }));
  const left = figure === "conversations" && week.attempts > 0 ? t("passport.attempts", { count: week.attempts })
    : figure === "signed" && week.signed.unknown > 0 ? t("unknown", { count: week.signed.unknown })
    : t("passport.nothing");
  const lines = [
    { label: t("passport.formula"), value: t(`formula.${figure}`) },
    { label: t("passport.range"), value: t("passport.days", { from: f.longDay(week.from_on), to: f.longDay(week.to_on), zone }) },
    { label: t("passport.asOf"), value: `${f.dayAt(week.as_of)} ${f.time(week.as_of)}` },
    { label: t("passport.left"), value: left },
  ];
  return (
    <Drawer
      opened
      onClose={onClose}
      title={name ?? t(`figure.${figure}`)}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <dl className={css.passport} data-testid="week-passport">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {error === null ? null : <ErrorNote error={error} />}
      {rows === undefined ? (error === null ? <Loading rows={6} height={44} /> : null) : rows.length === 0 ? <p className={css.quiet}>{t("empty")}</p> : (
        <ul className={css.rows}>
          {rows.map((row) => <li key={row.id}><Row row={row} onClose={onClose} /></li>)}
        </ul>
      )}
      {rows !== undefined && rows.length >= MOST ? <p className={css.quiet}>{t("passport.most", { count: MOST })}</p> : null}
    </Drawer>
  );
}

function Row({ row, onClose }: { row: WeekRow; onClose: () => void }) {
  const f = useFormat();
  const navigate = useNavigate();
  const called = usePersonName();
  const { person, deal } = row;
  const open = () => {
    onClose();
    if (person !== null) void navigate({ to: "/people/$id", params: { id: person } });
    else if (deal !== null) void navigate({ to: "/deals/$id", params: { id: deal } });
  };
  return (
    <UnstyledButton className={css.row} onClick={open} disabled={person === null && deal === null} data-testid="week-row">
      <span className={css.rowHead}>
        <span className="tl-ellipsis">{called(row.name)}</span>
        <span className={css.when}>{row.amount === null ? f.inWordsAt(row.at) : `${f.money(row.amount)} · ${f.inWordsAt(row.at)}`}</span>
      </span>
      {row.about === null ? null : <span className={css.about}>{row.about}</span>}
    </UnstyledButton>
  );
}
