// The time axis: which instant stands at which pixel. The past takes what it needs, the future at
// least a fifth so that promises can be read, and never so much that the past is squeezed out.
import type { Journey } from "../../ipc/bindings.gen";
import { textWidth } from "../../shared/charts/text";
import { calendarTicks, DAY, dayCountTicks, wallDay } from "../../shared/charts/ticks";
import type { AxisMode, JourneyWords } from "./words";

export type Scale = { from: number; to: number; left: number; right: number; x: (at: number) => number };
export type PlacedTick = { x: number; text: string };

const LEAST_PAST = 10 * DAY;
const LABEL_ROOM = 110;

export function timeScale({ journey, start, left, right }: { journey: Journey; start: number; left: number; right: number }): Scale {
  const width = right - left;
  const earliest = Math.min(start, ...journey.future.map((step) => step.at));
  const past = Math.max(LEAST_PAST, journey.now - earliest);
  const withLead = past * 1.055;
  const farthest = Math.max(0, ...journey.future.map((step) => step.at - journey.now));
  const wanted = farthest > 0 ? ((farthest * width) / withLead + LABEL_ROOM) / (1 + farthest / withLead) : 0;
  const future = Math.min(width * 0.42, Math.max(width * 0.22, wanted));
  const perMs = (width - future) / withLead;
  const from = journey.now - withLead;
  return { from, to: journey.now + future / perMs, left, right, x: (at) => left + (at - from) * perMs };
}

export function axisTicks({ axis, scale, zone, start, words }: { axis: AxisMode; scale: Scale; zone: string; start: number; words: JourneyWords }): PlacedTick[] {
  const most = Math.max(2, Math.min(7, Math.floor((scale.right - scale.left) / 84)));
  const ticks = axis === "calendar" ? calendar(scale, zone, most, words) : counted(scale, start, most, words);
  let end = -Infinity;
  return ticks.filter((tick) => {
    if (tick.x + 4 < end || tick.x + 4 + textWidth(tick.text, 11) > scale.right + 12) return false;
    end = tick.x + 4 + textWidth(tick.text, 11) + 6;
    return true;
  });
}

function calendar(scale: Scale, zone: string, most: number, words: JourneyWords): PlacedTick[] {
  let year: number | null = null;
  const ticks = calendarTicks(scale.from, scale.to, zone, most);
  const years = new Set(ticks.map((tick) => wallDay(tick.at, zone).year));
  return ticks.map((tick) => {
    const at = wallDay(tick.at, zone).year;
    const turned = years.size > 1 && at !== year;
    year = at;
    const text = tick.unit === "year" ? words.year(tick.at) : tick.unit === "month" ? words.month(tick.at, turned) : words.day(tick.at);
    return { x: scale.x(tick.at), text };
  });
}

/** Days since the first touch, at round numbers. */
function counted(scale: Scale, start: number, most: number, words: JourneyWords): PlacedTick[] {
  return dayCountTicks((scale.to - start) / DAY, most).map((day) => ({
    x: scale.x(start + day * DAY),
    text: day === 0 ? words.firstDay : words.nthDay(day),
  }));
}
