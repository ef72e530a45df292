// Who is on the team, and who works on this device. A list by name: no figures, nothing to sort people by.
import { Button, Select, UnstyledButton } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemberView } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Initials } from "../../shared/ui/Initials";
import { Loading } from "../../shared/ui/Loading";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { MemberForm } from "./MemberForm";
import { Line, Panel } from "./Panel";
import { appQueries, settingsQueries, useSitHere } from "./queries";
import css from "./settings.module.css";

/** What is lent by the route: handing everything of a member over. */
type Lent = { handover?: (member: { id: string; name: string }, onClose: () => void) => React.ReactNode };

export function MembersPanel({ handover }: Lent) {
  const { t } = useTranslation(["settings", "common"]);
  const { data, error } = useQuery(settingsQueries.members());
  const [open, setOpen] = useState<MemberView | "new" | null>(null);
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const add: Action = { id: "settings.newMember", icon: IconPlus, run: () => setOpen("new") };
  useActions([add]);
  return (
    <Panel title={t("section.members")} note={t("members.note")} end={<ActionButton action={add} variant="filled" testId="member-new" />}>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={4} /> : null) : (
        <>
          <Me members={data} />
          <h3 className={css.sub}>{t("members.team")}</h3>
          {data.length === 0 ? (
            <EmptyState icon={IconUsers} title={t("members.empty")} text={t("members.emptyText")}>
              <Button onClick={add.run}>{t("members.first")}</Button>
            </EmptyState>
          ) : (
            <ul className={css.rows}>
              {data.map((member) => (
                <li key={member.id}>
                  <UnstyledButton className={css.row} data-quiet={!member.active || undefined} onClick={() => setOpen(member)} data-testid="member-row">
                    <Initials name={member.name} size={24} />
                    <span className={css.rowName}>{member.name}</span>
                    <span className={css.rowAbout}>{t(`common:role.${member.role}`)} · {t(`members.${member.seniority}`)}</span>
                    {member.active ? null : <Tag>{t("members.inactive")}</Tag>}
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {open === null ? null : (
        <MemberForm
          member={open === "new" ? null : open} onClose={() => setOpen(null)}
          onHandOver={handover === undefined || open === "new" ? undefined : () => {
            setOpen(null);
            setLeaving(open);
          }}
        />
      )}
      {leaving === null ? null : handover?.(leaving, () => setLeaving(null))}
    </Panel>
  );
}

function Me({ members }: { members: readonly MemberView[] }) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const sit = useSitHere();
  const { data: info } = useQuery(appQueries.info());
  const here = members.filter(({ active, id }) => active || id === info?.me?.id);
  return (
    <Line label={t("members.me")} note={t("members.meNote")}>
      <Select
        w={240}
        aria-label={t("members.me")}
        placeholder={t("members.nobody")}
        data={here.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`common:role.${role}`)}` }))}
        value={info?.me?.id ?? null}
        clearable
        onChange={(id) => sit.mutate(id, { onError: toast.fail })}
        data-testid="member-me"
      />
    </Line>
  );
}
