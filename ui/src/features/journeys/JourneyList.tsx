// The chart's twin: the same journey as a table to be read and walked with the keyboard.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FutureStep, Journey, JourneyMark, Silence, StageBand } from "../../ipc/bindings.gen";
import { useListKeys } from "../../shared/hooks/useListKeys";
import { Mark } from "../../shared/ui/Mark";
import css from "./journeys.module.css";
import { DetailAt, type Stop } from "./MarkDetail";
import type { JourneyWords } from "./words";

type Props = { journey: Journey; words: JourneyWords; more?: ((touchpoint: string) => React.ReactNode) | undefined };
type Row =
  | { kind: "mark"; id: string; at: number; mark: JourneyMark }
  | { kind: "band"; id: string; at: number; band: StageBand }
  | { kind: "silence"; id: string; at: number; silence: Silence }
  | { kind: "future"; id: string; at: number; step: FutureStep };

export function JourneyList({ journey, words, more }: Props) {
  const { t } = useTranslation("journeys");
  const rows = rowsOf(journey);
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState<number | null>(null);
  const openRow = (index: number) => {
    if (stopOf(rows[index])) setOpen(index);
  };
  const { box, row } = useListKeys({ id: "journey-row", count: rows.length, active, onActive: setActive, onOpen: openRow });
  const stop = open === null ? undefined : stopOf(rows[open]);
  const step = (by: number) => {
    const from = open ?? 0;
    const order = by > 0 ? rows.map((_, i) => i).slice(from + 1) : rows.map((_, i) => i).slice(0, from).reverse();
    const next = order.find((index) => stopOf(rows[index]) !== undefined);
    if (next === undefined) return;
    setOpen(next);
    setActive(next);
  };
  const stops = rows.flatMap((each, index) => (stopOf(each) ? [index] : []));

  return (
    <div {...box} className={css.list} role="grid" aria-label={t("list.caption", { name: journey.name })} data-testid="journey-list">
      <div className={css.listHead} role="row">
        {(["when", "what", "mood", "who", "summary"] as const).map((column) => (
          <span key={column} role="columnheader">{t(`list.${column}`)}</span>
        ))}
      </div>
      {rows.map((each, index) => (
        <div
          key={each.id}
          {...row(index)}
          role="row"
          data-row
          data-kind={each.kind}
          className={css.listRow}
          onClick={() => {
            setActive(index);
            openRow(index);
          }}
        >
          <RowCells row={each} words={words} />
          {open === index && stop ? (
            <DetailAt
              x={200}
              y={28}
              stop={stop}
              words={words}
              place={t("mark.position", { index: stops.indexOf(index) + 1, total: stops.length })}
              more={more}
              onStep={step}
              onClose={() => setOpen(null)}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

function RowCells({ row, words }: { row: Row; words: JourneyWords }) {
  const { t } = useTranslation("journeys");
  const cells = (when: string, what: React.ReactNode, mood: string, who: string, summary: string) => (
    <>
      <span role="gridcell" className="tl-num">{when}</span>
      <span role="gridcell" className={css.what}>{what}</span>
      <span role="gridcell">{mood}</span>
      <span role="gridcell" className="tl-ellipsis">{who}</span>
      <span role="gridcell" className={css.summary}>{summary}</span>
    </>
  );
  if (row.kind === "mark") {
    const { mark } = row;
    const what = (
      <>
        <Mark direction={mark.direction} sentiment={mark.sentiment} />
        {[words.channel(mark.channel), mark.minutes === null ? "" : words.minutes(mark.minutes)].filter(Boolean).join(" ")}
      </>
    );
    return cells(words.moment(mark), what, words.sentimentOf(mark.sentiment), words.who(mark), mark.summary ?? "");
  }
  if (row.kind === "band") {
    const { band } = row;
    const said = { deal: band.deal, stage: band.stage, count: band.days };
    const text = band.to === null ? t("list.stageNow", said) : band.entry > 1 ? t("list.stageAgain", said) : t("list.stageEntered", said);
    return cells(words.day(band.from), t("list.stage"), "", "", text);
  }
  if (row.kind === "silence") {
    return cells(words.day(row.silence.from), t("list.silence"), "", "", words.silence(row.silence.days, row.silence.usual_days));
  }
  const { step } = row;
  const what = (
    <>
      <Mark direction="outbound" sentiment={null} planned />
      {t("list.planned")}
    </>
  );
  return cells(words.moment(step), what, "", "", step.days_late > 0 ? words.late(step.title, step.days_late) : step.title);
}

function rowsOf(journey: Journey): Row[] {
  const rows: Row[] = [
    ...journey.bands.map((band, index) => ({ kind: "band" as const, id: `band-${index}`, at: band.from, band })),
    ...journey.marks.map((mark) => ({ kind: "mark" as const, id: mark.id, at: mark.at, mark })),
    ...journey.silences.map((silence, index) => ({ kind: "silence" as const, id: `silence-${index}`, at: silence.from + 1, silence })),
    ...journey.future.map((step) => ({ kind: "future" as const, id: step.id, at: step.at, step })),
  ];
  return rows.sort((a, b) => a.at - b.at);
}

function stopOf(row: Row | undefined): Stop | undefined {
  if (row?.kind === "mark") return { kind: "mark", mark: row.mark };
  if (row?.kind === "future") return { kind: "future", step: row.step };
  return undefined;
}
