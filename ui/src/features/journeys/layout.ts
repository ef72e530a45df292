// Where everything in a journey chart stands, in pixels: a pure function of the journey, the width
// and the words. It decides which labels fit, where they move when they do not, and what is left to
// the list. Colours and drawing are charts.ts.
import type { Journey } from "../../ipc/bindings.gen";
import { fitText, textWidth } from "../../shared/charts/text";
import { dayStart } from "../../shared/charts/ticks";
import { placeBands, type PlacedBand, type PlacedLabel, type PlacedStrip } from "./bands";
import { byTime, firstMoment, type LaneKey, lanesOf } from "./lanes";
import { placeFuture, placeMarks, type PlacedFuture, type PlacedMark } from "./marks";
import { type PlacedLegend, placeLegend } from "./legend";
import { type PlacedSilence, placeSilences } from "./silences";
import { axisTicks, type PlacedTick, type Scale, timeScale } from "./scale";
import type { AxisMode, JourneyWords } from "./words";

export const LANE = 29;
const GUTTER = { least: 56, most: 112, gap: 12 };
const TITLE = 56;
/** White around a picture that leaves the page. */
const EDGE = 24;

export type PlacedLane = { key: LaneKey; y: number; label: string };
export type SentimentPoint = { x: number; value: number };

export type Scene = {
  width: number;
  height: number;
  edge: number;
  plot: { left: number; right: number; top: number; bottom: number };
  todayX: number;
  title: { text: string; days: string } | null;
  lanes: PlacedLane[];
  bands: PlacedBand[];
  strips: PlacedStrip[];
  labels: PlacedLabel[];
  limit: { x: number; label: PlacedLabel | null } | null;
  silences: PlacedSilence[];
  marks: PlacedMark[];
  future: PlacedFuture[];
  /** null breaks the line */
  sentiment: { top: number; height: number; points: (SentimentPoint | null)[] };
  axisY: number;
  ticks: PlacedTick[];
  legend: PlacedLegend[];
  notes: PlacedLabel[];
};

export type LayoutInput = {
  journey: Journey;
  zone: string;
  axis: AxisMode;
  width: number;
  words: JourneyWords;
  /** with the customer's name and a title above, for a picture that leaves the page */
  titled?: boolean;
};

export function layoutJourney({ journey, zone, axis, width, words, titled = false }: LayoutInput): Scene {
  const named = lanesOf(journey).map((key) => ({ key, name: key === "none" ? words.noChannel : words.channel(key) }));
  const widest = Math.max(...named.map(({ name }) => textWidth(name, 12)), textWidth(words.sentiment, 12) + 20);
  const edge = titled ? EDGE : 0;
  const plotLeft = edge + Math.min(GUTTER.most, Math.max(GUTTER.least, widest + GUTTER.gap));
  const plotRight = Math.max(plotLeft + 240, width - Math.max(12, edge));
  const start = dayStart(firstMoment(journey), zone);
  const scale = timeScale({ journey, start, left: plotLeft, right: plotRight });
  const todayX = scale.x(journey.now);

  const strata = placeBands({ journey, words, scale, todayX, top: titled ? TITLE : 0 });
  const lanes = named.map(({ key, name }, index) => ({
    key,
    y: strata.capY + 37 + index * LANE,
    label: fitText(name, plotLeft - edge - GUTTER.gap, 12),
  }));
  const bottom = (lanes.at(-1)?.y ?? strata.capY + 37) + 18;
  const sentimentTop = bottom + 15;
  const sentimentHeight = 64;
  const axisY = sentimentTop + sentimentHeight + 11;
  const laneY = (key: LaneKey) => lanes.find((lane) => lane.key === key)?.y ?? lanes[0]?.y ?? bottom;

  const marks = placeMarks(journey, scale, laneY);
  const future = placeFuture({ journey, scale, laneY, todayX, right: plotRight, words, axis, start });
  const silences = placeSilences({ journey, scale, words, lanes, marks, todayX, plotLeft, top: strata.capY + 28, bottom: bottom - 6 });
  const legend = placeLegend(words, plotLeft, plotRight, axisY + 32);
  const notes = [journey.empty_channels > 0 ? words.emptyChannels(journey.empty_channels) : "", strata.unseen > 0 ? words.moreDeals(strata.unseen) : ""]
    .filter((text) => text !== "")
    .join(" · ");
  const legendEnd = legend.at(-1)?.end ?? plotLeft;
  const legendY = legend.at(-1)?.y ?? axisY + 32;
  const noteFits = plotRight - textWidth(notes, 12) > legendEnd + 12;
  const noteY = noteFits ? legendY : legendY + 20;

  return {
    width,
    height: (notes === "" ? legendY : noteY) + 14 + edge,
    edge,
    plot: { left: plotLeft, right: plotRight, top: strata.capY, bottom },
    todayX,
    title: titled ? { text: journey.name, days: `${words.title} ${words.days(journey.days)}` } : null,
    lanes,
    bands: strata.bands,
    strips: strata.strips,
    labels: [...strata.labels, todayLabel(words, axis, journey, todayX, strata.capY, plotRight)],
    limit: limitOf(journey, scale, words, todayX, plotRight, strata.capY),
    silences,
    marks,
    future,
    sentiment: { top: sentimentTop, height: sentimentHeight, points: sentimentPoints(journey, scale) },
    axisY,
    ticks: axisTicks({ axis, scale, zone, start, words }),
    legend,
    notes: notes === "" ? [] : [{ x: plotRight, y: noteY, text: fitText(notes, plotRight - plotLeft, 12), align: "right", tone: "quiet" }],
  };
}

/** Points in time order; the line breaks at a touch nobody measured and across a long silence. */
function sentimentPoints(journey: Journey, scale: Scale): (SentimentPoint | null)[] {
  const points: (SentimentPoint | null)[] = [];
  let before: number | null = null;
  for (const mark of byTime(journey.marks)) {
    const since = before;
    if (since !== null && journey.silences.some((silence) => silence.from >= since && silence.to <= mark.at)) points.push(null);
    points.push(mark.sentiment === null ? null : { x: scale.x(mark.at), value: mark.sentiment });
    before = mark.at;
  }
  return points;
}

function todayLabel(words: JourneyWords, axis: AxisMode, journey: Journey, todayX: number, capY: number, right: number): PlacedLabel {
  const text = axis === "calendar" ? words.today : `${words.today} · ${words.nthDay(journey.days)}`;
  const fits = todayX + 6 + textWidth(text, 12, true) <= right + 12;
  return { x: fits ? todayX + 6 : todayX - 6, y: capY - 5, text, align: fits ? "left" : "right", tone: "strong" };
}

function limitOf(journey: Journey, scale: Scale, words: JourneyWords, todayX: number, right: number, capY: number): Scene["limit"] {
  const open = journey.bands.filter((band) => band.to === null && band.limit_days !== null).sort((a, b) => b.from - a.from)[0];
  if (open?.limit_days == null) return null;
  const x = scale.x(open.from + open.limit_days * 86_400_000);
  if (x <= todayX + 2 || x > right) return null;
  const text = fitText(words.limit(open.stage, open.limit_days), right - x - 6, 12);
  return { x, label: text === "" ? null : { x: x + 6, y: capY + 11, text, align: "left", tone: "quiet" } };
}
