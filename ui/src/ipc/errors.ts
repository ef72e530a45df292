// The one error type the window knows: a code, its parameters and a detail for the log.
import type { IpcError as Refusal } from "./bindings.gen";

export class IpcError extends Error {
  readonly code: string;
  readonly params: Record<string, string>;
  readonly detail: string;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "IpcError";
    this.code = refusal.code;
    this.params = refusal.params;
    this.detail = refusal.detail;
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

/** Turns whatever a rejected promise carries into an IpcError; what has no code is "unexpected". */
export function toIpcError(cause: unknown): IpcError {
  if (cause instanceof IpcError) return cause;
  if (isRefusal(cause)) {
    return new IpcError({ code: cause.code, params: cause.params ?? {}, detail: cause.detail ?? "" });
  }
  return new IpcError({ code: "unexpected", params: {}, detail: cause instanceof Error ? cause.message : String(cause) });
}
