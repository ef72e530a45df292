// Paste a signature, a contact block or a card: what it says fills the form below, to be corrected there.
// What nobody understood stays in sight and can go into the note.
import { Button, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconClipboardText } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Twin } from "../../ipc/bindings.gen";
import css from "./PeoplePage.module.css";

type Props = { text: string; onText: (text: string) => void; rest: readonly string[]; onKeep: () => void };

export function Paste({ text, onText, rest, onKeep }: Props) {
  const { t } = useTranslation("people");
  return (
    <div className={css.paste}>
      <Textarea
        label={t("paste.label")}
        placeholder={t("paste.hint")}
        leftSection={<IconClipboardText size={16} aria-hidden />}
        autosize
        minRows={1}
        maxRows={5}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        data-testid="person-paste"
      />
      {rest.length === 0 ? null : (
        <div className={css.rest} data-testid="person-rest">
          <span>{t("paste.rest", { text: rest.join(" / ") })}</span>
          <Button variant="subtle" size="compact-sm" onClick={onKeep}>{t("paste.keep")}</Button>
        </div>
      )}
    </div>
  );
}

/** Somebody already has one of the numbers: said before saving, with the way to them. */
export function Twins({ twins, onLeave }: { twins: readonly Twin[]; onLeave: () => void }) {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const [first] = twins;
  if (first === undefined) return null;
  const { value, person } = first;
  return (
    <div className={css.twin} role="status" data-testid="person-twin">
      <IconAlertTriangle size={16} aria-hidden />
      <span>{t("paste.twin", { value, name: person.name })}</span>
      <Button
        size="compact-sm"
        onClick={() => {
          onLeave();
          void navigate({ to: "/people/$id", params: { id: person.id } });
        }}
      >
        {t("paste.open", { name: person.name })}
      </Button>
    </div>
  );
}
