// Calendar days ("YYYY-MM-DD", compared as text) and instants (ms, shown in the workspace's zone).
// Nothing here reads the device's clock or zone: `today` and `now` come from core.

export type DayParts = { year: number; month: number; day: number };

const DAY_MS = 86_400_000;

function utc(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

export function addDays(on: string, days: number): string {
  return new Date(utc(on) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayIndex(on: string): number {
  return (new Date(utc(on)).getUTCDay() + 6) % 7;
}

/** `days` working days on: Saturdays and Sundays are passed over. */
export function addWorkdays(on: string, days: number): string {
  let day = on;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayIndex(day) < 5) left -= 1;
  }
  return day;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A typed day: "2027-05-19", "2027/5/19", "5月19日", "5-19", "19 May 2027". Without a year the one of `today`;
 *  null: no day of the calendar. */
export function readDay(typed: string, today: string): string | null {
  const full = /(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/.exec(typed);
  const short = /(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(typed);
  const english = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?/i.exec(typed);
  const found = full !== null ? [full[1], full[2], full[3]]
    : english !== null ? [english[3], String(months.indexOf((english[2] ?? "").toLowerCase()) + 1), english[1]]
    : short !== null ? [undefined, short[1], short[2]] : null;
  if (found === null) return null;
  const [year = today.slice(0, 4), month = "", day = ""] = found;
  const on = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return Number.isNaN(utc(on)) || addDays(on, 0) !== on ? null : on;
}

export function nextMonday(on: string): string {
  return addDays(on, 7 - weekdayIndex(on));
}

export function partsOf(on: string): DayParts {
  const [year = 0, month = 0, day = 0] = on.split("-").map(Number);
  return { year, month, day };
}

/** Two-digit parts of an instant in a zone. Read part by part: engines differ in how they join them. */
function clock(zone: string, at: number): Record<"year" | "month" | "day" | "hour" | "minute", string> {
  const found = { year: "", month: "", day: "", hour: "", minute: "" };
  for (const { type, value } of clockOf(zone).formatToParts(at)) {
    if (type in found) Object.assign(found, { [type]: value.padStart(2, "0") });
  }
  return found;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  clocks.set(zone, made);
  return made;
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = clock(zone, at);
  return `${year}-${month}-${day}`;
}

/** "14:05", 24 hours, in a zone. */
export function timeIn(zone: string, at: number): string {
  const { hour, minute } = clock(zone, at);
  return `${hour}:${minute}`;
}

/** The instant of a wall-clock time ("HH:MM") on a day in a zone. */
export function instantIn(zone: string, on: string, time: string): number {
  const guess = Date.parse(`${on}T${time}:00Z`);
  const shown = Date.parse(`${dayIn(zone, guess)}T${timeIn(zone, guess)}:00Z`);
  return guess - (shown - guess);
}

const calendar: Record<string, string> = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-GB" };

export function weekdayName(lang: string, on: string, weekday: "short" | "long" = "short"): string {
  return new Intl.DateTimeFormat(calendar[lang] ?? "en-GB", { timeZone: "UTC", weekday }).format(utc(on));
}

/** "11月19日" / "19 Nov"; with the year when it is not `year`. */
export function shortDay(lang: string, on: string, year: number): string {
  const { year: y, month, day } = partsOf(on);
  if (lang.startsWith("zh")) return `${y === year ? "" : `${y}年`}${month}月${day}日`;
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short" }).format(utc(on)).slice(0, 3);
  return `${day} ${name}${y === year ? "" : ` ${y}`}`;
}

/** "11月19日 周四" / "Thu 19 Nov". */
export function longDay(lang: string, on: string, year: number): string {
  const day = shortDay(lang, on, year);
  return lang.startsWith("zh") ? `${day} ${weekdayName(lang, on)}` : `${weekdayName(lang, on)} ${day}`;
}
