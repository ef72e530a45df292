// How tall rows are on this device: 34 px, or 30 when compact. CSS reads `--tl-row`, virtual lists ask
// here; both change at once, in every list on screen.
import { useSyncExternalStore } from "react";
import { recall, remember } from "./device";

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

const KEY = "density";
const heights = { comfortable: 34, compact: 30 } as const satisfies Record<Density, number>;
const listeners = new Set<() => void>();

let current: Density = densities.find((one) => one === recall(KEY)) ?? "comfortable";

/** Puts the remembered height on the page; called once by app/. */
export function wearDensity(): void {
  document.documentElement.style.setProperty("--tl-row", `${heights[current]}px`);
}

export function setDensity(next: Density): void {
  current = next;
  remember(KEY, next);
  wearDensity();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDensity = (): Density => useSyncExternalStore(subscribe, () => current);

/** Height of one row of a list, px. */
export const useRowHeight = (): number => heights[useDensity()];
