import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { pressKey, useActions } from "./actions";

const copy = vi.fn();
const people = vi.fn();

function press(...keys: string[]): void {
  for (const key of keys) pressKey(new KeyboardEvent("keydown", { key, cancelable: true }));
}

describe("keys", () => {
  beforeEach(() => {
    copy.mockClear();
    people.mockClear();
    renderHook(() => useActions([{ id: "today.copy", run: copy }, { id: "go.people", run: people }]));
  });

  it("pressed one after the other mean the sequence, though the page knows the second alone", () => {
    press("g", "c");
    expect([people, copy].map((one) => one.mock.calls.length)).toEqual([1, 0]);
  });

  it("pressed alone mean the page's own", () => {
    press("c");
    expect([people, copy].map((one) => one.mock.calls.length)).toEqual([0, 1]);
  });
});
