// Which lanes a journey has, and the order of its marks.
import type { FutureStep, Journey, JourneyMark } from "../../ipc/bindings.gen";

/** "none" is the lane of promises that name no channel. */
export type LaneKey = JourneyMark["channel"] | "none";

export const laneOfStep = (step: FutureStep): LaneKey => step.channel ?? "none";

/** The journey's lanes, then those that only a promise uses, then one for promises without a channel. */
export function lanesOf(journey: Journey): LaneKey[] {
  const keys = new Set<LaneKey>(journey.lanes.map((lane) => lane.channel));
  for (const mark of journey.marks) keys.add(mark.channel);
  for (const step of journey.future) if (step.channel) keys.add(step.channel);
  if (journey.future.some((step) => step.channel === null)) keys.add("none");
  return [...keys];
}

export function byTime(marks: readonly JourneyMark[]): JourneyMark[] {
  return [...marks].sort((a, b) => a.at - b.at);
}

export function firstMoment(journey: Journey): number {
  return Math.min(journey.now, journey.from ?? journey.now, ...journey.marks.map((mark) => mark.at));
}
