// Input methods. An Enter that confirms a candidate is not an Enter of ours: WebKit sends
// `compositionend` before that Enter, so isComposing is already false and only keyCode 229 within
// half a second tells them apart. It is swallowed once; a plain 229 check would block real Enters.

const AFTER_END_MS = 500;
let endedAt: number | null = null;

/** Watches compositions in the document; called once by app/. Returns how to stop. */
export function watchComposition(target: Document = document): () => void {
  const start = () => {
    endedAt = null;
  };
  const end = (event: Event) => {
    endedAt = event.timeStamp;
  };
  target.addEventListener("compositionstart", start, true);
  target.addEventListener("compositionend", end, true);
  return () => {
    target.removeEventListener("compositionstart", start, true);
    target.removeEventListener("compositionend", end, true);
  };
}

type Press = Pick<KeyboardEvent, "isComposing" | "keyCode" | "timeStamp">;

const judged = new WeakMap<Press, boolean>();

function judge(event: Press): boolean {
  if (event.isComposing) return true;
  if (event.keyCode !== 229 || endedAt === null) return false;
  const since = event.timeStamp - endedAt;
  endedAt = null;
  return since < AFTER_END_MS;
}

/** Whether this key press belongs to the input method. Several listeners may ask about one event. */
export function isComposing(event: Press): boolean {
  const known = judged.get(event);
  if (known !== undefined) return known;
  const verdict = judge(event);
  judged.set(event, verdict);
  return verdict;
}

export function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
}
