// The one-customer journey as an ECharts option: a pure function of the journey, the tokens and the
// words. Where things stand is layout.ts; this file gives them their ink.
import type { CustomSeriesOption, LineSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { type Element, group, hatchPath, type Ink, layer, line, path, rect, text } from "../../shared/charts/shapes";
import { textWidth } from "../../shared/charts/text";
import type { Tokens } from "../../shared/ui/tokens";
import type { PlacedLabel } from "./bands";
import { type LayoutInput, layoutJourney, type Scene } from "./layout";
import { mark } from "./shapes";

export type JourneyOption = ComposeOption<CustomSeriesOption | LineSeriesOption | GridComponentOption>;
export type ChartInput = LayoutInput & { tokens: Tokens; font: string };

/** Option and scene together: the scene also places the buttons that lie over the drawing. */
export function journeyChart(input: ChartInput): { option: JourneyOption; scene: Scene } {
  const scene = layoutJourney(input);
  return { option: journeyOption(scene, input), scene };
}

/** Two coordinate systems, both in pixels across: the whole picture, and the sentiment strip in −2…+2. */
function journeyOption(scene: Scene, input: ChartInput): JourneyOption {
  const ink: Ink = { tokens: input.tokens, font: input.font };
  const across = { type: "value" as const, min: 0, max: scene.width, show: false };
  return {
    animation: false,
    backgroundColor: input.titled ? ink.tokens.bg : "transparent",
    grid: [
      { left: 0, top: 0, width: scene.width, height: scene.height },
      { left: 0, top: scene.sentiment.top, width: scene.width, height: scene.sentiment.height },
    ],
    xAxis: [
      { ...across, gridIndex: 0 },
      { ...across, gridIndex: 1 },
    ],
    yAxis: [
      { type: "value", min: 0, max: scene.height, inverse: true, show: false, gridIndex: 0 },
      { type: "value", min: -2, max: 2, show: false, gridIndex: 1 },
    ],
    series: [
      layer("bands", bands(scene, ink)),
      layer("silences", silences(scene, ink)),
      layer("lanes", lanes(scene, ink)),
      layer("axis", axis(scene, ink, input)),
      sentiment(scene, ink),
      layer("today", today(scene, ink)),
      layer("labels", scene.labels.concat(scene.notes).map((each) => label(each, ink))),
      layer("marks", scene.marks.map(({ x, y, radius, mark: touch }) => group(mark(touch, radius, ink), x, y))),
      layer("future", future(scene, ink)),
      layer("plates", plates(scene, ink)),
      layer("legend", legend(scene, ink)),
    ],
  };
}

function tone(dark: boolean, { tokens }: Ink): string {
  return dark ? tokens.hover : tokens.sunken;
}

function bands(scene: Scene, ink: Ink): Element[] {
  const { top, bottom } = scene.plot;
  const cap = (x: number, y: number, width: number, current: boolean) =>
    rect(x, y, width, 3, current ? ink.tokens.accent : ink.tokens["line-2"]);
  return [
    ...scene.bands.map((band) =>
      group([rect(band.x, top, band.width, bottom - top, tone(band.dark, ink)), cap(band.x, top, Math.max(1, band.width - 1), band.current)]),
    ),
    ...scene.strips.map((strip) => group(strip.pieces.map((piece) => cap(piece.x, strip.y, Math.max(1, piece.width - 1), piece.current)))),
  ];
}

function silences(scene: Scene, ink: Ink): Element[] {
  return scene.silences.map(({ x, y, width, height }) => path(hatchPath(x, y, width, height), { stroke: ink.tokens["line-2"] }));
}

function lanes(scene: Scene, ink: Ink): Element[] {
  return scene.lanes.map(({ y, label: words }) =>
    group([
      text(scene.plot.left - 12, y, words, ink.font, { fill: ink.tokens["text-2"], align: "right" }),
      line(scene.plot.left, y, scene.todayX, y, ink.tokens.line),
      line(scene.todayX, y, scene.plot.right, y, ink.tokens["line-2"], 1, [3, 3]),
    ]),
  );
}

function axis(scene: Scene, ink: Ink, { words }: ChartInput): Element[] {
  const { left, right } = scene.plot;
  const { tokens, font } = ink;
  const { top, height } = scene.sentiment;
  const quiet = { fill: tokens["text-3"], size: 11 };
  const level = (value: number) => top + ((2 - value) / 4) * height;
  const title = scene.title
    ? [
        text(scene.edge, 34, scene.title.text, font, { fill: tokens.text, size: 16, bold: true }),
        text(right, 34, scene.title.days, font, { fill: tokens["text-3"], align: "right" }),
      ]
    : [];
  return [
    ...title,
    ...[2, 0, -2].map((value) =>
      group([
        line(left, level(value), right, level(value), tokens.line, 1, value === 0 ? undefined : [2, 3]),
        text(left - 12, level(value), value > 0 ? `+${value}` : `${value}`.replace("-", "−"), font, { ...quiet, align: "right" }),
      ]),
    ),
    text(scene.edge, level(0), words.sentiment, font, { fill: tokens["text-2"] }),
    line(left, scene.axisY, right, scene.axisY, tokens["line-2"]),
    ...scene.ticks.map(({ x, text: tick }) =>
      group([line(x, scene.axisY, x, scene.axisY + 5, tokens.control), text(x + 4, scene.axisY + 10, tick, font, quiet)]),
    ),
  ];
}

/** Measured touches only, in time order; a lone point has no line. Negative points are cinnabar and below zero. */
function sentiment(scene: Scene, ink: Ink): LineSeriesOption {
  const { tokens } = ink;
  return {
    type: "line",
    id: "sentiment",
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    clip: false,
    connectNulls: false,
    showAllSymbol: true,
    symbol: "circle",
    symbolSize: 5,
    lineStyle: { color: tokens["text-2"], width: 1.5 },
    data: scene.sentiment.points.map((point) =>
      point === null
        ? [null, null]
        : { value: [point.x, point.value], itemStyle: { color: point.value < 0 ? tokens.late : tokens["text-2"], borderWidth: 0 } },
    ),
  };
}

function today(scene: Scene, ink: Ink): Element[] {
  const lines = [line(scene.todayX, scene.plot.top - 5, scene.todayX, scene.axisY, ink.tokens.text, 1.5)];
  if (scene.limit) lines.push(line(scene.limit.x, scene.plot.top + 6, scene.limit.x, scene.plot.bottom, ink.tokens.control, 1, [2, 3]));
  return scene.limit?.label ? [...lines, label(scene.limit.label, ink)] : lines;
}

function label({ x, y, text: words, align, tone: weight }: PlacedLabel, { tokens, font }: Ink): Element {
  const fill = { quiet: tokens["text-3"], plain: tokens["text-2"], strong: tokens.text, current: tokens.accent }[weight];
  return text(x, y, words, font, { fill, align, bold: weight === "strong" || weight === "current" });
}

function future(scene: Scene, ink: Ink): Element[] {
  const { tokens, font } = ink;
  return scene.future.map(({ x, y, late, label: words }) => {
    const parts = [group(mark({ direction: "outbound", sentiment: null, planned: late ? "late" : "due" }, 8, ink), x, y)];
    if (words) {
      // A plain plate keeps the dotted lines from running through the words.
      parts.unshift(rect(words.x - 3, y - 9, textWidth(words.text, 12, late) + 6, 18, tokens.bg));
      parts.push(text(words.x, y, words.text, font, { fill: late ? tokens.late : tokens.accent, bold: late }));
    }
    return group(parts);
  });
}

function plates(scene: Scene, ink: Ink): Element[] {
  return scene.silences.flatMap(({ plate }) =>
    plate
      ? [
          group([
            rect(plate.x, plate.y, plate.width, plate.height, ink.tokens.raised, ink.tokens["line-2"], 4),
            text(plate.x + plate.width / 2, plate.y + plate.height / 2, plate.text, ink.font, { fill: ink.tokens.text, align: "center" }),
          ]),
        ]
      : [],
  );
}

function legend(scene: Scene, ink: Ink): Element[] {
  const sample = {
    ours: { direction: "outbound", sentiment: 0 },
    theirs: { direction: "inbound", sentiment: 0 },
    positive: { direction: "outbound", sentiment: 1 },
    negative: { direction: "outbound", sentiment: -1 },
    unmeasured: { direction: "outbound", sentiment: null },
    planned: { direction: "outbound", sentiment: null, planned: "due" },
  } as const;
  return scene.legend.map(({ kind, x, y, text: words, textX }) => {
    const shown =
      kind === "silence"
        ? [rect(x, y - 6, 18, 12, "transparent", ink.tokens["line-2"]), path(hatchPath(x, y - 6, 18, 12, 6), { stroke: ink.tokens.control })]
        : [group(mark(sample[kind], 7, ink), x + 7, y)];
    return group([...shown, text(textX, y, words, ink.font, { fill: ink.tokens["text-2"] })]);
  });
}
