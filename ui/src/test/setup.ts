// What jsdom lacks, and a clean page after every test.
import { notifications } from "@mantine/notifications";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, vi } from "vitest";

vi.stubGlobal("matchMedia", (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}));

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 });

class Still {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal("ResizeObserver", Still);
vi.stubGlobal("scrollTo", () => undefined);
Element.prototype.scrollIntoView = () => undefined;
// Virtual lists draw what fits a view; give them one.
Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, get: () => 800 });
Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => 1000 });
// jsdom has no canvas and says so on every look at one; axe and the charts do without.
Object.defineProperty(HTMLCanvasElement.prototype, "getContext", { configurable: true, value: () => null });
// Fields that grow with their text listen to fonts being loaded; jsdom has none.
Object.defineProperty(document, "fonts", { configurable: true, value: { addEventListener: () => undefined, removeEventListener: () => undefined } });

afterEach(() => {
  cleanup();
  notifications.clean();
  localStorage.clear();
});

// The window fetches the quick log's chunk ahead; its loading must not outlive the page it was begun in.
afterAll(() => vi.dynamicImportSettled());
