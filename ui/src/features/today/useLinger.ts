// Rows that were just dealt with stay a moment with a check and then close up, so that the list does
// not jump under the hand.
import { useState } from "react";
import type { TodayRow, TodaySection } from "../../ipc/bindings.gen";

const STAY_MS = 1_500;
const CLOSE_MS = 180;

export type Gone = { row: TodayRow; kind: TodaySection["kind"]; index: number; closing: boolean };
export type Entry = Shown & { kind: TodaySection["kind"]; index: number };
export type Shown = { row: TodayRow; state: "open" | "done" | "closing" };

/** `start`: how many rows stand above this section; `more`: how many come after these are dealt with. */
export type ShownSection = { kind: TodaySection["kind"]; rows: readonly Shown[]; start: number; more: number };

/** The sections as shown: what core says, with lingering rows kept in their places; empty ones left out. */
export function withLingering(sections: readonly TodaySection[], gone: readonly Gone[]): ShownSection[] {
  let start = 0;
  return sections.map(({ kind, rows, more = 0 }) => {
    const shown: Shown[] = rows.map((row) => {
      const left = gone.find((one) => one.row.id === row.id);
      return { row, state: left === undefined ? "open" : left.closing ? "closing" : "done" };
    });
    for (const left of gone) {
      if (left.kind !== kind || rows.some(({ id }) => id === left.row.id)) continue;
      shown.splice(Math.min(left.index, shown.length), 0, { row: left.row, state: left.closing ? "closing" : "done" });
    }
    const section = { kind, rows: shown, start, more };
    start += shown.length;
    return section;
  }).filter(({ rows }) => rows.length > 0);
}

export function useLinger() {
  const [gone, setGone] = useState<readonly Gone[]>([]);
  const linger = (row: TodayRow, kind: TodaySection["kind"], index: number) => {
    setGone((list) => [...list.filter((one) => one.row.id !== row.id), { row, kind, index, closing: false }]);
    setTimeout(() => setGone((list) => list.map((one) => (one.row.id === row.id ? { ...one, closing: true } : one))), STAY_MS);
    setTimeout(() => setGone((list) => list.filter((one) => one.row.id !== row.id)), STAY_MS + CLOSE_MS);
  };
  return { gone, linger };
}
