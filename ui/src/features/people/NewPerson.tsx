// A new person: five fields, or a pasted signature that fills them; the rest is written on the record.
import { Button, Modal } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldControl } from "../../shared/fields/FieldControl";
import { filled, problemOf } from "../../shared/fields/specs";
import { unsaved } from "../../shared/fields/unsaved";
import { formKeys } from "../../shared/keys/formKeys";
import { Likely } from "../../shared/record/Likely";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { formFields, formOf, identifiersOf, newPerson, type PersonForm, personForm } from "./fields";
import { Paste, Twins } from "./Paste";
import css from "./PeoplePage.module.css";
import { useSavePerson, useSignature, useTwins } from "./queries";

const keys = ["name", "organization", "title", "phone", "email", "wechat", "city", "note"] as const satisfies readonly (keyof PersonForm)[];
/** Asked for only once a pasted block brought them. */
const further = ["wechat", "city", "note"] as const;

const typed = unsaved<PersonForm>();

export function NewPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const save = useSavePerson();
  const wrong = (key: keyof PersonForm) => (value: string) => {
    const problem = problemOf(formFields[key], value);
    return problem === null ? null : key === "name" ? t("form.missingName") : t(`common:field.${problem}`);
  };
  const form = useForm({ initialValues: typed.start(personForm), onValuesChange: typed.keep, validate: { name: wrong("name"), phone: wrong("phone"), email: wrong("email") } });

  const [pasted, setPasted] = useState("");
  const [rest, setRest] = useState<readonly string[]>([]);
  const [read, setRead] = useState<PersonForm>(personForm);
  const signature = useSignature();
  const twins = useTwins(identifiersOf(form.values));
  /** Fills what is empty or what the last block had filled; what was typed by hand stays. */
  const paste = (text: string) => {
    setPasted(text);
    signature.mutate(text, {
      onSuccess: (found) => {
        const next = formOf(found);
        for (const key of keys) if (form.values[key] === "" || form.values[key] === read[key]) form.setFieldValue(key, next[key]);
        setRead(next);
        setRest(found.rest);
      },
      onError: toast.fail,
    });
  };
  const keepRest = () => {
    form.setFieldValue("note", [form.values.note, ...rest].filter((line) => line !== "").join("\n"));
    setRest([]);
  };
  /** Several lines in a field of one are a block that was meant for the box above. */
  const onPaste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!(event.target instanceof HTMLInputElement) || !/\n|BEGIN:VCARD|[:：].+[:：]/i.test(text.trim())) return;
    event.preventDefault();
    paste(text);
  };

  const submit = form.onSubmit((values) =>
    save.mutate(newPerson(values), {
      onSuccess: ({ id, action, twins }) => {
        typed.forget();
        onClose();
        const twin = twins[0];
        toast.say(twin === undefined ? t("saved", { name: values.name.trim() }) : t("twin", { name: twin.name }), [action]);
        void navigate({ to: "/people/$id", params: { id } });
      },
    }),
  );
  const giveUp = () => {
    typed.forget();
    onClose();
  };
  const control = (key: keyof PersonForm, more: { autoFocus?: boolean; placeholder?: string } = {}) => (
    <FieldControl
      spec={formFields[key]}
      label={t(`form.${key}`)}
      testId={`person-${key}`}
      value={form.values[key]}
      error={form.errors[key]}
      onChange={(value) => form.setFieldValue(key, value)}
      {...more}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t("form.head")} size={460} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        onSubmit={submit}
        onPaste={onPaste}
        onKeyDown={formKeys()}
        data-testid="person-form"
        noValidate
      >
        <Paste text={pasted} onText={paste} rest={rest} onKeep={keepRest} />
        {control("name", { autoFocus: true })}
        {twins.length > 0 ? null : <Likely kind="people" name={form.values.name} organization={filled(form.values.organization)} onLeave={giveUp} />}
        <div className={css.pair}>
          {control("organization", { placeholder: t("form.organizationHint") })}
          {control("title")}
        </div>
        <div className={css.pair}>
          {control("phone")}
          {control("email")}
        </div>
        {further.map((key) => (form.values[key] !== "" || read[key] !== "" ? <div key={key}>{control(key)}</div> : null))}
        <Twins twins={twins} onLeave={giveUp} />
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          <Button onClick={giveUp}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="person-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
