// A stage asked for more than is known of a deal: exactly that is asked here, and then the deal moves.
import { Autocomplete, Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldView, Hit, Need } from "../../ipc/bindings.gen";
import { FieldControl } from "../../shared/fields/FieldControl";
import { choice, day, lines, suggest, text, type TypedSpec } from "../../shared/fields/specs";
import { usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { lookup, useFirmNames } from "../../shared/lookup/queries";
import { ownSpec, useOwnWords } from "../../shared/own/own";
import { tableQueries } from "../../shared/table/queries";
import { asRefused, ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { amountOf } from "./amounts";
import css from "./pipeline.module.css";
import { pipelineQueries, useEnter } from "./queries";

/** A move that was refused because something is missing. */
export type Asked = { deal: string; name: string; stage: string; stageName: string; reason: string | null };

/** Moves that a stage may refuse: what it asks for is asked in a form, any other refusal is said. */
export function useEntering() {
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const refused = (error: unknown, move: Asked) => {
    if (asRefused(error).code === "stage_needs") setAsked(move);
    else toast.fail(error);
  };
  return { refused, dialog: asked === null ? null : <NeedsForm asked={asked} onClose={() => setAsked(null)} /> };
}

function NeedsForm({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const toast = useToast();
  const enter = useEnter();
  const { data: needs = [] } = useQuery(pipelineQueries.needs(asked.deal, asked.stage));
  const [values, setValues] = useState<Record<string, string>>({});
  const ready = needs.length > 0 && needs.every(({ field }) => (values[field] ?? "").trim() !== "");
  const { currency } = usePlace();
  const stored = (field: string): string => {
    const typed = values[field] ?? "";
    return field === "amount" ? (amountOf(typed, currency) ?? "") : typed;
  };
  const submit = () =>
    enter.mutate({ deal: asked.deal, stage: asked.stage, reason: asked.reason, values: needs.map(({ field }) => ({ field, value: stored(field) })) }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("moved", { name: asked.name, stage: asked.stageName }), [action]);
      },
    });
  return (
    <Modal opened onClose={onClose} title={t("needs.title", { name: asked.name, stage: asked.stageName })} size={420} padding={24} withCloseButton={false}>
      <form
        className={css.form} data-testid="needs-form" noValidate onKeyDown={formKeys()}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) submit();
        }}
      >
        <p className={css.quiet}>{t("needs.note")}</p>
        {needs.map((need, index) => (
          <NeedControl key={need.field} need={need} first={index === 0} value={values[need.field] ?? ""} onChange={(value) => setValues((before) => ({ ...before, [need.field]: value }))} />
        ))}
        {enter.error === null ? null : <ErrorNote error={enter.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={!ready} loading={enter.isPending} data-testid="needs-move">{t("needs.move")}</Button>
        </div>
      </form>
    </Modal>
  );
}

type ControlProps = { need: Need; first: boolean; value: string; onChange: (value: string) => void };

function NeedControl({ need: { field, own }, first, value, onChange }: ControlProps) {
  const { t } = useTranslation("pipeline");
  const { currency } = usePlace();
  const { data: products = [] } = useQuery({ ...tableQueries.choices("deals", "product"), enabled: field === "product" });
  const { data: sources = [] } = useQuery({ ...tableQueries.choices("deals", "source"), enabled: field === "source" });
  const shared = { value, onChange, autoFocus: first, testId: `need-${field}` };
  const called = (choices: typeof products) => choices.map(({ label, value: word }) => label ?? word).filter((word) => word !== "");
  if (own !== null) return <OwnControl field={own} {...shared} />;
  if (field === "person") return <PersonControl {...shared} />;
  const built: Record<string, { label: string; spec: TypedSpec }> = {
    organization: { label: t("deal.organization"), spec: suggest(useFirmNames) },
    product: { label: t("deal.product"), spec: choice(called(products), { required: true }) },
    amount: { label: t("new.amount", { currency }), spec: text() },
    close_on: { label: t("needs.closeOn"), spec: day() },
    source: { label: t("deal.source"), spec: suggest(() => called(sources)) },
    note: { label: t("deal.note"), spec: lines() },
  };
  const known = built[field];
  return known === undefined ? null : <FieldControl {...shared} label={known.label} spec={known.spec} />;
}

type Shared = { value: string; onChange: (value: string) => void; autoFocus: boolean; testId: string };

function OwnControl({ field, ...shared }: Shared & { field: FieldView }) {
  const { options } = useOwnWords();
  return <FieldControl {...shared} label={field.name} spec={ownSpec(field, "")} words={options(field)} />;
}

/** Somebody who is known: what is kept is who they are, not how they are written. */
function PersonControl({ onChange, autoFocus, testId }: Shared) {
  const { t } = useTranslation("pipeline");
  const [typed, setTyped] = useState("");
  const { data = [] } = useQuery(lookup(typed));
  const people = data.filter(({ kind }) => kind === "person");
  const line = ({ name, about }: Hit) => [name, about].filter(Boolean).join(" · ");
  return (
    <Autocomplete
      label={t("new.person")} value={typed} data={[...new Set(people.map(line))]} filter={({ options }) => options} data-autofocus={autoFocus || undefined} data-testid={testId}
      onChange={(next) => {
        setTyped(next);
        onChange(people.find((hit) => line(hit) === next)?.id ?? "");
      }}
    />
  );
}
