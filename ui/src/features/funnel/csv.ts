// The funnel as a table: one line per stage, for all deals and for each group.
import type { Funnel, FunnelBy, FunnelGroup } from "../../ipc/bindings.gen";
import { csv } from "../../shared/format/csv";

export type CsvWords = { head: string[]; all: string; group: (by: FunnelBy, group: FunnelGroup) => string };

export function funnelCsv(funnel: Funnel, by: FunnelBy | null, words: CsvWords): string {
  const blank = (value: number | null) => value ?? "";
  const lines = [[words.all, funnel.total] as const, ...funnel.groups.map((group) => [by === null ? group.key : words.group(by, group), group] as const)].flatMap(([name, group]) =>
    group.bars.map((bar, row) => {
      // Times are measured over all deals only.
      const time = group === funnel.total ? funnel.times[row] : undefined;
      const share = ({ k, n, interval }: typeof bar.of_all) => [k, n, blank(interval?.low ?? null), blank(interval?.high ?? null)];
      return [
        name, funnel.stages[row]?.name ?? "", bar.reached, bar.moved, bar.open, bar.lost, ...share(bar.of_previous), ...share(bar.of_all),
        ...(time === undefined ? ["", "", "", "", "", ""] : [time.n, time.open, blank(time.days.p50), blank(time.days.p75), blank(time.days.p90), blank(time.closed_only)]),
      ];
    }),
  );
  return csv([words.head, ...lines]);
}
