// On a record: what was merged into it and the way apart again; and the way to merge it with another.
import { Button, Modal, TextInput, UnstyledButton } from "@mantine/core";
import { IconGitMerge, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicatesKind, Merged, MergedRow } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { type Action, useActions } from "../../shared/keys/actions";
import { isComposing } from "../../shared/keys/composition";
import { lookup } from "../../shared/lookup/queries";
import { ActionButton } from "../../shared/ui/ActionButton";
import { useToast } from "../../shared/ui/toast";
import css from "./duplicates.module.css";
import { useSeparate } from "./queries";

type Props = { kind: DuplicatesKind; id: string; name: string; merged: Merged | undefined };

export function MergedHere({ kind, id, name, merged }: Props) {
  const { t } = useTranslation("duplicates");
  const called = usePersonName();
  const toast = useToast();
  const separate = useSeparate();
  const [asking, setAsking] = useState(false);
  const mergeWith: Action = { id: "record.merge", icon: IconGitMerge, run: () => setAsking(true) };
  useActions([mergeWith]);
  const rows = merged?.rows ?? [];
  const apart = (row: MergedRow) =>
    separate.mutate({ kind, id: row.id }, { onSuccess: ({ action }) => toast.say(t("separated", { name: called(row.name) }), [action]), onError: toast.fail });
  return (
    <section className={css.here} aria-label={t("title")} data-testid="merged-here">
      <div className={css.words}>
        {merged?.asked == null ? null : <p>{t("here.was", { name: called(merged.asked.name) })}</p>}
        {rows.length === 0 ? null : (
          <p>
            {t("here.also")}
            {rows.map((row) => (
              <span key={row.id} className={css.row}>
                {` ${called(row.name)} `}
                <Button size="compact-sm" variant="subtle" loading={separate.isPending} aria-label={t("here.separateName", { name: called(row.name) })} onClick={() => apart(row)} data-testid="merged-separate">{t("here.separate")}</Button>
              </span>
            ))}
            <span className={css.quiet}>{t("here.note", { name: called(name) })}</span>
          </p>
        )}
      </div>
      <ActionButton action={mergeWith} variant="subtle" testId="record-merge" />
      {asking ? <MergeWith kind={kind} id={id} name={name} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

type WithProps = { kind: DuplicatesKind; id: string; name: string; onClose: () => void };

function MergeWith({ kind, id, name, onClose }: WithProps) {
  const { t } = useTranslation(["duplicates", "common"]);
  const called = usePersonName();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { data = [] } = useQuery({ ...lookup(typed), placeholderData: keepPreviousData });
  const wanted = kind === "people" ? "person" : "organization";
  const hits = typed.trim() === "" ? [] : data.filter((hit) => hit.kind === wanted && hit.id !== id);
  const go = (other: string) => {
    onClose();
    void navigate({ to: "/duplicates", search: { kind, one: id, other } });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const hit = hits[Math.min(at, hits.length - 1)];
    const handled = { ArrowDown: () => setAt(Math.min(hits.length - 1, at + 1)), ArrowUp: () => setAt(Math.max(0, at - 1)), Enter: () => hit !== undefined && go(hit.id) }[event.key];
    if (handled === undefined) return;
    event.preventDefault();
    handled();
  };
  return (
    <Modal opened onClose={onClose} title={t("with.title", { name: called(name) })} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <TextInput
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={t("with.search")}
        aria-label={t("with.search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="merge-hits"
        aria-activedescendant={hits.length > 0 ? `merge-hit-${at}` : undefined}
        data-testid="merge-search"
      />
      <div role="listbox" id="merge-hits" aria-label={t("with.go")} className={css.hits}>
        {hits.map((hit, index) => (
          <UnstyledButton key={hit.id} id={`merge-hit-${index}`} role="option" aria-selected={index === at} tabIndex={-1} className={css.hit} onClick={() => go(hit.id)} data-testid="merge-hit">
            <span className="tl-ellipsis">{called(hit.name)}</span>
            <span className={`${css.quiet} tl-ellipsis`}>{[hit.about, hit.detail].filter(Boolean).join(" · ")}</span>
          </UnstyledButton>
        ))}
        {typed.trim() !== "" && hits.length === 0 ? <p className={css.quiet}>{t("with.none")}</p> : null}
      </div>
    </Modal>
  );
}
