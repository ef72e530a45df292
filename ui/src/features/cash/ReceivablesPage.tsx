// Receivables: what is open of all payment plans, by age, and who owes it. Sums are over everything, whatever
// of the list is shown.
import { Button } from "@mantine/core";
import { IconCashBanknote } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgeSum, Money, ReceivableRow, Receivables, ReceivablesBy } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { useListKeys } from "../../shared/hooks/useListKeys";
import { useActions } from "../../shared/keys/actions";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import css from "./cash.module.css";
import { cashQueries } from "./queries";

const STEP = 100;
const kinds = ["deal", "organization"] as const satisfies readonly ReceivablesBy[];
const late = (age: AgeSum["age"]) => age !== "not_due" && age !== "undated";

export function ReceivablesPage() {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const navigate = useNavigate();
  const [by, setBy] = useState<ReceivablesBy>("deal");
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQuery(cashQueries.receivables({ by, limit }));
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  const turn = (to: ReceivablesBy) => {
    setBy(to);
    setLimit(STEP);
  };
  return (
    <div className={css.page}>
      <PageHead title={t("receivables.title")} note={data === undefined ? undefined : t("receivables.note", { count: data.count, day: f.day(data.day) })} />
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (
        error === null ? <Loading rows={10} height={36} /> : null
      ) : data.count === 0 ? (
        <EmptyState icon={IconCashBanknote} title={t("receivables.empty")} text={t("receivables.emptyText")}>
          <Button onClick={() => void navigate({ to: "/pipeline" })}>{t("receivables.go")}</Button>
        </EmptyState>
      ) : (
        <>
          <Ages data={data} />
          <div className={css.pageTools} role="group" aria-label={t("receivables.by")}>
            {kinds.map((to) => <Button key={to} variant="subtle" aria-pressed={by === to} onClick={() => turn(to)} data-testid={`receivables-${to}`}>{t(`receivables.${to}`)}</Button>)}
          </div>
          <Rows key={by} data={data} by={by} onMore={() => setLimit(limit + STEP)} />
        </>
      )}
    </div>
  );
}

/** One sum a currency, each on its line; what nobody knows is said, not counted as nothing. */
function Sum({ sum, unknown }: { sum: readonly Money[]; unknown: number }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  if (sum.length === 0 && unknown === 0) return <>–</>;
  return (
    <>
      {sum.map((one) => <span key={one.currency} className="tl-num">{f.money(one)}</span>)}
      {unknown === 0 ? null : <span className={css.quiet}>{t("receivables.unknown", { count: unknown })}</span>}
    </>
  );
}

function Ages({ data }: { data: Receivables }) {
  const { t } = useTranslation("cash");
  return (
    <dl className={css.ages} aria-label={t("receivables.ages")} data-testid="receivables-ages">
      <div className={css.age}><dt>{t("receivables.total")}</dt><dd><Sum sum={data.sum} unknown={data.unknown} /></dd></div>
      {data.ages.map(({ age, sum, unknown }) => (
        <div key={age} className={css.age} data-late={(late(age) && sum.length + unknown > 0) || undefined} data-testid={`age-${age}`}>
          <dt>{t(`age.${age}`)}</dt>
          <dd><Sum sum={sum} unknown={unknown} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ data, by, onMore }: { data: Receivables; by: ReceivablesBy; onMore: () => void }) {
  const { t } = useTranslation("cash");
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const { rows, more } = data;
  const open = ({ id }: ReceivableRow) => {
    if (id === null) return;
    void navigate(by === "deal" ? { to: "/deals/$id", params: { id } } : { to: "/organizations/$id", params: { id } });
  };
  const keys = useListKeys({
    id: "receivables", count: rows.length, active: Math.min(active, rows.length - 1), onActive: setActive,
    onOpen: () => {
      const row = rows[active];
      if (row !== undefined) open(row);
    },
  });
  const ages = data.ages.map(({ age }) => age);
  return (
    <div className={css.rows} role="grid" aria-label={t("receivables.title")} {...keys.box}>
      <table className={css.owed} role="presentation">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t(by === "deal" ? "receivables.name" : "receivables.firm")}</th>
            {ages.map((age) => <th key={age} role="columnheader" scope="col" data-right>{t(`age.${age}`)}</th>)}
            <th role="columnheader" scope="col" data-right>{t("receivables.sum")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => <Row key={row.id ?? "none"} row={row} by={by} place={keys.row(index)} onChoose={() => setActive(index)} />)}
        </tbody>
      </table>
      {more === 0 ? null : <div className={css.more}><Button onClick={onMore}>{t("receivables.more", { count: Math.min(more, STEP) })}</Button></div>}
    </div>
  );
}

type RowProps = { row: ReceivableRow; by: ReceivablesBy; place: ReturnType<ReturnType<typeof useListKeys>["row"]>; onChoose: () => void };

function Row({ row, by, place, onChoose }: RowProps) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const { id, organization, due_on } = row;
  const name = row.name ?? t("receivables.noFirm");
  return (
    <tr role="row" onClick={onChoose} data-testid="receivable-row" {...place}>
      <td role="gridcell">
        {id === null ? name : by === "deal" ? <Link to="/deals/$id" params={{ id }}>{name}</Link> : <Link to="/organizations/$id" params={{ id }}>{name}</Link>}
        <span className={css.quiet}>{[organization, due_on === null ? null : f.day(due_on)].filter(Boolean).join(" · ")}</span>
      </td>
      {row.ages.map(({ age, sum, unknown }) => (
        <td key={age} role="gridcell" data-right data-late={(late(age) && sum.length > 0) || undefined}><Sum sum={sum} unknown={unknown} /></td>
      ))}
      <td role="gridcell" data-right><strong><Sum sum={row.sum} unknown={row.unknown} /></strong></td>
    </tr>
  );
}
