// Who may be there twice: the pairs on the left, the most likely first; the one under the cursor on the
// right, side by side. Opened for two certain rows it shows only those.
import { Button } from "@mantine/core";
import { IconArrowsSplit2, IconGitMerge, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicatesKind } from "../../ipc/bindings.gen";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { useToast } from "../../shared/ui/toast";
import { Compare } from "./Compare";
import css from "./duplicates.module.css";
import { MergeSure } from "./MergeSure";
import { PairList } from "./PairList";
import { duplicateQueries, useDistinct, useMerge } from "./queries";
import { useChoices } from "./useChoices";

const kinds = ["people", "organizations"] as const satisfies readonly DuplicatesKind[];
const records = { people: "/people/$id", organizations: "/organizations/$id" } as const;
const lists = { people: "/people", organizations: "/organizations" } as const;

export function DuplicatesPage() {
  const { t } = useTranslation("duplicates");
  const navigate = useNavigate();
  const { kind = "people", one, other } = useSearch({ from: "/duplicates" });
  const wanted = one === undefined || other === undefined ? null : { one, other };
  const [active, setActive] = useState(0);
  const { data, error } = useQuery(duplicateQueries.list(kind));
  const pairs = data?.pairs ?? [];
  const pair = pairs[Math.min(active, Math.max(0, pairs.length - 1))];
  const two = wanted ?? (pair === undefined ? null : { one: pair.one.id, other: pair.other.id });
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  const turn = (to: DuplicatesKind) => {
    setActive(0);
    void navigate({ to: "/duplicates", search: { kind: to }, replace: true });
  };
  return (
    <>
      <PageHead title={t("title")} note={data === undefined || data.total === 0 || wanted !== null ? undefined : t("count", { count: data.total })}>
        {data === undefined || data.sure === 0 || wanted !== null ? null : <MergeSure kind={kind} count={data.sure} />}
      </PageHead>
      {wanted !== null ? null : (
        <div className={css.tools} role="group" aria-label={t("kinds")}>
          {kinds.map((to) => (
            <Button key={to} variant="subtle" aria-pressed={kind === to} onClick={() => turn(to)} data-testid={`duplicates-${to}`}>{t(to)}</Button>
          ))}
          {data !== undefined && data.total > pairs.length ? <span className={css.quiet}>{t("more", { count: pairs.length })}</span> : null}
        </div>
      )}
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined && wanted === null ? (
        error === null ? <Loading rows={10} height={56} /> : null
      ) : two === null ? (
        <EmptyState icon={IconUsers} title={t("none.title")} text={t(`none.${kind}`)}>
          <Button onClick={() => void navigate({ to: lists[kind] })}>{t("none.back")}</Button>
        </EmptyState>
      ) : (
        <div className={css.panes} data-alone={wanted !== null || undefined}>
          {wanted === null ? <PairList pairs={pairs} active={pairs.findIndex((each) => each === pair)} onActive={setActive} /> : null}
          <Pair key={`${two.one} ${two.other}`} kind={kind} two={two} onDone={wanted === null ? undefined : (id) => void navigate({ to: records[kind], params: { id } })} />
        </div>
      )}
    </>
  );
}

type PairProps = { kind: DuplicatesKind; two: { one: string; other: string }; onDone: ((id: string) => void) | undefined };

function Pair({ kind, two, onDone }: PairProps) {
  const { t } = useTranslation("duplicates");
  const toast = useToast();
  const merge = useMerge();
  const distinct = useDistinct();
  const { data: sides, error } = useQuery(duplicateQueries.sides(kind, two.one, two.other));
  const choices = useChoices(sides?.fields ?? []);
  const busy = merge.isPending || distinct.isPending || merge.isSuccess || distinct.isSuccess;
  const join: Action = {
    id: "duplicates.merge",
    icon: IconGitMerge,
    run: () => {
      if (sides === undefined || busy) return;
      merge.mutate({ kind, one: sides.one.id, other: sides.other.id, taken: choices.taken }, {
        onSuccess: ({ id, action }) => {
          const name = sides.fields.find((field) => field.name === "name");
          toast.say(t("merged", { name: name !== undefined && choices.take(name) === "other" ? sides.other.name : sides.one.name }), [action]);
          onDone?.(id);
        },
        onError: toast.fail,
      });
    },
  };
  const apart: Action = {
    id: "duplicates.distinct",
    icon: IconArrowsSplit2,
    run: () => {
      if (sides === undefined || busy) return;
      distinct.mutate({ one: sides.one.id, other: sides.other.id }, {
        onSuccess: ({ action }) => {
          toast.say(t("told"), [action]);
          onDone?.(sides.one.id);
        },
        onError: toast.fail,
      });
    },
  };
  useActions(sides === undefined ? [] : [join, apart]);
  if (sides === undefined) return <div className={css.compare}>{error === null ? <Loading rows={8} height={36} /> : <ErrorNote error={error} />}</div>;
  return (
    <section className={css.compare} aria-label={t("sides")} data-testid="duplicate-sides">
      <Compare kind={kind} sides={sides} choices={choices} />
      <div className={css.foot}>
        <ActionButton action={apart} testId="duplicate-distinct" />
        <ActionButton action={join} variant="filled" loading={merge.isPending} testId="duplicate-merge" />
      </div>
    </section>
  );
}
