// The fields of the team's own: people, organizations and deals each have theirs, in an order.
import { SegmentedControl } from "@mantine/core";
import { IconForms, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldView, ListKind } from "../../ipc/bindings.gen";
import { Arranged } from "../../shared/dnd/Arranged";
import { type Action, useActions } from "../../shared/keys/actions";
import { FieldForm } from "../../shared/own/FieldForm";
import { ownQueries, useOrderFields } from "../../shared/own/queries";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Keys } from "../../shared/ui/Keys";
import { Loading } from "../../shared/ui/Loading";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { Panel } from "./Panel";
import css from "./settings.module.css";

const nouns = ["people", "organizations", "deals"] as const satisfies readonly ListKind[];

export function FieldsPanel() {
  const { t } = useTranslation(["custom", "settings"]);
  const [noun, setNoun] = useState<ListKind>("people");
  const [open, setOpen] = useState<FieldView | "new" | null>(null);
  const add: Action = { id: "settings.newField", icon: IconPlus, run: () => setOpen("new") };
  useActions([add]);
  return (
    <Panel title={t("settings:section.fields")} note={t("panel.note")} end={<ActionButton action={add} testId="field-new" />}>
      <SegmentedControl
        className={css.choice ?? ""}
        aria-label={t("panel.which")}
        value={noun}
        onChange={(next) => setNoun(nouns.find((one) => one === next) ?? "people")}
        data={nouns.map((one) => ({ value: one, label: <span data-testid={`fields-${one}`}>{t(`of.${one}`)}</span> }))}
      />
      <Fields key={noun} noun={noun} onOpen={setOpen} />
      {open === null ? null : <FieldForm noun={noun} field={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function Fields({ noun, onOpen }: { noun: ListKind; onOpen: (field: FieldView) => void }) {
  const { t } = useTranslation("custom");
  const toast = useToast();
  const { data, error } = useQuery(ownQueries.list(noun));
  const { data: uses = [] } = useQuery(ownQueries.uses());
  const order = useOrderFields();
  if (data === undefined) return error === null ? <Loading rows={6} /> : <ErrorNote error={error} />;
  if (data.length === 0) return <EmptyState icon={IconForms} title={t("panel.empty")} text={t("panel.emptyText")} />;
  return (
    <>
      <Arranged
        label={t("panel.list", { of: t(`of.${noun}`) })} rows={data} rowTestId="field-row"
        onOpen={onOpen}
        onOrder={async (ids, moved) => {
          try {
            const { action } = await order.mutateAsync(ids);
            toast.say(t("panel.moved", { name: moved.name }), [action]);
          } catch (refused) {
            toast.fail(refused);
            throw refused;
          }
        }}
        cells={({ id, name, kind, retired }) => (
          <>
            <span className={css.rowName}>{name}</span>
            <Tag>{t(`kind.${kind}`)}</Tag>
            {retired ? <Tag>{t("retired")}</Tag> : null}
            <span className={css.rowAbout} />
            <span className={css.figure}>{t("panel.uses", { count: uses.find((one) => one.id === id)?.count ?? 0 })}</span>
          </>
        )}
      />
      <p className={css.listFoot}><span className={css.keysHint}><Keys keys="alt+up" /><Keys keys="alt+down" />{t("panel.moveKeys")}</span></p>
    </>
  );
}
