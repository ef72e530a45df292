// The chart with its table twin, export and passport. A button lies over each row: it opens the deals behind it.
import { ActionIcon, Menu, Popover, Tooltip, useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChartBar, IconDownload, IconInfoCircle, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import type { Funnel, FunnelBy, FunnelPart } from "../../ipc/bindings.gen";
import { Chart, pngOf, svgOf } from "../../shared/charts/Chart";
import { fontStack } from "../../shared/charts/font";
import { saveFile } from "../../shared/charts/queries";
import { useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import { palettes, tokens } from "../../shared/ui/tokens";
import { type FunnelWords, funnelChart, funnelLayout, ROW } from "./charts";
import { funnelCsv } from "./csv";
import css from "./funnel.module.css";
import { Passport } from "./Passport";
import { StageTable } from "./StageTable";
import { useFunnelWords } from "./words";

const EXPORT_WIDTH = 1120;
const WIDTH_BEFORE_MEASURED = 1000;
const columns = ["group", "stage", "reached", "moved", "open", "lost", "previousK", "previousN", "previousLow", "previousHigh", "allK", "allN", "allLow", "allHigh", "stays", "staysOpen", "p50", "p75", "p90", "closedOnly"] as const;

type Props = { funnel: Funnel; by: FunnelBy | null; onOpen: (stage: string, part: FunnelPart) => void };

export function Bars({ funnel, by, onOpen }: Props) {
  const words = useFunnelWords();
  const { t, f } = words;
  const toast = useToast();
  const scheme = useComputedColorScheme("light");
  const { ref, width } = useElementSize();
  const [asTable, setAsTable] = useState(false);
  const toggle = () => setAsTable((before) => !before);
  useActions([{ id: "funnel.table", run: toggle }]);
  const title = t("chart.title", { pipeline: funnel.pipeline.name, day: f.longDay(funnel.day) });
  const chartWords: FunnelWords = {
    share: words.share, days: words.days, number: f.number,
    heads: { count: t("head.reached"), previous: t("head.previous"), all: t("head.all"), times: t("head.times") },
    legend: { moved: t("part.moved"), open: t("part.open"), lost: t("part.lost"), whisker: t("legend.whisker"), half: t("legend.half"), most: t("legend.most"), limit: t("legend.limit") },
  };
  const room = Math.floor(width) || WIDTH_BEFORE_MEASURED;
  const drawn = funnelChart({ funnel, words: chartWords, ink: { tokens: tokens[scheme], font: fontStack() }, palette: palettes[scheme], width: room });
  const place = funnelLayout(funnel.stages.length, room);

  const save = async (extension: "png" | "svg" | "csv") => {
    const { option, ...size } = funnelChart({ funnel, words: { ...chartWords, title }, ink: { tokens: tokens.light, font: fontStack() }, palette: palettes.light, width: EXPORT_WIDTH });
    const encode = (text: string) => new TextEncoder().encode(text);
    const bytes = {
      png: () => pngOf(option, size),
      svg: () => encode(svgOf(option, size)),
      csv: () => encode(funnelCsv(funnel, by, { head: columns.map((column) => t(`csv.${column}`)), all: t("group.all"), group: words.group })),
    }[extension]();
    try {
      const path = await saveFile({ name: title.replaceAll(/[\\/:*?"<>|]/g, "_"), extension, kind: t(`tool.${extension}`), bytes });
      if (path !== null) toast.say(t("tool.saved", { file: path.split(/[\\/]/).at(-1) ?? path }));
    } catch (cause) {
      toast.fail(cause);
    }
  };

  return (
    <section aria-labelledby="funnel-stages" className={css.panel}>
      <header className={css.panelHead}>
        <h2 id="funnel-stages">{t("chart.head")}</h2>
        <div className={css.tools}>
          <Popover position="bottom-end" width={420} withinPortal trapFocus>
            <Popover.Target>
              <ActionIcon aria-label={t("tool.passport")} data-testid="funnel-passport"><IconInfoCircle size={16} aria-hidden /></ActionIcon>
            </Popover.Target>
            <Popover.Dropdown><Passport funnel={funnel} /></Popover.Dropdown>
          </Popover>
          <Tooltip label={<span>{t(asTable ? "tool.chart" : "tool.table")} <ShortcutKeys id="funnel.table" /></span>}>
            <ActionIcon onClick={toggle} aria-label={t(asTable ? "tool.chart" : "tool.table")} aria-pressed={asTable} data-testid="funnel-toggle">
              {asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t("tool.export")} data-testid="funnel-export"><IconDownload size={16} aria-hidden /></ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {(["png", "svg", "csv"] as const).map((kind) => <Menu.Item key={kind} onClick={() => void save(kind)}>{t(`tool.${kind}`)}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
        </div>
      </header>
      {asTable ? (
        <StageTable funnel={funnel} onOpen={onOpen} />
      ) : (
        <div ref={ref} className={css.chart} data-testid="funnel-chart">
          <Chart option={drawn.option} width={drawn.width} height={drawn.height} />
          <div className={css.spots} role="group" aria-label={t("chart.label")}>
            {funnel.stages.map((stage, row) => {
              const bar = funnel.total.bars[row];
              const time = funnel.times[row];
              if (bar === undefined || time === undefined) return null;
              const label = t("chart.row", { stage: stage.name, reached: bar.reached, moved: bar.moved, open: bar.open, lost: bar.lost, share: words.share(bar.of_all), days: words.days(time.days.p50) });
              return <button key={stage.id} type="button" className={css.spot} style={{ top: place.head + row * ROW, height: ROW, width: place.times.x - 12 }} aria-label={label} onClick={() => onOpen(stage.id, "reached")} data-testid="funnel-bar" />;
            })}
          </div>
        </div>
      )}
    </section>
  );
}
