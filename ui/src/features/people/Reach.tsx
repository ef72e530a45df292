// How it stands with a number or address: whether it may be used, why not, and since when. Stands beside
// it on the record.
import { ActionIcon, Button, Menu, Modal, TextInput, Tooltip } from "@mantine/core";
import { IconCheck, IconFlag } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { IdentifierState, IdentifierView } from "../../ipc/bindings.gen";
import { filled } from "../../shared/fields/specs";
import { useFormat } from "../../shared/format/useFormat";
import { isComposing } from "../../shared/keys/composition";
import { useToast } from "../../shared/ui/toast";
import { useMarkIdentifier } from "./queries";
import css from "./Reach.module.css";

const STATES = ["reachable", "name_only", "shared", "wrong", "do_not_contact"] as const satisfies readonly IdentifierState[];

export function Reach({ identifier }: { identifier: IdentifierView }) {
  const { t } = useTranslation(["people", "common"]);
  const format = useFormat();
  const toast = useToast();
  const mark = useMarkIdentifier();
  const [asking, setAsking] = useState(false);
  const { id, shown, state = null, state_why = null, state_on = null, blocked = false } = identifier;
  const set = (next: IdentifierState | null, why: string | null) => {
    setAsking(false);
    mark.mutate(
      { id, state: next, why },
      { onSuccess: ({ action }) => action !== null && toast.say(next === null ? t("reach.cleared", { value: shown }) : `${shown} · ${t(`common:reach.${next}`)}`, [action]), onError: toast.fail },
    );
  };
  const choose = (next: IdentifierState) => {
    if (next === "do_not_contact") setAsking(true);
    else set(next, null);
  };
  const since = state_on === null ? "" : t("reach.since", { day: format.day(state_on) });
  return (
    <>
      <Menu position="bottom-end" width={200} returnFocus>
        <Menu.Target>
          <Tooltip label={t("reach.title")}>
            <ActionIcon size={24} className={state === null ? css.flag : undefined} aria-label={t("reach.of", { value: shown })} data-testid="reach"><IconFlag size={14} aria-hidden /></ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {STATES.map((one) => (
            <Menu.Item
              key={one} role="menuitemradio" aria-checked={one === state} onClick={() => choose(one)} data-testid={`reach-${one}`}
              leftSection={<span className={css.tick}>{one === state ? <IconCheck size={14} aria-hidden /> : null}</span>}
            >
              {t(`common:reach.${one}`)}
            </Menu.Item>
          ))}
          {state === null ? null : <Menu.Divider />}
          {state === null ? null : <Menu.Item onClick={() => set(null, null)} data-testid="reach-clear">{t("reach.clear")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {state === null ? null : <span className={css.state} data-blocked={blocked || undefined} data-testid="reach-state">{[t(`common:reach.${state}`), state_why, since].filter(Boolean).join(" · ")}</span>}
      {asking ? <Why value={shown} why={state_why ?? ""} onSave={(why) => set("do_not_contact", filled(why))} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function Why({ value, why, onSave, onClose }: { value: string; why: string; onSave: (why: string) => void; onClose: () => void }) {
  const { t } = useTranslation(["people", "common"]);
  const [typed, setTyped] = useState(why);
  return (
    <Modal opened onClose={onClose} title={t("reach.whyTitle", { value })} size={400} padding={24} yOffset={112} withCloseButton={false}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
      >
        <TextInput label={t("reach.why")} placeholder={t("reach.whyHint")} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} maxLength={500} data-autofocus data-testid="reach-why" />
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" data-testid="reach-save">{t("common:reach.do_not_contact")}</Button>
        </div>
      </form>
    </Modal>
  );
}
