// The drawing with a button over every mark: what ECharts draws can be looked at, what lies over it
// can be pressed, focused and read aloud.
import { useElementSize } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../shared/charts/Chart";
import { type ChartInput, journeyChart } from "./charts";
import css from "./journeys.module.css";
import type { Scene } from "./layout";
import { DetailAt, markLabel, type Stop, stepLabel } from "./MarkDetail";

const WIDTH_BEFORE_MEASURED = 776;

type Props = Omit<ChartInput, "width"> & { more?: ((touchpoint: string) => React.ReactNode) | undefined };
type Spot = { id: string; x: number; y: number; stop: Stop };

export function JourneyChart({ more, ...input }: Props) {
  const { t } = useTranslation("journeys");
  const { ref, width } = useElementSize();
  const { option, scene } = journeyChart({ ...input, width: Math.floor(width) || WIDTH_BEFORE_MEASURED });
  const spots = spotsOf(scene);
  const [active, setActive] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const board = useRef<HTMLDivElement>(null);

  const index = spots.findIndex((spot) => spot.id === active);
  const here = index >= 0 ? index : spots.length - 1;
  const focus = (spot: Spot | undefined) => {
    if (!spot) return;
    setActive(spot.id);
    const buttons = [...(board.current?.querySelectorAll<HTMLElement>("[data-spot]") ?? [])];
    buttons.find((button) => button.dataset["spot"] === spot.id)?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset["spot"] === undefined) return;
    if (event.key === "Escape" && open !== null) {
      event.preventDefault();
      setOpen(null);
    }
    const target = aim(event.key, spots, here);
    if (target === undefined) return;
    event.preventDefault();
    focus(target);
  };
  const opened = spots.find((spot) => spot.id === open);
  const step = (by: number) => {
    const next = spots[spots.findIndex((spot) => spot.id === open) + by];
    if (!next) return;
    setOpen(next.id);
    setActive(next.id);
  };

  return (
    <div ref={ref} className={css.chart} data-testid="journey-chart">
      <Chart option={option} width={scene.width} height={scene.height} />
      <div
        ref={board}
        className={css.spots}
        role="group"
        aria-label={t("chart.label", { name: input.journey.name, days: input.journey.days, touches: input.journey.marks.length })}
        aria-description={t("chart.keys")}
        onKeyDown={onKeyDown}
      >
        {spots.map((spot, place) => (
          <button
            key={spot.id}
            type="button"
            className={css.spot}
            style={{ left: spot.x - 12, top: spot.y - 12 }}
            data-spot={spot.id}
            data-open={spot.id === open || undefined}
            data-testid={spot.stop.kind === "mark" ? "journey-mark" : "journey-future"}
            aria-label={spot.stop.kind === "mark" ? markLabel(spot.stop.mark, input.words, t) : stepLabel(spot.stop.step, input.words)}
            aria-haspopup="dialog"
            tabIndex={place === here ? 0 : -1}
            onFocus={() => setActive(spot.id)}
            onClick={() => setOpen(spot.id)}
          />
        ))}
        {opened ? (
          <DetailAt
            x={opened.x}
            y={opened.y}
            stop={opened.stop}
            words={input.words}
            place={t("mark.position", { index: spots.indexOf(opened) + 1, total: spots.length })}
            more={more}
            onStep={step}
            onClose={() => {
              setOpen(null);
              focus(opened);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function spotsOf(scene: Scene): Spot[] {
  return [
    ...scene.marks.map(({ mark, x, y }) => ({ id: mark.id, x, y, stop: { kind: "mark" as const, mark } })),
    ...scene.future.map(({ step, x, y }) => ({ id: step.id, x, y, stop: { kind: "future" as const, step } })),
  ].sort((a, b) => a.x - b.x || a.y - b.y);
}

/** Left and right go through time, up and down to the nearest mark of another lane. */
function aim(key: string, spots: Spot[], here: number): Spot | undefined {
  if (key === "ArrowRight") return spots[here + 1];
  if (key === "ArrowLeft") return spots[here - 1];
  if (key === "Home") return spots[0];
  if (key === "End") return spots.at(-1);
  const from = spots[here];
  if (!from || (key !== "ArrowUp" && key !== "ArrowDown")) return undefined;
  const way = key === "ArrowDown" ? 1 : -1;
  const distance = (spot: Spot) => Math.abs(spot.y - from.y) * 4 + Math.abs(spot.x - from.x);
  return spots.filter((spot) => (spot.y - from.y) * way > 10).sort((a, b) => distance(a) - distance(b))[0];
}
