// The funnel of a pipeline: how many deals came how far, where they were lost, how long they stayed. Every bar opens
// into its deals; the route lends the switch between the views of a pipeline.
import { Button } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Funnel, FunnelPart } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { Behind, type Opened } from "./Behind";
import { Bars } from "./Bars";
import { Cycle } from "./Cycle";
import css from "./funnel.module.css";
import { Groups } from "./Groups";
import { funnelQueries } from "./queries";
import { type FunnelSearch, inputOf } from "./search";
import { Tools } from "./Tools";
import { useFunnelWords } from "./words";

export function FunnelPage({ views }: { views: React.ReactNode }) {
  const words = useFunnelWords();
  const { t } = words;
  const navigate = useNavigate();
  const search = useSearch({ from: "/pipeline/funnel" });
  const { today } = usePlace();
  const input = inputOf(search);
  const { data, error } = useQuery(funnelQueries.funnel(input, today));
  const [opened, setOpened] = useState<Opened | null>(null);
  const turn = (next: FunnelSearch) => void navigate({ to: "/pipeline/funnel", search: next, replace: true });
  const open = (stage: string, part: FunnelPart, group: string | null = null) => setOpened({ stage, part, group });
  return (
    <div className={css.page}>
      <PageHead title={t("title")} note={data === undefined ? undefined : t("note", { count: data.total.bars[0]?.reached ?? 0, day: words.f.day(data.day) })}>{views}</PageHead>
      <Tools search={search} funnel={data} onTurn={turn} />
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (
        error === null ? <Loading rows={8} height={44} /> : null
      ) : (data.total.bars[0]?.reached ?? 0) === 0 ? (
        <Nothing funnel={data} search={search} onAll={() => turn({ ...(search.pipeline === undefined ? {} : { pipeline: search.pipeline }) })} />
      ) : (
        <div className={css.body}>
          <p className={css.finding} data-testid="funnel-finding">{finding(data, words)}</p>
          <Bars funnel={data} by={search.by ?? null} onOpen={open} />
          <Cycle cycle={data.cycle} />
          {search.by === undefined ? null : <Groups by={search.by} groups={data.groups} stages={data.stages} search={search} onTurn={turn} onOpen={open} />}
          {opened === null ? null : <Behind opened={opened} input={input} stages={data.stages} onPart={(part) => setOpened({ ...opened, part })} onClose={() => setOpened(null)} />}
        </div>
      )}
    </div>
  );
}

function Nothing({ funnel, search, onAll }: { funnel: Funnel; search: FunnelSearch; onAll: () => void }) {
  const { t } = useFunnelWords();
  const navigate = useNavigate();
  const narrowed = search.from !== undefined || search.to !== undefined || search.asOf !== undefined || search.only !== undefined;
  return (
    <EmptyState icon={IconFilter} title={t(narrowed ? "empty.narrow" : "empty.title")} text={narrowed ? t("empty.left", { count: funnel.undated + funnel.later }) : t("empty.text")}>
      {narrowed ? <Button onClick={onAll}>{t("empty.all")}</Button> : <Button onClick={() => void navigate({ to: "/pipeline" })}>{t("empty.go")}</Button>}
    </EmptyState>
  );
}

/** The step at which most deals were lost, in words above the chart that shows it. */
function finding({ stages, total }: Funnel, { t, share }: ReturnType<typeof useFunnelWords>): string {
  const worst = total.bars.reduce<number | null>((most, bar, row) => (bar.lost > (most === null ? 0 : (total.bars[most]?.lost ?? 0)) ? row : most), null);
  const bar = worst === null ? undefined : total.bars[worst];
  const whole = t("finding.won", { count: total.win.k, share: share(total.win), n: total.win.n });
  if (bar === undefined || worst === null || bar.lost < 5) return whole;
  return t("finding.lost", { stage: stages[worst]?.name ?? "", count: bar.lost, of: total.lost, whole });
}
