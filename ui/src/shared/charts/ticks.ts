// Calendar arithmetic for time axes: days, months and years as the workspace's zone counts them.
// Nothing here formats; the caller has the words.

export const DAY = 86_400_000;
export type TickUnit = "day" | "month" | "year";
export type Tick = { at: number; unit: TickUnit };
type Wall = { year: number; month: number; day: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

function part(parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): number {
  return Number(parts.find((each) => each.type === type)?.value ?? 0);
}

/** How far the zone's wall clock is ahead of UTC at that instant, in ms. */
function offsetAt(at: number, zone: string): number {
  const parts = formatter(zone).formatToParts(at);
  const wall = Date.UTC(
    part(parts, "year"),
    part(parts, "month") - 1,
    part(parts, "day"),
    part(parts, "hour"),
    part(parts, "minute"),
    part(parts, "second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

export function wallDay(at: number, zone: string): Wall {
  const parts = formatter(zone).formatToParts(at);
  return { year: part(parts, "year"), month: part(parts, "month"), day: part(parts, "day") };
}

/** Midnight of that calendar day in the zone. `month` counts from 1 and may run over the year's end. */
export function midnight(year: number, month: number, day: number, zone: string): number {
  const guess = Date.UTC(year, month - 1, day);
  const once = guess - offsetAt(guess, zone);
  return guess - offsetAt(once, zone);
}

export function dayStart(at: number, zone: string): number {
  const { year, month, day } = wallDay(at, zone);
  return midnight(year, month, day, zone);
}

const STEPS: readonly { unit: TickUnit; every: number; days: number }[] = [
  { unit: "day", every: 1, days: 1 },
  { unit: "day", every: 2, days: 2 },
  { unit: "day", every: 7, days: 7 },
  { unit: "day", every: 14, days: 14 },
  { unit: "month", every: 1, days: 30 },
  { unit: "month", every: 2, days: 61 },
  { unit: "month", every: 3, days: 91 },
  { unit: "month", every: 6, days: 182 },
  { unit: "year", every: 1, days: 365 },
  { unit: "year", every: 2, days: 730 },
  { unit: "year", every: 5, days: 1826 },
  { unit: "year", every: 10, days: 3652 },
];

/** Calendar ticks inside [from, to], at most `most` of them. */
export function calendarTicks(from: number, to: number, zone: string, most: number): Tick[] {
  const span = Math.max(1, (to - from) / DAY);
  const step = STEPS.find((each) => span / each.days <= most) ?? { unit: "year", every: 20, days: 7305 };
  const first = wallDay(from, zone);
  const ticks: Tick[] = [];
  for (let i = 0; i < 400; i += 1) {
    const at =
      step.unit === "day"
        ? midnight(first.year, first.month, first.day + i * step.every, zone)
        : step.unit === "month"
          ? midnight(first.year, Math.floor((first.month - 1) / step.every) * step.every + 1 + i * step.every, 1, zone)
          : midnight(Math.floor(first.year / step.every) * step.every + i * step.every, 1, 1, zone);
    if (at > to) break;
    if (at >= from) ticks.push({ at, unit: step.unit });
  }
  return ticks;
}

/** Whole numbers of days from 0 up to `days`, round steps, at most `most` of them. */
export function dayCountTicks(days: number, most: number): number[] {
  const step = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1825].find((each) => days / each <= most) ?? 3650;
  const ticks: number[] = [];
  for (let day = 0; day <= days; day += step) ticks.push(day);
  return ticks;
}
