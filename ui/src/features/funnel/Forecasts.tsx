// What open deals may come to: by the chance of their stage, and by what own history says, each as a range.
import type { Forecast, Range } from "../../ipc/bindings.gen";
import css from "./funnel.module.css";
import { useFunnelWords } from "./words";

export function Forecasts({ forecasts }: { forecasts: readonly Forecast[] }) {
  const { t, f } = useFunnelWords();
  const untold = forecasts.find(({ currency }) => currency === "")?.deals ?? 0;
  const told = forecasts.filter(({ currency }) => currency !== "");
  return (
    <section aria-labelledby="plan-forecast" className={css.panel} data-testid="plan-forecast">
      <header className={css.panelHead}>
        <h2 id="plan-forecast">{t("forecast.title")}</h2>
        {untold === 0 ? null : <span className={css.quiet}>{t("forecast.untold", { count: untold })}</span>}
      </header>
      {told.length === 0 ? <p className={css.note}>{t("forecast.nothing")}</p> : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("forecast.basis")}</th>
              <th scope="col" data-right>{t("forecast.low")}</th>
              <th scope="col" data-right>{t("forecast.mid")}</th>
              <th scope="col" data-right>{t("forecast.high")}</th>
              <th scope="col">{t("forecast.within", { sum: told.map(({ sum, currency }) => f.money({ minor: sum, currency })).join(" + ") })}</th>
            </tr>
          </thead>
          <tbody>
            {told.flatMap((one) => [
              <Line key={`${one.currency}-stage`} label={t("forecast.byStage", { count: one.deals })} range={one.by_stage} of={one} />,
              <Line key={`${one.currency}-history`} label={one.borrowed === 0 ? t("forecast.byHistory") : t("forecast.byHistoryBorrowed", { count: one.borrowed })} range={one.by_history} of={one} />,
            ])}
          </tbody>
        </table>
      )}
      <p className={css.note}>{t("forecast.how")}</p>
    </section>
  );
}

/** Three digits: an estimate knows no more. */
const roughly = (minor: number): number => Number(minor.toPrecision(3));

function Line({ label, range, of: { sum, currency } }: { label: string; range: Range; of: Forecast }) {
  const { f } = useFunnelWords();
  const at = (minor: number) => `${sum === 0 ? 0 : (minor / sum) * 100}%`;
  const money = (minor: number) => f.money({ minor: roughly(minor), currency });
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-right>{money(range.low)}</td>
      <td data-right><strong>{money(range.mid)}</strong></td>
      <td data-right>{money(range.high)}</td>
      <td>
        <div className={css.scale} aria-hidden>
          <span style={{ insetInlineStart: at(range.low), width: at(range.high - range.low) }} />
          <i style={{ insetInlineStart: at(range.mid) }} />
        </div>
      </td>
    </tr>
  );
}
