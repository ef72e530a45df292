// The recycle bin: what was deleted, by whom and when, and the way back for one or several. Nothing
// leaves it by itself.
import { Button, Checkbox } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BinRow } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { type Action, useActions } from "../../shared/keys/actions";
import { RowCell, RowList } from "../../shared/table/RowList";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Keys } from "../../shared/ui/Keys";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { useToast } from "../../shared/ui/toast";
import css from "./bin.module.css";
import { binQueries, useRestore } from "./queries";
import { useKindWords } from "./words";

export function BinPage() {
  const { t } = useTranslation(["bin", "common"]);
  const f = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const words = useKindWords();
  const restore = useRestore();
  const [kind, setKind] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(binQueries.list(kind));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const kinds = data?.pages[0]?.kinds ?? [];
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const marked = rows.filter(({ id }) => chosen.has(id));
  const current = rows[at];

  const called = ({ name }: BinRow) => (name === "" ? t("unnamed") : name);
  const bring = (back: readonly BinRow[]) => {
    const [first] = back;
    if (first === undefined || restore.isPending) return;
    restore.mutate(back.map(({ id }) => id), {
      onSuccess: ({ action }) => {
        setChosen(new Set());
        toast.say(back.length === 1 ? t("restored", { name: called(first) }) : t("restoredMany", { count: back.length }), [action]);
      },
      onError: toast.fail,
    });
  };
  const mark = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const bringBack: Action = { id: "bin.restore", icon: IconArrowBackUp, run: () => bring(marked.length > 0 ? marked : current === undefined ? [] : [current]) };
  const back: Action = { id: "go.back", run: useGoBack(), silent: true };
  useActions(current === undefined ? [back] : [back, bringBack, { id: "bin.mark", run: () => mark(current.id), silent: true }]);

  return (
    <>
      <PageHead title={t("title")} note={t("note")}>
        {current === undefined ? null : <ActionButton action={bringBack} variant="filled" testId="bin-restore" loading={restore.isPending} />}
      </PageHead>
      {kinds.length > 1 || marked.length > 0 ? (
        <div className={css.tools}>
          <div className={css.kinds} role="group" aria-label={t("title")}>
            {[null, ...kinds].map((one) => (
              <Button key={one ?? ""} aria-pressed={kind === one} variant="subtle" onClick={() => { setKind(one); setActive(0); }}>
                {one === null ? t("all") : words(one)}
              </Button>
            ))}
          </div>
          {marked.length > 0 ? <span className={css.chosen}>{t("chosen", { count: marked.length })}</span> : null}
        </div>
      ) : null}
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined ? (
        error === null ? <Loading rows={12} /> : null
      ) : rows.length > 0 ? (
        <RowList
          key={kind}
          id="bin"
          label={t("region")}
          rowTestId="bin-row"
          rows={rows}
          rowKey={({ id }) => id}
          active={at}
          onActive={setActive}
          onOpen={(row) => bring([row])}
          tracks="20px 96px minmax(0, 1fr) minmax(0, 200px) 96px"
          cells={(row) => (
            <>
              <RowCell>
                <Checkbox size="xs" checked={chosen.has(row.id)} onChange={() => mark(row.id)} tabIndex={-1} aria-label={called(row)} />
              </RowCell>
              <RowCell tone="note">{words(row.kind, "one")}</RowCell>
              <RowCell title={called(row)}><span className={css.name}>{called(row)}{row.about === null ? null : <span className={css.about}>{row.about}</span>}</span></RowCell>
              <RowCell tone="quiet">{row.member === null ? t("bySomeone") : t("by", { member: row.member })}</RowCell>
              <RowCell tone="quiet" end title={`${f.dayAt(row.deleted_at)} ${f.time(row.deleted_at)}`}>{f.ago(row.deleted_at)}</RowCell>
            </>
          )}
          more={{ has: hasNextPage, busy: isFetchingNextPage, fetch: () => void fetchNextPage() }}
          footer={
            <>
              <Keys keys="j k" />
              <span>{t("common:do.move")}</span>
              <Keys keys="x" />
              <span>{t("action.mark")}</span>
              <Keys keys="r" />
              <span>{t("action.restore")}</span>
            </>
          }
        />
      ) : kind === null ? (
        <EmptyState icon={IconTrash} title={t("empty.title")} text={t("empty.text")}>
          <Button onClick={() => void navigate({ to: "/today" })}>{t("empty.back")}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconTrash} title={t("empty.none")} text={t("empty.noneText")}>
          <Button onClick={() => setKind(null)}>{t("empty.show")}</Button>
        </EmptyState>
      )}
    </>
  );
}
