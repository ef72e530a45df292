// An action as a button: icon, words and its key, all from the one action object.
import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Action } from "../keys/actions";
import { type Shortcut, shortcuts } from "../keys/shortcuts";
import { ShortcutKeys } from "./Keys";

type Props = Omit<ButtonProps & React.ComponentProps<"button">, "children" | "color" | "style"> & { action: Action; testId?: string };

export function ActionButton({ action, variant = "default", testId, ...rest }: Props) {
  const label = useActionLabel();
  const Icon = action.icon;
  return (
    <Tooltip label={action.disabled} disabled={action.disabled === undefined}>
      <Button
        {...rest}
        variant={variant}
        data-testid={testId ?? `action-${action.id}`}
        data-disabled={action.disabled !== undefined || undefined}
        aria-disabled={action.disabled !== undefined || undefined}
        onClick={() => action.disabled === undefined && action.run()}
        leftSection={Icon ? <Icon size={16} aria-hidden /> : undefined}
        rightSection={<ShortcutKeys id={action.id} />}
      >
        {label(action.id)}
      </Button>
    </Tooltip>
  );
}

/** The words of a shortcut, from the namespace its label names; in another language where `say` speaks one. */
export function useActionLabel(say?: (key: string) => string): (id: Action["id"]) => string {
  const { t } = useTranslation(["app", "interviews", "guides", "today", "people", "organizations", "pipeline", "journeys", "record", "exchange", "bin", "history", "settings", "table", "search", "quicklog", "reminders", "week", "erasure", "duplicates", "cash", "funnel", "scoring", "holding"]);
  return (id) => {
    const { label } = shortcuts[id] satisfies Shortcut;
    return say === undefined ? t(label) : say(label);
  };
}
