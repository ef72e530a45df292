// Touchpoints and promises on their lanes. Marks at the same moment step aside within the lane;
// labels of promises are cut to their room and left out where another already stands.
import type { FutureStep, Journey, JourneyMark } from "../../ipc/bindings.gen";
import { fitText, textWidth } from "../../shared/charts/text";
import { DAY } from "../../shared/charts/ticks";
import { byTime, laneOfStep, type LaneKey } from "./lanes";
import type { Scale } from "./scale";
import type { AxisMode, JourneyWords } from "./words";

export type PlacedMark = { x: number; y: number; radius: number; mark: JourneyMark };
export type PlacedFuture = {
  x: number; y: number; step: FutureStep; late: boolean;
  /** due beyond the right edge: drawn at the edge */
  beyond: boolean;
  label: { x: number; text: string } | null;
};

const MARK = 7;
const SMALL = 5;
const ASIDE = [0, -7, 7, -4, 4, -9, 9];

export function placeMarks(journey: Journey, scale: Scale, laneY: (key: LaneKey) => number): PlacedMark[] {
  const radius = journey.marks.length > 120 ? SMALL : MARK;
  const run = new Map<LaneKey, { x: number; aside: number }>();
  return byTime(journey.marks).map((mark) => {
    const x = scale.x(mark.at);
    const before = run.get(mark.channel);
    const aside = before && x - before.x < radius + 1 ? before.aside + 1 : 0;
    run.set(mark.channel, { x, aside });
    return { x, y: laneY(mark.channel) + (ASIDE[aside % ASIDE.length] ?? 0), radius, mark };
  });
}

type FutureInput = {
  journey: Journey; scale: Scale; laneY: (key: LaneKey) => number; todayX: number; right: number;
  words: JourneyWords; axis: AxisMode; start: number;
};

export function placeFuture({ journey, scale, laneY, todayX, right, words, axis, start }: FutureInput): PlacedFuture[] {
  const steps = [...journey.future].sort((a, b) => a.at - b.at);
  const edge = right - MARK;
  const placed = steps.map((step) => {
    const wanted = scale.x(step.at);
    return { step, late: step.days_late > 0, beyond: wanted > edge, x: Math.min(wanted, edge), y: laneY(laneOfStep(step)) };
  });
  const taken: { y: number; from: number; to: number }[] = placed.map(({ x, y }) => ({ y, from: x - 9, to: x + 9 }));
  return placed.map((each, index) => {
    const { step, late, y } = each;
    const when = axis === "calendar" ? words.day(step.at) : words.nthDay(Math.floor((step.at - start) / DAY));
    const full = late ? words.late(step.title, step.days_late) : words.future(step, when);
    const from = late ? todayX + 8 : each.x + 12;
    const others = taken.filter((other, place) => place !== index && other.y === y);
    const wall = Math.min(right, ...others.filter((other) => other.to > from).map((other) => other.from - 4));
    const room = wall - from;
    const exact = late || axis === "days" ? full : words.future(step, words.moment(step));
    const text = textWidth(exact, 12, late) <= room ? exact : shortened(step, late, full, room, words);
    if (text !== "") {
      taken.push({ y, from, to: from + textWidth(text, 12, late) });
      return { ...each, label: { x: from, text } };
    }
    const width = textWidth(full, 12, late);
    const before = each.x - 12 - width;
    const free = before > todayX + 6 && others.every((other) => other.to < before - 4 || other.from > each.x);
    if (!free) return { ...each, label: null };
    taken.push({ y, from: before, to: each.x - 12 });
    return { ...each, label: { x: before, text: full } };
  });
}

/** Words that fit. Of an overdue step the title is cut: how late it is, is what counts. */
function shortened(step: FutureStep, late: boolean, full: string, room: number, words: JourneyWords): string {
  if (!late) return fitText(full, room, 12);
  const lateness = textWidth(words.late("", step.days_late), 12, true);
  const title = fitText(step.title, room - lateness, 12, true);
  return title === "" ? fitText(full, room, 12, true) : words.late(title, step.days_late);
}
