// One action object is a button, a shortcut and a palette line. Components declare what can be done
// while they are on screen; the one key listener and the palette read it from here.
import type { Icon } from "@tabler/icons-react";
import { useLayoutEffect } from "react";
import { inTextField, isComposing } from "./composition";
import { type Shortcut, type ShortcutId, shortcuts } from "./shortcuts";

export type Action = {
  id: ShortcutId;
  icon?: Icon;
  run: () => void;
  /** Why it cannot be done now; the button says so. */
  disabled?: string | undefined;
  /** Left out of the palette, like moving in a list. */
  silent?: boolean;
  /** What it is called where that is only known here: a view by its name. */
  said?: string;
  /** In the palette only: its key belongs to the page that it goes to first. */
  away?: boolean;
};

let registered: readonly (readonly Action[])[] = [];

/** What can be done now, the innermost component first. */
export function currentActions(): readonly Action[] {
  return registered.flat();
}

const WAIT_MS = 5_000;
let awaited: { id: ShortcutId; until: number } | null = null;

const here = (id: ShortcutId): Action | undefined => currentActions().find((action) => action.id === id && action.away !== true);

/** Runs an action of a page that is being opened, as soon as the page declares it. */
export function runOnceThere(id: ShortcutId): void {
  const action = here(id);
  if (action !== undefined) action.run();
  else awaited = { id, until: Date.now() + WAIT_MS };
}

function runAwaited(): void {
  if (awaited === null) return;
  const action = here(awaited.id);
  if (action === undefined && Date.now() < awaited.until) return;
  awaited = null;
  action?.run();
}

/** Declares actions for as long as the component is mounted. */
export function useActions(actions: readonly Action[]): void {
  useLayoutEffect(() => {
    registered = [actions, ...registered];
    if (awaited !== null) setTimeout(runAwaited);
    return () => {
      registered = registered.filter((list) => list !== actions);
    };
  });
}

export const isMac = typeof navigator !== "undefined" && /mac/i.test(navigator.userAgent);

const named: Record<string, string> = { " ": "space", ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** A key press in the spelling of shortcuts.ts. Shift counts only beside a letter or another modifier. */
export function spell(event: KeyboardEvent): string {
  const key = named[event.key] ?? event.key.toLowerCase();
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const shift = event.shiftKey && (mod || /^([a-z]|enter|space|up|down)$/.test(key));
  return `${mod ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shift ? "shift+" : ""}${key}`;
}

const SEQUENCE_MS = 2_000;
let lead = { key: "", at: 0 };

function isOf(id: ShortcutId, keys: string): boolean {
  const shortcut: Shortcut = shortcuts[id];
  return keys !== "" && (shortcut.keys === keys || shortcut.also === keys);
}

const DIALOG = '[aria-modal="true"]';

function ownsKey(target: EventTarget | null, pressed: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="menu"],[role="listbox"]')) return true;
  const pressable = target.closest('button,a,summary,input,select,[role="button"],[role="menuitem"]');
  return pressable !== null && (pressed === "space" || pressed === "enter");
}

/** The one listener. Plain keys do nothing while typing, composing or inside a dialog. */
export function pressKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const pressed = spell(event);
  const typing = inTextField(event.target);
  const plain = !/\+|^escape$/.test(pressed);
  // A dialog that this very key has just closed counts too.
  const inDialog = document.querySelector(DIALOG) !== null || (event.target instanceof Element && event.target.closest(DIALOG) !== null);
  const sequence = !typing && event.timeStamp - lead.at < SEQUENCE_MS ? `${lead.key} ${pressed}` : "";
  lead = { key: typing ? "" : pressed, at: event.timeStamp };
  if (ownsKey(event.target, pressed)) return;

  const possible = currentActions().filter(({ id, away }) => {
    if (away === true) return false;
    const { scope }: Shortcut = shortcuts[id];
    const inSheet = scope === "interview" && !inDialog && !plain;
    return scope === "everywhere" || inSheet || !(typing || inDialog);
  });
  // Begun with g, the c of "g c" is the end of a sequence and not the c of the page.
  const action = possible.find(({ id }) => isOf(id, sequence)) ?? possible.find(({ id }) => isOf(id, pressed));
  if (action === undefined) return;
  event.preventDefault();
  lead = { key: "", at: 0 };
  if (action.disabled === undefined) action.run();
}
