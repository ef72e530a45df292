import { describe, expect, it } from "vitest";
import { meets, type Shortcut, shortcuts } from "./shortcuts";

const all = Object.entries<Shortcut>(shortcuts);
const keysOf = ({ keys, also }: Shortcut) => (also === undefined ? [keys] : [keys, also]);

describe("shortcuts", () => {
  it("never give the same keys two meanings on one screen", () => {
    const clashes = all.flatMap(([id, one], index) =>
      all.slice(index + 1).flatMap(([otherId, other]) =>
        (meets(one.scope).includes(other.scope) || meets(other.scope).includes(one.scope)) && keysOf(one).some((keys) => keysOf(other).includes(keys))
          ? [`${id} and ${otherId}`]
          : [],
      ),
    );
    expect(clashes).toEqual([]);
  });

  it("no key alone is also the first of two", () => {
    const leads = new Set(all.flatMap(([, { keys }]) => (keys.includes(" ") ? [keys.split(" ")[0]] : [])));
    expect(all.filter(([, one]) => keysOf(one).some((keys) => leads.has(keys))).map(([id]) => id)).toEqual([]);
  });
});
