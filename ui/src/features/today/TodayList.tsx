// The rows of Today, by section.
import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TodayKind, TodayRow } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import type { useListKeys } from "../../shared/hooks/useListKeys";
import { Keys } from "../../shared/ui/Keys";
import css from "./TodayList.module.css";
import type { Shown, ShownSection } from "./useLinger";

type Props = {
  sections: readonly ShownSection[];
  keys: ReturnType<typeof useListKeys>;
  active: number;
  onChoose: (id: string) => void;
  onDone: (id: string) => void;
  /** What else is to be gone on with; scrolls with the queue. */
  after?: React.ReactNode;
  /** What always stands under it. */
  children?: React.ReactNode;
};

export function TodayList({ sections, keys, active, onChoose, onDone, after, children }: Props) {
  const { t } = useTranslation(["today", "common"]);
  const f = useFormat();
  return (
    <div className={css.side}>
      <div className={css.scroll}>
        <div className={css.list} role="grid" aria-label={t("row.region")} {...keys.box} data-testid="today-list">
          {sections.map(({ kind, rows, start, more }) => (
            <div key={kind} role="rowgroup" aria-label={t(`section.${kind}`)} className={css.section}>
              <div role="row">
                <div className={css.head} role="rowheader">
                  <h2 data-kind={kind}>{t(`section.${kind}`)}</h2>
                  <span className={css.count}>{f.number(rows.filter(({ state }) => state === "open").length + more)}</span>
                  {more > 0 ? <span className={css.note}>{t("section.more", { count: rows.length })}</span> : null}
                  {kind === "waiting" ? <span className={css.note}>{t("section.waitingNote")}</span> : null}
                  {kind === "who" ? <span className={css.note}>{t("section.whoNote")}</span> : null}
                </div>
              </div>
              {rows.map(({ row, state }, place) => {
                const index = start + place;
                return (
                  <div
                    key={row.id}
                    role="row"
                    {...keys.row(index)}
                    className={css.row}
                    data-row
                    data-kind={kind}
                    data-state={state}
                    data-current={index === active || undefined}
                    data-testid="today-row"
                    onClick={() => onChoose(row.id)}
                  >
                    <Cells row={row} kind={kind} state={state} onDone={() => onDone(row.id)} />
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {after}
      </div>
      {children}
      <footer className={css.foot} aria-hidden>
        <Keys keys="j k" />
        <span>{t("common:do.move")}</span>
        <Keys keys="enter" />
        <span>{t("common:do.open")}</span>
      </footer>
    </div>
  );
}

function Cells({ row, kind, state, onDone }: { row: TodayRow; kind: TodayKind; state: Shown["state"]; onDone: () => void }) {
  const { t } = useTranslation("today");
  const f = useFormat();
  const called = usePersonName();
  const finished = state !== "open";
  return (
    <>
      <span role="gridcell" className={css.tick}>
        {kind === "who" && !finished ? (
          <span className={css.unknown} aria-hidden>?</span>
        ) : (
          <UnstyledButton
            className={css.circle}
            tabIndex={-1}
            data-done={finished || undefined}
            aria-label={finished ? t("row.isDone") : t("action.done")}
            onClick={(event) => {
              event.stopPropagation();
              if (!finished) onDone();
            }}
          >
            {finished ? <IconCheck size={12} stroke={2.4} aria-hidden /> : null}
          </UnstyledButton>
        )}
      </span>
      <span role="gridcell" className={css.name}>{row.person === null ? t("row.unknown") : called(row.person.name)}</span>
      <span role="gridcell" className={css.firm}>{row.person?.organization ?? ""}</span>
      <span role="gridcell" className={css.title}>{row.title}{row.again === true ? <span className={css.note}> · {t("section.again")}</span> : null}</span>
      <span role="gridcell" className={css.due} data-late={row.days_late > 0 || undefined}>
        {row.due_on === null ? (row.at === null ? "" : f.ago(row.at)) : f.due({ due_on: row.due_on, due_at: row.due_at, days_late: row.days_late })}
      </span>
    </>
  );
}
