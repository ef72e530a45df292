// What was opened from the palette last, on this device: ids only, the latest first.
import { recallJson, remember } from "../../shared/hooks/device";

const KEY = "palette.recent";
const MOST = 6;

export type Recent = { hit?: string; action?: string };

const isRecent = (value: unknown): value is Recent => typeof value === "object" && value !== null && ("hit" in value || "action" in value);

export function readRecent(): readonly Recent[] {
  const kept = recallJson(KEY);
  return Array.isArray(kept) ? kept.filter(isRecent) : [];
}

export function keepRecent(opened: Recent): void {
  const others = readRecent().filter(({ hit, action }) => hit !== opened.hit || action !== opened.action);
  remember(KEY, JSON.stringify([opened, ...others].slice(0, MOST)));
}
