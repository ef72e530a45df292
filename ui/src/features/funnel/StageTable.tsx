// The chart's twin: the same figures as a table, each count a way to its deals.
import { UnstyledButton } from "@mantine/core";
import type { Funnel, FunnelPart } from "../../ipc/bindings.gen";
import css from "./funnel.module.css";
import { useFunnelWords } from "./words";

const parts = ["reached", "moved", "open", "lost"] as const satisfies readonly FunnelPart[];

export function StageTable({ funnel, onOpen }: { funnel: Funnel; onOpen: (stage: string, part: FunnelPart) => void }) {
  const { t, f, share, days } = useFunnelWords();
  return (
    <table className={css.table} data-testid="funnel-table">
      <thead>
        <tr>
          <th scope="col">{t("head.stage")}</th>
          {parts.map((part) => <th key={part} scope="col" data-right>{t(`part.${part}`)}</th>)}
          <th scope="col" data-right>{t("head.previous")}</th>
          <th scope="col" data-right>{t("head.all")}</th>
          <th scope="col" data-right>{t("times.p50")}</th>
          <th scope="col" data-right>{t("times.p75")}</th>
          <th scope="col" data-right>{t("times.p90")}</th>
          <th scope="col" data-right>{t("times.closedOnly")}</th>
          <th scope="col" data-right>{t("times.n")}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.stages.map((stage, row) => {
          const bar = funnel.total.bars[row];
          const time = funnel.times[row];
          if (bar === undefined || time === undefined) return null;
          const over = stage.kind === "won";
          return (
            <tr key={stage.id}>
              <th scope="row">{stage.name}</th>
              {parts.map((part) => (
                <td key={part} data-right>
                  <UnstyledButton className={css.count} disabled={bar[part] === 0} onClick={() => onOpen(stage.id, part)} aria-label={t("table.open", { stage: stage.name, part: t(`part.${part}`), count: bar[part] })}>{f.number(bar[part])}</UnstyledButton>
                </td>
              ))}
              <td data-right>{share(bar.of_previous)}</td>
              <td data-right>{share(bar.of_all)}</td>
              {over ? <td colSpan={5} data-right>–</td> : (
                <>
                  <td data-right>{time.n === 0 ? "–" : days(time.days.p50)}</td>
                  <td data-right>{time.n === 0 ? "–" : days(time.days.p75)}</td>
                  <td data-right>{time.n === 0 ? "–" : days(time.days.p90)}</td>
                  <td data-right>{time.closed_only === null ? "–" : days(time.closed_only)}</td>
                  <td data-right>{f.number(time.n)}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
