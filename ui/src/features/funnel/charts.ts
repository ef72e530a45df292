// Stage bars and times per stage as one ECharts option: a pure function of the funnel, the tokens and the words.
// Left how many came how far (went on, still open, lost, with the interval), right how long they stayed.
import type { CustomSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Bar, Funnel, StageTime } from "../../ipc/bindings.gen";
import { type Element, group, hatchPath, type Ink, layer, line, path, rect, text } from "../../shared/charts/shapes";
import { fitText } from "../../shared/charts/text";
import type { Palette } from "../../shared/ui/tokens";

export type FunnelOption = ComposeOption<CustomSeriesOption | GridComponentOption>;
export type FunnelWords = {
  share: (share: Bar["of_all"]) => string; days: (days: number | null) => string; number: (value: number) => string;
  heads: { count: string; previous: string; all: string; times: string }; legend: { moved: string; open: string; lost: string; whisker: string; half: string; most: string; limit: string };
  title?: string;
};
export type FunnelChartInput = { funnel: Funnel; words: FunnelWords; ink: Ink; palette: Palette; width: number };

export const ROW = 44;
const TOP = 36;
const LABEL = 112;
const COLUMNS = { count: 56, previous: 112, all: 112 };
const GAP = 24;

/** Where things stand; buttons over the rows use the same numbers. */
export function funnelLayout(stages: number, width: number, titled = false) {
  const head = titled ? TOP + 36 : TOP;
  const figures = COLUMNS.count + COLUMNS.previous + COLUMNS.all;
  const plots = Math.max(240, width - LABEL - figures - 2 * GAP);
  const bars = Math.round(plots * 0.55);
  return { head, bars: { x: LABEL, width: bars }, figures: LABEL + bars + 12, times: { x: LABEL + bars + figures + 2 * GAP, width: plots - bars - GAP }, height: head + stages * ROW + 32, width };
}

export function funnelChart({ funnel, words, ink, palette, width }: FunnelChartInput): { option: FunnelOption; width: number; height: number } {
  const place = funnelLayout(funnel.stages.length, width, words.title !== undefined);
  const most = Math.max(1, ...funnel.total.bars.map(({ reached }) => reached));
  const longest = Math.max(1, ...funnel.times.flatMap(({ days, stage }) => [days.p50 ?? 0, days.p75 ?? 0, days.p90 ?? 0, funnel.stages.find(({ id }) => id === stage)?.limit_days ?? 0]));
  const { tokens, font } = ink;
  const quiet = { fill: tokens["text-3"] };
  const y = (row: number) => place.head + row * ROW + ROW / 2;
  const right = (x: number, row: number, value: string, strong = false) => text(x, y(row), value, font, { fill: strong ? tokens.text : tokens["text-2"], align: "right" });

  const rows = funnel.stages.flatMap((stage, row): Element[] => {
    const bar = funnel.total.bars[row];
    const time = funnel.times[row];
    if (!bar || !time) return [];
    const { figures } = place;
    return [
      text(0, y(row), fitText(stage.name, LABEL - 12, 13), font, { fill: tokens.text, size: 13 }),
      group(barOf(bar, most, place.bars, y(row), ink, palette)),
      right(figures + COLUMNS.count - 12, row, words.number(bar.reached), true),
      right(figures + COLUMNS.count + COLUMNS.previous - 12, row, words.share(bar.of_previous)),
      right(figures + COLUMNS.count + COLUMNS.previous + COLUMNS.all - 12, row, words.share(bar.of_all)),
      ...(stage.kind === "won" ? [] : [group(timeOf(time, stage.limit_days, longest, place.times, y(row), ink, palette, words))]),
      line(0, place.head + (row + 1) * ROW, width, place.head + (row + 1) * ROW, tokens.line),
    ];
  });
  const { figures } = place;
  const heads = [
    text(figures + COLUMNS.count - 12, place.head - 14, words.heads.count, font, { ...quiet, align: "right" }),
    text(figures + COLUMNS.count + COLUMNS.previous - 12, place.head - 14, words.heads.previous, font, { ...quiet, align: "right" }),
    text(figures + COLUMNS.count + COLUMNS.previous + COLUMNS.all - 12, place.head - 14, words.heads.all, font, { ...quiet, align: "right" }),
    text(place.times.x, place.head - 14, words.heads.times, font, quiet),
    line(0, place.head, width, place.head, tokens.line),
    ...(words.title === undefined ? [] : [text(0, 20, words.title, font, { fill: tokens.text, size: 16, bold: true })]),
  ];
  const option: FunnelOption = {
    animation: false,
    backgroundColor: words.title === undefined ? "transparent" : tokens.bg,
    grid: [{ left: 0, top: 0, width: place.width, height: place.height }],
    xAxis: [{ type: "value", min: 0, max: place.width, show: false }],
    yAxis: [{ type: "value", min: 0, max: place.height, inverse: true, show: false }],
    series: [layer("heads", heads), layer("rows", rows), layer("legend", legend(words, place, ink, palette))],
  };
  return { option, width: place.width, height: place.height };
}

type Room = { x: number; width: number };

/** Went on, still open, lost, end to end; below the end the interval of its share of all. */
function barOf(bar: Bar, most: number, { x, width }: Room, y: number, { tokens }: Ink, palette: Palette): Element[] {
  const scale = width / most;
  const [moved, open, lost] = [bar.moved * scale, bar.open * scale, bar.lost * scale];
  const top = y - 10;
  const parts: Element[] = [];
  if (moved > 0) parts.push(rect(x, top, moved, 16, tokens.accent));
  if (open > 0) parts.push(rect(x + moved, top, open, 16, palette.order[1] ?? tokens.press, palette.order[3]));
  if (lost > 0) {
    parts.push(rect(x + moved + open, top, lost, 16, "transparent", tokens.control));
    if (lost > 4) parts.push(path(hatchPath(x + moved + open, top, lost, 16, 6), { stroke: tokens.control }));
  }
  const { interval, n } = bar.of_all;
  if (interval !== null && n >= 5 && bar.reached < n) {
    const [low, high] = [x + (interval.low ?? 0) * n * scale, x + (interval.high ?? 0) * n * scale];
    const under = y + 10;
    parts.push(line(low, under, high, under, tokens["text-2"]), line(low, under - 3, low, under + 3, tokens["text-2"]), line(high, under - 3, high, under + 3, tokens["text-2"]));
  }
  return parts;
}

/** Dark from P50 to P75, pale to P90, a tick at the stage's limit; an arrow where it is not reached yet. */
function timeOf({ days, n }: StageTime, limit: number | null, longest: number, { x, width }: Room, y: number, { tokens, font }: Ink, palette: Palette, words: FunnelWords): Element[] {
  if (n === 0) return [text(x, y, "–", font, { fill: tokens["text-3"] })];
  const room = width - 64;
  const at = (count: number) => x + (count / longest) * room;
  const parts: Element[] = [line(x, y, x + room, y, tokens.line)];
  const span = (from: number | null, to: number | null, fill: string) => {
    if (from === null) return;
    const end = to === null ? x + room : at(to);
    parts.push(rect(at(from), y - 5, Math.max(2, end - at(from)), 10, fill));
    if (to === null) parts.push(path(`M${x + room} ${y - 5}L${x + room + 6} ${y}L${x + room} ${y + 5}Z`, { fill }));
  };
  span(days.p75, days.p90, palette.order[2] ?? tokens.press);
  span(days.p50, days.p75, palette.order[5] ?? tokens.accent);
  if (limit !== null) parts.push(line(at(limit), y - 9, at(limit), y + 9, tokens.text, 1.5));
  parts.push(text(x + width, y, words.days(days.p50), font, { fill: tokens["text-2"], align: "right" }));
  return parts;
}

function legend({ legend: words }: FunnelWords, place: ReturnType<typeof funnelLayout>, { tokens, font }: Ink, palette: Palette): Element[] {
  const y = place.height - 14;
  const left: [string, (x: number) => Element[]][] = [
    [words.moved, (x) => [rect(x, y - 5, 14, 10, tokens.accent)]],
    [words.open, (x) => [rect(x, y - 5, 14, 10, palette.order[1] ?? tokens.press, palette.order[3])]],
    [words.lost, (x) => [rect(x, y - 5, 14, 10, "transparent", tokens.control), path(hatchPath(x, y - 5, 14, 10, 5), { stroke: tokens.control })]],
    [words.whisker, (x) => [line(x, y, x + 14, y, tokens["text-2"]), line(x, y - 3, x, y + 3, tokens["text-2"]), line(x + 14, y - 3, x + 14, y + 3, tokens["text-2"])]],
  ];
  const rightSide: [string, (x: number) => Element[]][] = [
    [words.half, (x) => [rect(x, y - 5, 14, 10, palette.order[5] ?? tokens.accent)]],
    [words.most, (x) => [rect(x, y - 5, 14, 10, palette.order[2] ?? tokens.press)]],
    [words.limit, (x) => [line(x + 7, y - 7, x + 7, y + 7, tokens.text, 1.5)]],
  ];
  const set = (entries: typeof left, from: number): Element[] => {
    let x = from;
    return entries.flatMap(([word, sign]) => {
      const drawn = [...sign(x), text(x + 20, y, word, font, { fill: tokens["text-2"] })];
      x += 36 + [...word].reduce((sum, char) => sum + (char > "\u2e80" ? 12 : 6.6), 0);
      return drawn;
    });
  };
  return [...set(left, 0), ...set(rightSide, place.times.x)];
}
