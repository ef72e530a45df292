// Fit × engagement as a table: open deals in each cell, and of the closed ones how many were won.
import { useTranslation } from "react-i18next";
import type { ScoreCell, ScoreGrid } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import css from "./scoring.module.css";

const fits = ["A", "B", "C", "D", null] as const;
const levels = [1, 2, 3, 4, null] as const;

export function Grid({ grid, onOpen }: { grid: ScoreGrid; onOpen?: (cell: Pick<ScoreCell, "fit" | "level">) => void }) {
  const { t } = useTranslation(["scoring", "common"]);
  const at = (fit: ScoreCell["fit"], level: number | null) => grid.cells.find((cell) => cell.fit === fit && cell.level === level);
  // An unknown row or column stands there only where any deal is in it.
  const shownFits = fits.filter((fit) => fit !== null || grid.cells.some((cell) => cell.fit === null));
  const shownLevels = levels.filter((level) => level !== null || grid.cells.some((cell) => cell.level === null));
  const most = Math.max(1, ...grid.cells.map(({ open }) => open));
  const total = grid.cells.reduce((sum, { open, closed }) => ({ open: sum.open + open, closed: sum.closed + closed }), { open: 0, closed: 0 });
  return (
    <figure className={css.figure}>
      <table className={css.grid} data-testid="score-grid">
        <caption className={css.caption}>{t("grid.caption", total)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("grid.corner")}</th>
            {shownLevels.map((level) => <th key={level ?? "none"} scope="col">{level === null ? t("grid.noLevel") : t("grid.level", { level })}</th>)}
          </tr>
        </thead>
        <tbody>
          {shownFits.map((fit) => (
            <tr key={fit ?? "none"}>
              <th scope="row">{fit ?? t("grid.noFit")}</th>
              {shownLevels.map((level) => <Cell key={level ?? "none"} cell={at(fit, level) ?? { fit, level, open: 0, closed: 0, won: 0, interval: null }} most={most} onOpen={onOpen} />)}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className={css.note}>{t("grid.note")}{grid.undated > 0 ? ` ${t("grid.undated", { count: grid.undated })}` : ""}</figcaption>
    </figure>
  );
}

const STEPS = 4;

function Cell({ cell, most, onOpen }: { cell: ScoreCell; most: number; onOpen: ((cell: ScoreCell) => void) | undefined }) {
  const { t } = useTranslation("scoring");
  const f = useFormat();
  const { fit, level, open, closed, won, interval } = cell;
  const step = open === 0 ? 0 : Math.max(1, Math.round((open / most) * STEPS));
  const count = t("grid.open", { count: open });
  return (
    <td data-step={step} data-testid={`cell-${fit ?? "none"}-${level ?? "none"}`}>
      {onOpen === undefined || open + closed === 0 ? <span className={css.count}>{count}</span> : <button type="button" className={css.count} onClick={() => onOpen(cell)}>{count}</button>}
      <span className={css.rate}>
        {closed === 0 ? t("grid.noneClosed") : closed < 5 ? t("grid.few", { won, closed }) : t("grid.won", { share: f.share(won, closed), n: f.number(closed) })}
        {closed >= 5 && interval != null ? ` (${Math.round((interval.low ?? 0) * 100)}–${Math.round((interval.high ?? 0) * 100)})` : ""}
      </span>
    </td>
  );
}
