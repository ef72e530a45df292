// `?`: every shortcut there is, by place, straight from the one list.
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Scope, type ShortcutId, shortcuts } from "../shared/keys/shortcuts";
import { useActionLabel } from "../shared/ui/ActionButton";
import { ShortcutKeys } from "../shared/ui/Keys";
import css from "./Shortcuts.module.css";

function byScope(): Map<Scope, ShortcutId[]> {
  const groups = new Map<Scope, ShortcutId[]>();
  for (const id of ids()) {
    const { scope } = shortcuts[id];
    groups.set(scope, [...(groups.get(scope) ?? []), id]);
  }
  return groups;
}

function isId(name: string): name is ShortcutId {
  return name in shortcuts;
}

const ids = (): ShortcutId[] => Object.keys(shortcuts).filter(isId);

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["app", "common"]);
  const label = useActionLabel();
  return (
    <Modal opened onClose={onClose} title={t("action.shortcuts")} size={920} yOffset={96} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.groups} data-testid="shortcut-sheet">
        {[...byScope()].map(([scope, members]) => (
          <section key={scope} className={css.group}>
            <h3>{t(`scope.${scope}`)}</h3>
            {members.map((id) => (
              <div key={id} className={css.line}>
                <span>{label(id)}</span>
                <ShortcutKeys id={id} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
