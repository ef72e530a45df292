// A new deal: who it is with, how much, where it stands. A firm may be new; a person is a known one.
import { Autocomplete, Button, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board, Hit } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { lookup } from "../../shared/lookup/queries";
import { formKeys } from "../../shared/keys/formKeys";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { moneyOf } from "./amounts";
import { dealFields } from "./fields";
import css from "./pipeline.module.css";
import { pipelineQueries, useSaveDeal } from "./queries";

export type About = { organization: string | null; person: { id: string; name: string } | null };

/** A new deal from a record: it begins with whom the record is about. */
export function NewDealFor({ about, onClose }: { about: About; onClose: () => void }) {
  const { data: board } = useQuery(pipelineQueries.board(null));
  return board ? <NewDeal board={board} about={about} onClose={onClose} /> : null;
}

export function NewDeal({ board, about, onClose }: { board: Board; about?: About; onClose: () => void }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const { currency } = usePlace();
  const save = useSaveDeal();
  const words = useErrorWords();
  const toast = useToast();
  const [person, setPerson] = useState<{ id: string; line: string } | null>(about?.person ? { id: about.person.id, line: about.person.name } : null);
  const open = board.columns.filter(({ kind }) => kind !== "won" && kind !== "lost");
  const form = useForm({
    initialValues: { name: "", organization: about?.organization ?? "", person: about?.person?.name ?? "", amount: "" as number | string, stage: open[0]?.stage_id ?? "" },
    validate: { name: (value, all) => (value.trim() === "" && all.organization.trim() === "" ? t("new.missingName") : null) },
  });
  const firms = useHits(form.values.organization, "organization");
  const [firm] = useDebouncedValue(form.values.organization.trim(), 120);
  const { data: heldBy } = useQuery(pipelineQueries.heldBy(firm));
  const people = useHits(form.values.person, "person");
  const personLine = (hit: Hit) => [hit.name, hit.about].filter(Boolean).join(" · ");

  const submit = form.onSubmit(({ name, organization, amount, stage }) => {
    const known = person !== null && person.line === form.values.person ? person : null;
    const title = name.trim() === "" ? organization.trim() : name.trim();
    save.mutate(
      dealFields({
        name: title,
        organization: organization.trim() === "" ? null : organization.trim(),
        person: known?.id ?? null,
        stage: stage === "" ? null : stage,
        amount: typeof amount === "number" ? moneyOf(amount, currency) : null,
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
        onKeyDown={formKeys()}
      >
        <Autocomplete label={t("new.organization")} description={undefined} data={firms.map(({ name }) => name)} data-autofocus {...form.getInputProps("organization")} />
        <TextInput label={t("new.name")} placeholder={t("new.nameHint")} {...form.getInputProps("name")} />
        <Autocomplete
          label={t("new.person")}
          data={[...new Set(people.map(personLine))]}
          {...form.getInputProps("person")}
          onOptionSubmit={(line) => {
            const hit = people.find((one) => personLine(one) === line);
            setPerson(hit === undefined ? null : { id: hit.id, line });
          }}
          error={form.values.person !== "" && (person === null || person.line !== form.values.person) ? t("new.unknownPerson") : undefined}
        />
        <div className={css.pair}>
          <NumberInput label={t("new.amount", { currency })} min={0} decimalScale={2} thousandSeparator="," hideControls {...form.getInputProps("amount")} />
          <Select label={t("new.stage")} allowDeselect={false} data={open.map(({ stage_id, name }) => ({ value: stage_id, label: name }))} {...form.getInputProps("stage")} />
        </div>
        {heldBy ? <p className={css.warn} role="status" data-testid="held-by">{t("new.already", { member: heldBy.name })}</p> : null}
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
  const { data = [] } = useQuery(lookup(query));
  return data.filter((hit) => hit.kind === kind);
}
