// `call` is the generated contract with one difference: a refusal arrives as a typed IpcError.
import { commands } from "./bindings.gen";
import { toIpcError } from "./errors";
import { type Commands, transport } from "./transport";

export const call: Commands = new Proxy(commands, {
  get:
    (_target, name) =>
    async (...args: unknown[]) => {
      try {
        const command: unknown = Reflect.get(transport().commands, name);
        if (typeof command !== "function") throw new Error(`no such command: ${String(name)}`);
        return await Reflect.apply(command, undefined, args);
      } catch (cause) {
        throw toIpcError(cause);
      }
    },
});
