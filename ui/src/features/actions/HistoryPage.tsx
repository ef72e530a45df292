// Everything done here, newest first: who, when, from where, what. One of them is taken back or redone
// if nothing stands in the way; else what does is listed, to be taken back first.
import { Button, Select } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionLine } from "../../ipc/bindings.gen";
import { useActionWords } from "../../shared/format/actionWords";
import { useFormat } from "../../shared/format/useFormat";
import { overlays } from "../../shared/hooks/overlays";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { type Action, useActions } from "../../shared/keys/actions";
import { RowCell, RowList } from "../../shared/table/RowList";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { asRefused, ErrorNote } from "../../shared/ui/ErrorNote";
import { Keys, ShortcutKeys } from "../../shared/ui/Keys";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { useToast } from "../../shared/ui/toast";
import { InTheWay } from "./InTheWay";
import css from "./actions.module.css";
import { actionsQueries, type Narrowed, useRedoOne, useUndoOne } from "./queries";

const everything: Narrowed = { member: null, label: null };

export function HistoryPage() {
  const { t } = useTranslation(["history", "app", "common"]);
  const { named } = useActionWords();
  const f = useFormat();
  const toast = useToast();
  const undo = useUndoOne();
  const redo = useRedoOne();
  const [narrowed, setNarrowed] = useState<Narrowed>(everything);
  const [active, setActive] = useState(0);
  const [blocked, setBlocked] = useState<ActionLine | null>(null);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(actionsQueries.list(narrowed));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const current = rows[at];

  const turn = (line: ActionLine) => {
    if (line.state !== "done" || undo.isPending || redo.isPending) return;
    const onError = (refused: unknown) => (asRefused(refused).code === "undo_blocked" ? setBlocked(line) : toast.fail(refused));
    if (line.live) undo.mutate(line.id, { onSuccess: () => toast.say(t("app:undone", { what: named(line) })), onError });
    else redo.mutate(line.id, { onSuccess: () => toast.say(t("app:redone", { what: named(line) })), onError });
  };
  const turnThis: Action = { id: "history.turn", icon: current?.live === false ? IconArrowForwardUp : IconArrowBackUp, run: () => current !== undefined && turn(current) };
  const back: Action = { id: "go.back", run: useGoBack(), silent: true };
  useActions(current?.state === "done" ? [back, turnThis] : [back]);

  const narrow = (next: Partial<Narrowed>) => {
    setNarrowed({ ...narrowed, ...next });
    setActive(0);
  };
  const total = data?.pages[0]?.total;
  const isNarrowed = narrowed.member !== null || narrowed.label !== null;
  return (
    <>
      <PageHead title={t("title")} note={total === undefined ? undefined : t("note", { count: total, replace: { count: f.number(total) } })}>
        {current?.state === "done" ? <ActionButton action={turnThis} testId="history-turn" /> : null}
      </PageHead>
      <Narrow narrowed={narrowed} onNarrow={narrow} />
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined ? (
        error === null ? <Loading rows={14} /> : null
      ) : rows.length > 0 ? (
        <RowList
          key={`${narrowed.member} ${narrowed.label}`}
          id="history"
          label={t("region")}
          rowTestId="history-row"
          rows={rows}
          rowKey={({ id }) => id}
          active={at}
          onActive={setActive}
          onOpen={turn}
          tracks="132px 84px minmax(0, 1fr) 96px minmax(0, 220px) 64px"
          cells={(line) => <Cells line={line} onTurn={() => turn(line)} />}
          more={{ has: hasNextPage, busy: isFetchingNextPage, fetch: () => void fetchNextPage() }}
          footer={
            <>
              <Keys keys="j k" />
              <span>{t("common:do.move")}</span>
              <ShortcutKeys id="history.turn" />
              <span>{t("action.turn")}</span>
            </>
          }
        />
      ) : isNarrowed ? (
        <EmptyState icon={IconHistory} title={t("empty.none")} text={t("empty.noneText")}>
          <Button onClick={() => narrow(everything)}>{t("empty.clear")}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconHistory} title={t("empty.title")} text={t("empty.text")}>
          <Button onClick={() => overlays.quicklog()} rightSection={<ShortcutKeys id="quicklog.open" />}>{t("empty.log")}</Button>
        </EmptyState>
      )}
      {blocked === null ? null : <InTheWay action={blocked} onClose={() => setBlocked(null)} />}
    </>
  );
}

function Narrow({ narrowed, onNarrow }: { narrowed: Narrowed; onNarrow: (next: Partial<Narrowed>) => void }) {
  const { t } = useTranslation("history");
  const { label } = useActionWords();
  const { data: choices } = useQuery(actionsQueries.choices());
  return (
    <div className={css.tools}>
      <Select
        aria-label={t("member")}
        placeholder={t("everyone")}
        data={(choices?.members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={narrowed.member}
        onChange={(member) => onNarrow({ member })}
        clearable
        data-testid="history-member"
      />
      <Select
        aria-label={t("kind")}
        placeholder={t("anything")}
        data={(choices?.labels ?? []).map((key) => ({ value: key, label: label(key) }))}
        value={narrowed.label}
        onChange={(next) => onNarrow({ label: next })}
        searchable
        clearable
        data-testid="history-kind"
      />
    </div>
  );
}

function Cells({ line, onTurn }: { line: ActionLine; onTurn: () => void }) {
  const { t } = useTranslation("history");
  const f = useFormat();
  const { named } = useActionWords();
  const what = named(line);
  return (
    <>
      <RowCell tone="quiet">{`${f.dayAt(line.at)} ${f.time(line.at)}`}</RowCell>
      <RowCell>{line.member}</RowCell>
      <RowCell title={what}><span data-undone={!line.live || undefined} className={css.what}>{what}</span></RowCell>
      <RowCell tone="quiet" end>{t("changes", { count: line.changes, replace: { count: f.number(line.changes) } })}</RowCell>
      <RowCell tone="note"><State line={line} /></RowCell>
      <RowCell end>
        {line.state === "done" ? (
          <Button
            variant="subtle"
            size="compact-sm"
            tabIndex={-1}
            data-testid="history-one"
            onClick={(event) => {
              event.stopPropagation();
              onTurn();
            }}
          >
            {t(line.live ? "undo" : "redo")}
          </Button>
        ) : null}
      </RowCell>
    </>
  );
}

function State({ line }: { line: ActionLine }) {
  const { t } = useTranslation("history");
  const f = useFormat();
  if (line.state === "running" || line.state === "founding" || line.state === "lasting" || line.state === "cancelled") return t(line.state);
  if (!line.live && line.turned !== null) {
    const when = f.ago(line.turned.at);
    return line.turned.member === null ? t("undone", { when }) : t("undoneBy", { when, member: line.turned.member });
  }
  return line.here ? t("here") : t("there", { device: line.device.slice(-4) });
}
