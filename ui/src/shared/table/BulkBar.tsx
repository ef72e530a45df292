// What can be done to the chosen rows together: one action, one undo. What was changed and what
// stood like that already is said.
import { UnstyledButton } from "@mantine/core";
import { IconForms, IconStairsUp, IconTag, IconTagOff, IconUserShare, type Icon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change, ListKind, PageInput, Which } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { type Action, useActions } from "../keys/actions";
import { useActionLabel } from "../ui/ActionButton";
import { ShortcutKeys } from "../ui/Keys";
import { Pick, type PickOption } from "../ui/Pick";
import { useToast } from "../ui/toast";
import type { Cell } from "../fields/EditableCell";
import css from "./BulkBar.module.css";
import { BulkField as BulkForm } from "./BulkField";
import { useCancelChange, useChangeProgress } from "../bulk/queries";
import { tableQueries, useChange } from "./queries";
import { chosen, everything, nothing, type Selection } from "./selection";

export type BulkField = "tag" | "grade" | "owner";
type Asking = BulkField | "untag";
/** Long enough to be told how far it is. */
const SHOWN_FROM = 2_000;

const GRADES = ["A", "B", "C", "D"] as const;

type Props = {
  kind: ListKind;
  fields: readonly BulkField[];
  /** every field that one row lets be edited */
  cells: readonly Cell[];
  page: PageInput;
  total: number;
  selection: Selection;
  onSelection: (next: Selection) => void;
};

export function BulkBar({ kind, fields, cells, page, total, selection, onSelection }: Props) {
  const { t } = useTranslation(["table", "common"]);
  const format = useFormat();
  const toast = useToast();
  const label = useActionLabel();
  const change = useChange();
  const [asking, setAsking] = useState<Asking | "field" | null>(null);
  const progress = useChangeProgress(change.isPending);
  const cancel = useCancelChange();
  const count = chosen(selection, total);
  const offers: (Action & { icon: Icon })[] = [
    ...(fields.includes("tag") ? [{ id: "table.tag", icon: IconTag, run: () => setAsking("tag") } as const, { id: "table.untag", icon: IconTagOff, run: () => setAsking("untag") } as const] : []),
    ...(fields.includes("grade") ? [{ id: "table.grade", icon: IconStairsUp, run: () => setAsking("grade") } as const] : []),
    ...(fields.includes("owner") ? [{ id: "table.owner", icon: IconUserShare, run: () => setAsking("owner") } as const] : []),
    { id: "table.field", icon: IconForms, run: () => setAsking("field") },
  ];
  useActions(offers);

  const which = (): Which => (selection.all ? { view: { page, but: [...selection.ids] } } : { rows: [...selection.ids] });
  const apply = (what: Change) => {
    setAsking(null);
    change.mutate({ kind, which: which(), change: what }, {
      onSuccess: ({ action, changed, unchanged }) =>
        toast.say([t("changed", { count: changed, n: format.number(changed) }), unchanged > 0 ? t("unchanged", { count: unchanged, n: format.number(unchanged) }) : ""].filter(Boolean).join(t("then")), [action]),
      onError: toast.fail,
    });
  };
  return (
    <>
      <div className={css.bar} role="toolbar" aria-label={t("bulk")} data-testid="bulk-bar">
        <strong>{t("chosen", { count, n: format.number(count) })}</strong>
        {count < total ? (
          <UnstyledButton className={css.all} onClick={() => onSelection(everything)} data-testid="bulk-all">{t("orAll", { n: format.number(total) })}</UnstyledButton>
        ) : null}
        {change.isPending && count > SHOWN_FROM ? (
          <span role="status" className="tl-num" data-testid="bulk-progress">
            {t("changing", { done: format.number(progress?.done ?? 0), total: format.number(progress?.total ?? count) })}
            <UnstyledButton className={css.all} onClick={() => cancel.mutate()} data-testid="bulk-stop">{t("stop")}</UnstyledButton>
          </span>
        ) : offers.map(({ id, icon: Picture, run }) => (
          <UnstyledButton key={id} className={css.offer} onClick={run} data-testid={`bulk-${id.slice("table.".length)}`}>
            <Picture size={16} aria-hidden />
            {label(id)}
            <ShortcutKeys id={id} />
          </UnstyledButton>
        ))}
        <span className={css.divider} />
        <UnstyledButton className={css.offer} onClick={() => onSelection(nothing)}>
          {t("common:do.cancel")}
          <ShortcutKeys id="table.none" />
        </UnstyledButton>
      </div>
      {asking === null ? null : asking === "field" ? (
        <BulkForm cells={cells} count={count} onClose={() => setAsking(null)} onChange={apply} />
      ) : <Ask kind={kind} asking={asking} count={count} onClose={() => setAsking(null)} onChange={apply} />}
    </>
  );
}

type AskProps = { kind: ListKind; asking: Asking; count: number; onClose: () => void; onChange: (change: Change) => void };

function Ask({ kind, asking, count, onClose, onChange }: AskProps) {
  const { t } = useTranslation(["table", "common"]);
  const format = useFormat();
  const tagging = asking === "tag" || asking === "untag";
  const { data: tags = [] } = useQuery({ ...tableQueries.choices(kind, "tag"), enabled: tagging });
  const { data: members = [] } = useQuery({ ...tableQueries.owners(), enabled: asking === "owner" });
  const none: PickOption = { value: "", label: asking === "owner" ? t(kind === "deals" ? "pool" : "ownerDefault") : t("common:state.none") };
  const options: PickOption[] = tagging
    ? tags.map(({ label, value, count: used }) => ({ value: label ?? value, label: label ?? value, note: format.number(used) }))
    : asking === "grade"
      ? [...GRADES.map((grade) => ({ value: grade, label: grade })), none]
      : [...members.map(({ id, name }) => ({ value: id, label: name })), none];
  const take = (value: string) => {
    if (asking === "tag") onChange({ tag: { name: value } });
    else if (asking === "untag") onChange({ untag: { name: value } });
    else onChange({ set: { field: asking, value: value === "" ? null : value } });
  };
  return (
    <Pick
      title={t(`ask.${asking}`, { count, n: format.number(count) })}
      placeholder={t("find")}
      options={options}
      onPick={({ value }) => take(value)}
      onClose={onClose}
      onNew={asking === "tag" ? { label: (name) => t("newTag", { name }), take } : undefined}
    />
  );
}
