// Silences longer than usual: a hatched stretch and its sentence on a plate, set between two lanes
// where no mark stands.
import type { Journey } from "../../ipc/bindings.gen";
import { textWidth } from "../../shared/charts/text";
import type { PlacedLane } from "./layout";
import type { PlacedMark } from "./marks";
import type { Scale } from "./scale";
import type { JourneyWords } from "./words";

export type Plate = { x: number; y: number; width: number; height: number; text: string };
export type PlacedSilence = { x: number; width: number; y: number; height: number; days: number; plate: Plate | null };

type Input = {
  journey: Journey; scale: Scale; words: JourneyWords; lanes: PlacedLane[]; marks: PlacedMark[];
  todayX: number; plotLeft: number; top: number; bottom: number;
};

const PLATE = 24;
const INSET = 12;

export function placeSilences({ journey, scale, words, lanes, marks, todayX, plotLeft, top, bottom }: Input): PlacedSilence[] {
  const plates: Plate[] = [];
  // The longest silence chooses its place first.
  const order = [...journey.silences].sort((a, b) => b.days - a.days);
  const placed = order.map((silence) => {
    const from = Math.max(plotLeft, scale.x(silence.from));
    const to = Math.min(todayX, scale.x(silence.to));
    const inset = to - from > 4 * INSET ? INSET : 1;
    const x = from + inset;
    const width = Math.max(1, to - from - 2 * inset);
    let plate: Plate | null = null;
    for (const text of [words.silence(silence.days, silence.usual_days), words.silenceShort(silence.days)]) {
      plate = platePlace(text, x + width / 2);
      if (plate) break;
    }
    if (plate) plates.push(plate);
    return { x, width, y: top, height: bottom - top, days: silence.days, plate };
  });
  return placed.sort((a, b) => a.x - b.x);

  function platePlace(text: string, middle: number): Plate | null {
    const width = textWidth(text, 12) + 12;
    const x = Math.max(plotLeft, Math.min(middle - width / 2, todayX - 4 - width));
    if (x + width > todayX || x < plotLeft) return null;
    const slots = lanes.slice(1).map((lane, index) => ((lanes[index]?.y ?? lane.y) + lane.y) / 2).reverse();
    const lowest = lanes.at(-1);
    if (slots.length === 0 && lowest) slots.push(lowest.y + 2);
    const clear = (y: number) =>
      marks.every((mark) => mark.x < x - 10 || mark.x > x + width + 10 || Math.abs(mark.y - y) > 13) &&
      plates.every((other) => other.y !== y - PLATE / 2 || other.x > x + width + 4 || other.x + other.width + 4 < x);
    const y = slots.find(clear);
    return y === undefined ? null : { x, y: y - PLATE / 2, width, height: PLATE, text };
  }
}
