// A shortcut drawn as key caps.
import { Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isMac } from "../keys/actions";
import { type Shortcut, type ShortcutId, shortcuts } from "../keys/shortcuts";
import css from "./Keys.module.css";

function useCaps() {
  const { t } = useTranslation();
  return (keys: string): string[] =>
    keys.split(/[+ ]/).map((key) => {
      if (key === "mod") return isMac ? "⌘" : "Ctrl";
      if (key === "shift") return isMac ? "⇧" : "Shift";
      if (key === "alt") return isMac ? "⌥" : "Alt";
      if (key === "space") return t("key.space");
      if (key === "enter") return "Enter";
      if (key === "esc" || key === "escape") return "Esc";
      if (key === "tab") return "Tab";
      if (key === "delete") return "Del";
      if (key === "home") return "Home";
      if (key === "end") return "End";
      if (key === "pagedown") return "PgDn";
      if (key === "pageup") return "PgUp";
      if (key === "left") return "←";
      if (key === "right") return "→";
      if (key === "up") return "↑";
      if (key === "down") return "↓";
      return key.toUpperCase();
    });
}

/** Key caps for any spelling, e.g. "mod+k" or "g t". */
export function Keys({ keys }: { keys: string }) {
  const caps = useCaps();
  return (
    <span className={css.keys} aria-hidden>
      {caps(keys).map((cap, index) => (
        <Kbd key={index}>{cap}</Kbd>
      ))}
    </span>
  );
}

export function ShortcutKeys({ id }: { id: ShortcutId }) {
  const { keys }: Shortcut = shortcuts[id];
  return <Keys keys={keys} />;
}
