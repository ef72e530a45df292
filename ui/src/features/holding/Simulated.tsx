// What a rule would take tonight, in words and row by row: open quotes marked, holders by name.
import { useTranslation } from "react-i18next";
import type { Simulation } from "../../ipc/bindings.gen";
import { Tag } from "../../shared/ui/Tag";
import css from "./holding.module.css";

export function Simulated({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation("holding");
  const { total, quotes, held, everything, holders, rows, more } = simulation;
  const said = [t("simulated.total", { count: total, held }), quotes > 0 ? t("simulated.quotes", { count: quotes }) : null].filter(Boolean).join(t("simulated.then"));
  return (
    <div className={css.found} data-everything={everything || undefined} role="status" data-testid="simulation">
      <p className={css.said}>{said}{everything ? ` ${t("simulated.everything")}` : ""}</p>
      {holders.length === 0 ? null : (
        <ul className={css.counts} aria-label={t("simulated.holders")}>
          {holders.map(({ holder, count }) => <li key={holder?.id ?? "gone"}>{holder?.name ?? t("unknown")} <span className="tl-num">{count}</span></li>)}
        </ul>
      )}
      {rows.length === 0 ? null : (
        <div className={css.takes}>
          <table className={css.table}>
            <tbody>
              {rows.map(({ deal, clock, days, quote }) => (
                <tr key={deal.id} data-testid="taking">
                  <td>{deal.name}<span className={css.quiet}>{deal.organization}</span></td>
                  <td>{deal.holder?.name}</td>
                  <td>{t(`counted.${clock}`, { count: days })}</td>
                  <td>{quote ? <Tag tone="warn">{t("quote")}</Tag> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 ? <p className={css.quiet}>{t("today.more", { count: more })}</p> : null}
    </div>
  );
}
