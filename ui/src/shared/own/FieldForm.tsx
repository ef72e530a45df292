// One field of the team's own: its name, its kind and, where it has them, its choices. What is typed stays
// when it cannot be kept.
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldKind, FieldView, ListKind } from "../../ipc/bindings.gen";
import { formKeys } from "../keys/formKeys";
import { ErrorNote } from "../ui/ErrorNote";
import { useToast } from "../ui/toast";
import { type Choice, ChoiceList } from "./ChoiceList";
import css from "./own.module.css";
import { fieldKinds, hasChoices } from "./own";
import { useRetireField, useSaveField } from "./queries";

type Props = { noun: ListKind; field: FieldView | null; onMade?: (id: string) => void; onClose: () => void };

export function FieldForm({ noun, field, onMade, onClose }: Props) {
  const { t } = useTranslation(["custom", "common"]);
  const toast = useToast();
  const save = useSaveField();
  const retire = useRetireField();
  const [name, setName] = useState(field?.name ?? "");
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? "text");
  const [choices, setChoices] = useState<Choice[]>(() => (field?.choices ?? []).filter(({ away }) => !away).map(({ id, name: called }) => ({ key: id, id, name: called })));
  const [missing, setMissing] = useState(false);
  const error = save.error ?? retire.error;

  const submit = () => {
    if (name.trim() === "") return setMissing(true);
    const wanted = hasChoices(kind) ? choices.filter((one) => one.name.trim() !== "").map((one) => ({ id: one.id, name: one.name.trim() })) : [];
    save.mutate({ id: field?.id ?? null, noun, name: name.trim(), kind, choices: wanted }, {
      onSuccess: ({ id, action }) => {
        onClose();
        if (action !== null) toast.say(t(field === null ? "made" : "saved", { name: name.trim() }), [action]);
        onMade?.(id);
      },
    });
  };
  const putAway = (id: string, away: boolean) =>
    retire.mutate({ id, away }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t(away ? "away" : "back", { name }), [action]);
      },
    });
  return (
    <Modal opened onClose={onClose} title={field?.name ?? t("new", { of: t(`of.${noun}`) })} size={460} yOffset={96} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={formKeys(submit)}
        data-testid="field-form"
      >
        <div className={css.pair}>
          <TextInput
            label={t("name")} data-autofocus maxLength={200} value={name} error={missing ? t("common:field.missing") : null} data-testid="field-name"
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              setMissing(false);
            }}
          />
          <Select
            label={t("kindLabel")} allowDeselect={false} value={kind} data={fieldKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))} data-testid="field-kind"
            onChange={(next) => setKind(fieldKinds.find((one) => one === next) ?? kind)}
          />
        </div>
        {field === null || field.kind === kind ? null : <p className={css.note}>{t("kindNote")}</p>}
        {hasChoices(kind) ? <ChoiceList choices={choices} onChoices={setChoices} /> : null}
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          {field === null ? null : (
            <Button variant="subtle" className={css.first ?? ""} onClick={() => putAway(field.id, !field.retired)} data-testid="field-retire">{t(field.retired ? "takeOut" : "putAway")}</Button>
          )}
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="field-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
