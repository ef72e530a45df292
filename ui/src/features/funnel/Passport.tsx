// Where the figures come from: the moment, the formulas, what was left out.
import type { Funnel } from "../../ipc/bindings.gen";
import css from "./funnel.module.css";
import { useFunnelWords } from "./words";

export function Passport({ funnel }: { funnel: Funnel }) {
  const { t, f } = useFunnelWords();
  const undatedStays = funnel.times.reduce((sum, { undated }) => sum + undated, 0);
  const left = [
    funnel.undated > 0 ? t("passport.undated", { count: funnel.undated }) : null,
    funnel.later > 0 ? t("passport.later", { count: funnel.later }) : null,
    undatedStays > 0 ? t("passport.stays", { count: undatedStays }) : null,
    funnel.cycle.undated > 0 ? t("passport.cycle", { count: funnel.cycle.undated }) : null,
  ].filter((line) => line !== null);
  return (
    <div className={css.passport} tabIndex={0} data-autofocus data-testid="passport">
      <h3>{t("passport.title")}</h3>
      <p>{t("passport.asOf", { when: `${f.longDayAt(funnel.at)} ${f.time(funnel.at)}` })}</p>
      <p>{t("passport.reached")}</p>
      <p>{t("passport.rates")}</p>
      <p>{t("passport.times")}</p>
      <p>{t("passport.won")}</p>
      <h3>{t("passport.left")}</h3>
      {left.length === 0 ? <p>{t("passport.nothing")}</p> : <ul>{left.map((line) => <li key={line}>{line}</li>)}</ul>}
    </div>
  );
}
