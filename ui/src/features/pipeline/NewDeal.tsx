// A new deal: who it is with, how much, where it stands. A firm may be new; a person is a known one.
import { Autocomplete, Button, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board, Hit } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { isComposing } from "../../shared/keys/composition";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { dealFields } from "./fields";
import css from "./pipeline.module.css";
import { pipelineQueries, useSaveDeal } from "./queries";

const MINOR = 100;

export function NewDeal({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const { currency } = usePlace();
  const save = useSaveDeal();
  const words = useErrorWords();
  const toast = useToast();
  const [person, setPerson] = useState<Hit | null>(null);
  const open = board.columns.filter(({ kind }) => kind !== "won" && kind !== "lost");
  const form = useForm({
    initialValues: { name: "", organization: "", person: "", amount: "" as number | string, stage: open[0]?.stage_id ?? "" },
    validate: { name: (value, all) => (value.trim() === "" && all.organization.trim() === "" ? t("new.missingName") : null) },
  });
  const firms = useHits(form.values.organization, "organization");
  const people = useHits(form.values.person, "person");
  const personLine = (hit: Hit) => [hit.name, hit.about].filter(Boolean).join(" · ");

  const submit = form.onSubmit(({ name, organization, amount, stage }) => {
    const known = person !== null && personLine(person) === form.values.person ? person : null;
    const title = name.trim() === "" ? organization.trim() : name.trim();
    save.mutate(
      dealFields({
        name: title,
        organization: organization.trim() === "" ? null : organization.trim(),
        person: known?.id ?? null,
        stage: stage === "" ? null : stage,
        amount: typeof amount === "number" ? { minor: Math.round(amount * MINOR), currency } : null,
      }),
      {
        onSuccess: ({ action, held_by }) => {
          toast.say(held_by ? t("new.heldBy", { name: title, member: held_by.name }) : t("new.saved", { name: title }), [action]);
          onClose();
        },
      },
    );
  });

  return (
    <Modal opened onClose={onClose} title={t("new.title")} size={440} padding={24} withCloseButton={false}>
      <form
        className={css.form}
        onSubmit={submit}
        data-testid="deal-form"
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
      >
        <Autocomplete label={t("new.organization")} description={undefined} data={firms.map(({ name }) => name)} data-autofocus {...form.getInputProps("organization")} />
        <TextInput label={t("new.name")} placeholder={t("new.nameHint")} {...form.getInputProps("name")} />
        <Autocomplete
          label={t("new.person")}
          data={[...new Set(people.map(personLine))]}
          {...form.getInputProps("person")}
          onOptionSubmit={(line) => setPerson(people.find((hit) => personLine(hit) === line) ?? null)}
          error={form.values.person !== "" && (person === null || personLine(person) !== form.values.person) ? t("new.unknownPerson") : undefined}
        />
        <div className={css.pair}>
          <NumberInput label={t("new.amount", { currency })} min={0} decimalScale={2} thousandSeparator="," hideControls {...form.getInputProps("amount")} />
          <Select label={t("new.stage")} allowDeselect={false} data={open.map(({ stage_id, name }) => ({ value: stage_id, label: name }))} {...form.getInputProps("stage")} />
        </div>
        {save.error ? <p className={css.wrong} role="alert">{words(save.error)}</p> : null}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}

function useHits(typed: string, kind: Hit["kind"]): Hit[] {
  const [query] = useDebouncedValue(typed, 120);
  const { data = [] } = useQuery(pipelineQueries.lookup(query));
  return data.filter((hit) => hit.kind === kind);
}
