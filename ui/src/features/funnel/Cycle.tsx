// How deals end and how long that takes, from their first day: won against its rivals, the open ones counted.
import type { Cycle as Measured } from "../../ipc/bindings.gen";
import css from "./funnel.module.css";
import { useFunnelWords } from "./words";

export function Cycle({ cycle }: { cycle: Measured }) {
  const { t, f, days } = useFunnelWords();
  if (cycle.n === 0) return null;
  const percent = (share: number | null) => (cycle.n < 5 ? t("cycle.few", { count: cycle.n }) : `${f.number(Math.round((share ?? 0) * 1000) / 10)}%`);
  const cells = [
    { label: t("cycle.won"), value: percent(cycle.won_share), note: t("cycle.wonNote", { p50: days(cycle.won.p50) }) },
    { label: t("cycle.lost"), value: percent(cycle.lost_share), note: null },
    { label: t("cycle.open"), value: percent(cycle.open_share), note: t("cycle.openNote", { count: cycle.open }) },
    { label: t("cycle.closed"), value: days(cycle.closed.p50), note: t("cycle.closedNote", { p75: days(cycle.closed.p75), p90: days(cycle.closed.p90) }) },
    { label: t("cycle.closedOnly"), value: cycle.closed_only === null ? "–" : days(cycle.closed_only), note: t("cycle.closedOnlyNote") },
  ];
  return (
    <section aria-labelledby="funnel-cycle" className={css.panel} data-testid="funnel-cycle">
      <header className={css.panelHead}>
        <h2 id="funnel-cycle">{t("cycle.title")}</h2>
        <span className={css.quiet}>{t("cycle.note", { count: cycle.n })}</span>
      </header>
      <dl className={css.cells}>
        {cells.map(({ label, value, note }) => (
          <div key={label} className={css.cell}>
            <dt>{label}</dt>
            <dd className="tl-num">{value}</dd>
            {note === null ? null : <dd className={css.quiet}>{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
