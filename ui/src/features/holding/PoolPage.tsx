// The pool: open deals that nobody holds, with why and since when, claimed by a key. What keeps somebody from
// claiming one is said before they try.
import { Button, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconHandGrab, IconRipple, IconWand } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PoolRow } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { useListKeys } from "../../shared/hooks/useListKeys";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { AssignSheet } from "./AssignSheet";
import css from "./holding.module.css";
import { holdingQueries, useClaim, useTakeBack } from "./queries";
import { useBarWords, useWhyWords } from "./words";

export function PoolPage({ views }: { views: React.ReactNode }) {
  const { t } = useTranslation("holding");
  const navigate = useNavigate();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(holdingQueries.pool());
  const [suggesting, setSuggesting] = useState(false);
  const suggest: Action = { id: "pool.suggest", icon: IconWand, run: () => setSuggesting(true) };
  const total = data?.pages[0]?.total;
  useActions(total === undefined || total === 0 ? [] : [suggest]);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={css.page}>
      <PageHead title={t("pool.title")} note={total === undefined ? undefined : t("pool.note", { count: total })}>
        {views}
        {total === undefined || total === 0 ? null : <ActionButton action={suggest} testId="pool-suggest" />}
      </PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      {total === undefined ? (
        error === null ? <Loading rows={10} height={36} /> : null
      ) : total === 0 ? (
        <EmptyState icon={IconRipple} title={t("pool.empty")} text={t("pool.emptyText")}>
          <Button onClick={() => void navigate({ to: "/settings/$section", params: { section: "turnover" } })}>{t("pool.rules")}</Button>
        </EmptyState>
      ) : (
        <Rows rows={rows} onMore={hasNextPage ? () => void fetchNextPage() : undefined} />
      )}
      {suggesting ? <AssignSheet onClose={() => setSuggesting(false)} /> : null}
    </div>
  );
}

function Rows({ rows, onMore }: { rows: readonly PoolRow[]; onMore: (() => void) | undefined }) {
  const { t } = useTranslation("holding");
  const navigate = useNavigate();
  const [at, setActive] = useState(0);
  const active = Math.min(at, rows.length - 1);
  const row = rows[active];
  const keys = useListKeys({
    id: "pool", count: rows.length, active, onActive: setActive,
    onOpen: () => {
      if (row !== undefined) void navigate({ to: "/deals/$id", params: { id: row.id } });
    },
  });
  const { claim, takeBack } = useRowActions(row);
  useActions(row === undefined ? [] : [claim, takeBack]);
  return (
    <>
      <div className={css.tools}>
        <ActionButton action={claim} testId="pool-claim" />
        <ActionButton action={takeBack} variant="subtle" testId="pool-take-back" />
      </div>
      <div className={css.rows} role="grid" aria-label={t("pool.title")} {...keys.box}>
        <table className={css.table} role="presentation">
          <thead role="rowgroup">
            <tr role="row">
              {(["deal", "stage", "grade", "since", "why", "former", "state"] as const).map((head) => <th key={head} role="columnheader" scope="col">{t(`pool.${head}`)}</th>)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((one, index) => <Row key={one.id} row={one} place={keys.row(index)} onChoose={() => setActive(index)} />)}
          </tbody>
        </table>
        {onMore === undefined ? null : <div className={css.more}><Button onClick={onMore}>{t("pool.more")}</Button></div>}
      </div>
    </>
  );
}

/** What can be done with the row that the keys stand on. */
function useRowActions(row: PoolRow | undefined) {
  const { t } = useTranslation("holding");
  const toast = useToast();
  const bar = useBarWords();
  const claiming = useClaim();
  const taking = useTakeBack();
  const barred = row?.lying.barred ?? null;
  const claim: Action = {
    id: "pool.claim", icon: IconHandGrab, disabled: barred === null ? undefined : bar(barred),
    run: () => {
      if (row !== undefined) claiming.mutate(row.id, { onSuccess: ({ action }) => toast.say(t("claimed", { name: row.name }), [action]), onError: toast.fail });
    },
  };
  const came = row?.lying.why;
  const takeBack: Action = {
    id: "pool.takeBack", icon: IconArrowBackUp, disabled: came === "turned_over" || came === "returned" ? undefined : t("pool.nothingBack"),
    run: () => {
      if (row !== undefined) taking.mutate(row.id, { onSuccess: ({ action }) => toast.say(t("takenBack", { name: row.name, who: row.lying.former ?? "" }), [action]), onError: toast.fail });
    },
  };
  return { claim, takeBack };
}

type RowProps = { row: PoolRow; place: ReturnType<ReturnType<typeof useListKeys>["row"]>; onChoose: () => void };

function Row({ row, place, onChoose }: RowProps) {
  const { t } = useTranslation("holding");
  const f = useFormat();
  const bar = useBarWords();
  const why = useWhyWords();
  const { lying } = row;
  return (
    <tr role="row" onClick={onChoose} data-testid="pool-row" {...place}>
      <td role="gridcell">
        <Link to="/deals/$id" params={{ id: row.id }}>{row.name}</Link>
        <span className={css.quiet}>{[row.organization, row.amount === null ? null : f.money(row.amount)].filter(Boolean).join(" · ")}</span>
      </td>
      <td role="gridcell">{row.stage}</td>
      <td role="gridcell">{lying.grade ?? <span className={css.quiet}>{t("unknown")}</span>}</td>
      <td role="gridcell">{lying.since === null ? <span className={css.quiet}>{t("unknown")}</span> : f.dayAt(lying.since)}</td>
      <td role="gridcell">{why(lying)}{lying.pool === null ? null : <span className={css.quiet}>{lying.pool}</span>}</td>
      <td role="gridcell">{lying.former}{lying.quarantine === null ? null : <span className={css.quiet}>{t("pool.waits", { day: f.day(lying.quarantine) })}</span>}</td>
      <td role="gridcell">
        {lying.barred === null ? <Tag tone="accent">{t("pool.free")}</Tag> : <Tooltip label={bar(lying.barred)} multiline w={320}><span tabIndex={-1}><Tag tone="dashed">{t(`bar.${lying.barred.code as "cap_reached"}`)}</Tag></span></Tooltip>}
      </td>
    </tr>
  );
}
