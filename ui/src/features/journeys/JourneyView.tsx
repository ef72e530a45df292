// A journey with its tools: axis, list twin, export. Knows no IPC, so the report file shows the same.
import { ActionIcon, Menu, SegmentedControl, Tooltip, useComputedColorScheme } from "@mantine/core";
import { IconChartDots3, IconDownload, IconListDetails, IconRoute } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Journey } from "../../ipc/bindings.gen";
import { pngOf, svgOf } from "../../shared/charts/Chart";
import { fontStack } from "../../shared/charts/font";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { useActions } from "../../shared/keys/actions";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { tokens } from "../../shared/ui/tokens";
import { useStored } from "../../shared/hooks/useStored";
import { journeyChart } from "./charts";
import { journeyCsv } from "./csv";
import { JourneyChart } from "./JourneyChart";
import { JourneyList } from "./JourneyList";
import css from "./journeys.module.css";
import { journeyWords } from "./journeyWords";
import type { SavedFile } from "../../shared/charts/saved";

const EXPORT_WIDTH = 1120;

type Props = {
  journey: Journey;
  onSave: (file: SavedFile) => void;
  more?: (touchpoint: string) => React.ReactNode;
  /** the button of the empty state */
  start?: React.ReactNode;
};

export function JourneyView({ journey, onSave, more, start }: Props) {
  const { t, i18n } = useTranslation(["journeys", "common"]);
  const format = useFormat();
  const { zone } = usePlace();
  const scheme = useComputedColorScheme("light");
  const [axis, setAxis] = useStored("journey.axis", "calendar", ["calendar", "days"]);
  const [asList, setAsList] = useState(false);
  const words = journeyWords(t, format, zone);
  const empty = journey.marks.length + journey.bands.length + journey.future.length === 0;

  const toggle = () => setAsList((before) => !before);
  useActions(empty ? [] : [{ id: "journey.table", run: toggle }]);

  const save = (extension: "png" | "svg" | "csv") => {
    const { option, scene } = journeyChart({ journey, zone, axis, words, tokens: tokens.light, font: fontStack(), width: EXPORT_WIDTH, titled: true });
    const encode = (text: string) => new TextEncoder().encode(text);
    const bytes = {
      png: () => pngOf(option, scene),
      svg: () => encode(svgOf(option, scene)),
      csv: () => encode(journeyCsv({ journey, zone, words, t })),
    }[extension]();
    const name = t("journeys:tool.fileName", { name: journey.name }).replaceAll(/[\\/:*?"<>|]/g, "_");
    onSave({ name, extension, kind: t(`journeys:tool.${extension}`), bytes });
  };

  return (
    <section className={css.panel} aria-labelledby="journey-title">
      <header className={css.head}>
        <h2 id="journey-title" className={css.title}>{words.title}</h2>
        {empty ? null : <span className={css.note}>{words.days(journey.days)}</span>}
        <span className={css.spring} />
        {empty ? null : (
          <>
            <SegmentedControl
              aria-label={t("journeys:axis.label")}
              value={axis}
              onChange={setAxis}
              data={[
                { value: "calendar", label: t("journeys:axis.calendar") },
                { value: "days", label: t("journeys:axis.days") },
              ]}
            />
            <Tooltip label={<span className={css.tip}>{asList ? t("journeys:tool.chart") : t("journeys:tool.list")} <ShortcutKeys id="journey.table" /></span>}>
              <ActionIcon onClick={toggle} aria-label={asList ? t("journeys:tool.chart") : t("journeys:tool.list")} aria-pressed={asList} data-testid="journey-toggle">
                {asList ? <IconChartDots3 size={16} aria-hidden /> : <IconListDetails size={16} aria-hidden />}
              </ActionIcon>
            </Tooltip>
            <Menu position="bottom-end">
              <Menu.Target>
                <Tooltip label={t("journeys:tool.export")}>
                  <ActionIcon aria-label={t("journeys:tool.export")} data-testid="journey-export"><IconDownload size={16} aria-hidden /></ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                {(["png", "svg", "csv"] as const).map((kind) => (
                  <Menu.Item key={kind} onClick={() => save(kind)}>{t(`journeys:tool.${kind}`)}</Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </header>
      {empty ? (
        <EmptyState icon={IconRoute} title={t("journeys:empty.title")} text={t("journeys:empty.text")}>{start}</EmptyState>
      ) : asList ? (
        <JourneyList journey={journey} words={words} more={more} />
      ) : (
        <JourneyChart key={i18n.language} journey={journey} zone={zone} axis={axis} words={words} tokens={tokens[scheme]} font={fontStack()} more={more} />
      )}
    </section>
  );
}
