// Open deals that stopped before a sale usually does: silent, nothing promised, below nine real touches.
import { Button } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Stopped, StoppedDeal, TouchSpread } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { useListKeys } from "../../shared/hooks/useListKeys";
import { useActions } from "../../shared/keys/actions";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { TouchDots } from "../../shared/ui/TouchDots";
import css from "./funnel.module.css";
import { funnelQueries } from "./queries";
import { useFunnelWords } from "./words";

const STEP = 100;

export function StoppedPage() {
  const { t } = useFunnelWords();
  const navigate = useNavigate();
  const { today } = usePlace();
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQuery(funnelQueries.stopped(limit, today));
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  return (
    <div className={css.page} data-testid="stopped">
      <PageHead title={t("stopped.title")} note={data === undefined ? undefined : t("stopped.note", { count: data.total })} />
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={8} height={36} /> : null) : data.total === 0 ? (
        <EmptyState icon={IconPlayerPause} title={t("stopped.none")} text={t("stopped.noneText")}>
          <Button onClick={() => void navigate({ to: "/pipeline" })}>{t("empty.go")}</Button>
        </EmptyState>
      ) : (
        <div className={css.body}>
          <p className={css.finding}><Spread spread={data.spread} /></p>
          <p className={css.note}>{t("stopped.how")}</p>
          <Rows data={data} onMore={() => setLimit(limit + STEP)} />
        </div>
      )}
    </div>
  );
}

/** What own won deals took, beside the textbook; few say nothing yet. */
function Spread({ spread: { n, p25, p75 } }: { spread: TouchSpread }) {
  const { t } = useFunnelWords();
  return p25 === null || p75 === null ? t("stopped.few", { count: n }) : t("stopped.spread", { from: p25, to: p75, count: n });
}

function Rows({ data, onMore }: { data: Stopped; onMore: () => void }) {
  const { t, f } = useFunnelWords();
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const { rows, total } = data;
  const open = ({ id }: StoppedDeal) => void navigate({ to: "/deals/$id", params: { id } });
  const keys = useListKeys({
    id: "stopped", count: rows.length, active: Math.min(active, rows.length - 1), onActive: setActive,
    onOpen: () => {
      const row = rows[active];
      if (row !== undefined) open(row);
    },
  });
  return (
    <div role="grid" aria-label={t("stopped.title")} {...keys.box}>
      <table className={css.table} role="presentation">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("stopped.deal")}</th>
            <th role="columnheader" scope="col">{t("head.stage")}</th>
            <th role="columnheader" scope="col">{t("stopped.holder")}</th>
            <th role="columnheader" scope="col">{t("stopped.touches")}</th>
            <th role="columnheader" scope="col" data-right>{t("stopped.silent")}</th>
            <th role="columnheader" scope="col" data-right>{t("stopped.amount")}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={row.id} role="row" onClick={() => setActive(index)} data-testid="stopped-row" {...keys.row(index)}>
              <td role="gridcell"><Link to="/deals/$id" params={{ id: row.id }}>{row.name}</Link>{row.organization === null ? null : <span className={css.quiet}>{` · ${row.organization}`}</span>}</td>
              <td role="gridcell">{row.stage}</td>
              <td role="gridcell">{row.holder?.name ?? t("group.pool")}</td>
              <td role="gridcell"><TouchDots count={row.touch_count} /></td>
              <td role="gridcell" data-right>{t("times.days", { count: row.silent_days })}</td>
              <td role="gridcell" data-right>{row.amount === null ? "–" : f.money(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length ? <div className={css.more}><Button onClick={onMore}>{t("behind.more", { count: Math.min(STEP, total - rows.length) })}</Button></div> : null}
    </div>
  );
}
