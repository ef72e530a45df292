// Stage bands behind the lanes, with their labels. One deal's stages fill the ground; up to two more
// deals get a strip of their own above it, the rest are counted in words.
import type { Journey, StageBand } from "../../ipc/bindings.gen";
import { fitText, textWidth } from "../../shared/charts/text";
import type { Scale } from "./scale";
import type { JourneyWords } from "./words";

export type PlacedLabel = { x: number; y: number; text: string; align: "left" | "right"; tone: "quiet" | "plain" | "strong" | "current" };
export type PlacedBand = { x: number; width: number; dark: boolean; current: boolean; band: StageBand };
export type PlacedStrip = { y: number; pieces: { x: number; width: number; dark: boolean; current: boolean }[] };
export type Strata = { capY: number; bands: PlacedBand[]; strips: PlacedStrip[]; labels: PlacedLabel[]; unseen: number };

const ROW = 18;
const STRIP = 22;
const LONGEST = 168;
const STRIPS = 2;

type Input = { journey: Journey; words: JourneyWords; scale: Scale; todayX: number; top: number };

export function placeBands({ journey, words, scale, todayX, top }: Input): Strata {
  const deals = byDeal(journey.bands);
  const [main = [], ...others] = deals;
  const strips: PlacedStrip[] = [];
  const stripLabels: PlacedLabel[] = [];
  others.slice(0, STRIPS).forEach((bands, index) => {
    const y = top + 4 + index * STRIP;
    const placed = spans(bands, scale, journey.now);
    strips.push({ y, pieces: placed.map(({ x, width, dark, current }) => ({ x, width, dark, current })) });
    const last = bands.at(-1);
    const end = placed.at(-1);
    if (!last || !end) return;
    const begin = placed[0]?.x ?? end.x;
    const text = fitText(words.strip(last.deal, last.stage, last.days), Math.max(120, todayX - begin), 11);
    const width = textWidth(text, 11);
    stripLabels.push({ x: Math.max(scale.left, Math.min(begin, todayX - width - 6)), y: y + 11, text, align: "left", tone: "quiet" });
  });

  const bands = spans(main, scale, journey.now);
  const stripsEnd = top + strips.length * STRIP;
  const above: { placed: PlacedBand; text: string }[] = [];
  const inside: PlacedLabel[] = [];
  for (const placed of bands) {
    const plain = words.band(placed.band.stage, placed.band.days);
    const room = Math.min(placed.x + placed.width, scale.right) - placed.x - 1;
    const current = placed.current;
    // Beside other deals the last band says whose stages these are.
    const named = others.length > 0 && placed === bands.at(-1) ? words.strip(placed.band.deal, placed.band.stage, placed.band.days) : plain;
    const full = textWidth(named, 12, current) <= room ? named : plain;
    const width = textWidth(full, 12, current);
    if (width <= room) inside.push(label(placed.x + Math.max(1, Math.min(6, room - width)), full, current));
    else {
      const cut = room >= 96 ? shortened(words, placed.band, room - 6, current) : "";
      if (cut !== "") inside.push(label(placed.x + 6, cut, current));
      else above.push({ placed, text: shortened(words, placed.band, LONGEST, current) });
    }
  }
  const rows = stagger(above, scale.left, todayX - 4);
  const usedRows = Math.max(1, ...rows.map((row) => row.row + 1));
  const capY = stripsEnd + usedRows * ROW + 4;
  const aboveLabels = rows.map(({ x, row, text, current }) => ({ ...label(x, text, current), y: capY - 13 - row * ROW }));
  return {
    capY,
    bands,
    strips,
    labels: [...inside.map((each) => ({ ...each, y: capY + 11 })), ...aboveLabels, ...stripLabels],
    unseen: Math.max(0, others.length - STRIPS),
  };
}

function label(x: number, text: string, current: boolean): PlacedLabel {
  return { x, y: 0, text, align: "left", tone: current ? "current" : "plain" };
}

/** Cuts the stage's name, never the number of days. */
function shortened(words: JourneyWords, band: StageBand, room: number, bold: boolean): string {
  const full = words.band(band.stage, band.days);
  if (textWidth(full, 12, bold) <= room) return full;
  const rest = textWidth(words.band("", band.days), 12, bold);
  const name = fitText(band.stage, room - rest, 12, bold);
  return name === "" ? "" : words.band(name, band.days);
}

/** The deal still open comes first, then the one that moved last. */
function byDeal(bands: readonly StageBand[]): StageBand[][] {
  const groups = new Map<string, StageBand[]>();
  for (const band of [...bands].sort((a, b) => a.from - b.from)) {
    groups.set(band.deal_id, [...(groups.get(band.deal_id) ?? []), band]);
  }
  const open = (group: StageBand[]) => (group.some((band) => isCurrent(band)) ? 1 : 0);
  const moved = (group: StageBand[]) => group.at(-1)?.from ?? 0;
  return [...groups.values()].sort((a, b) => open(b) - open(a) || moved(b) - moved(a));
}

const isCurrent = (band: StageBand) => band.to === null && band.kind !== "won" && band.kind !== "lost";

function spans(bands: readonly StageBand[], scale: Scale, now: number): PlacedBand[] {
  return bands.map((band, index) => {
    const x = Math.max(scale.left, scale.x(band.from));
    const end = scale.x(Math.min(band.to ?? now, now));
    return { x, width: Math.max(1, end - x), dark: index % 2 === 1, current: isCurrent(band), band };
  });
}

/**
 * Labels too wide for their band stand above it, centred, in one row or a second. What fits in
 * neither is left out: the list has it. The current stage and wide bands choose first.
 */
function stagger(wanted: { placed: PlacedBand; text: string }[], left: number, right: number): { x: number; row: number; text: string; current: boolean }[] {
  const taken: { from: number; to: number; row: number }[] = [];
  const rank = (each: { placed: PlacedBand }) => (each.placed.current ? 1e6 : 0) + each.placed.width;
  const placed = [];
  for (const each of wanted.filter(({ text }) => text !== "").sort((a, b) => rank(b) - rank(a))) {
    const current = each.placed.current;
    const width = textWidth(each.text, 12, current);
    const first = wanted[0]?.placed.x ?? left;
    const centred = each.placed.x + each.placed.width / 2 - width / 2;
    const x = Math.max(Math.min(centred, right - width), Math.min(Math.max(left, Math.min(first, each.placed.x)), right - width));
    for (const row of [0, 1]) {
      const clear = taken.every((other) => other.row !== row || x > other.to + 8 || x + width + 8 < other.from);
      if (!clear || x < 0) continue;
      taken.push({ from: x, to: x + width, row });
      placed.push({ x, row, text: each.text, current });
      break;
    }
  }
  return placed;
}
