// An empty page: an icon, one bold line, one plain line, at most one or two buttons.
import type { Icon } from "@tabler/icons-react";
import css from "./EmptyState.module.css";

type Props = { icon: Icon; title: string; text?: string | undefined; children?: React.ReactNode };

export function EmptyState({ icon: Picture, title, text, children }: Props) {
  return (
    <div className={css.empty} role="status">
      <Picture size={28} aria-hidden className={css.icon} />
      <div className={css.words}>
        <strong>{title}</strong>
        {text === undefined ? null : <p>{text}</p>}
        {children === undefined ? null : <div className={css.buttons}>{children}</div>}
      </div>
    </div>
  );
}
