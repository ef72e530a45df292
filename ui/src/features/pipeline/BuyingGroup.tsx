// Who takes part in a deal and how: people are added, change their part, or are taken out.
import { ActionIcon, Menu, Modal, Tooltip, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconDots, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealPerson, DealRoleKind } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { Section } from "../../shared/record/Details";
import { plainLink } from "../../shared/record/PersonLine";
import css from "../../shared/record/record.module.css";
import { Initials } from "../../shared/ui/Initials";
import { PersonPicker } from "../../shared/ui/PersonPicker";
import { Pick } from "../../shared/ui/Pick";
import { useToast } from "../../shared/ui/toast";
import { GroupPicture } from "./GroupPicture";
import { useRemoveRole, useSaveRole } from "./queries";

const roles = ["decides", "pays", "uses", "advises", "champions", "blocks"] as const satisfies readonly DealRoleKind[];

export function BuyingGroup({ deal, people }: { deal: string; people: readonly DealPerson[] }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const called = usePersonName();
  const toast = useToast();
  const save = useSaveRole();
  const remove = useRemoveRole();
  const [step, setStep] = useState<"rest" | "who" | { id: string; name: string }>("rest");
  const said = (words: string) => ({ onSuccess: ({ action }: { action: string | null }) => toast.say(words, [action]), onError: toast.fail });
  const setRole = (person: { id: string; name: string }, role: DealRoleKind) => save.mutate({ deal, person: person.id, role }, said(t("group.saved", { name: person.name, role: t(`role.${role}`) })));
  const add = (
    <Tooltip label={t("group.add")}>
      <UnstyledButton className={css.add} onClick={() => setStep("who")} aria-label={t("group.add")} data-testid="group-add"><IconPlus size={16} aria-hidden /></UnstyledButton>
    </Tooltip>
  );
  return (
    <Section title={t("deal.people")} end={add}>
      <GroupPicture people={people} />
      {people.map(({ person, role }) => (
        <div key={person.id} className={css.line} data-testid="group-person">
          <Link to="/people/$id" params={{ id: person.id }} className={`${plainLink} ${css.lineText}`}>
            <span className={css.line}>
              <Initials name={person.name} size={24} />
              <span className={css.lineText}>
                <span className={css.whole}>{called(person.name)}</span>
                <span className={`${css.quiet} ${css.whole}`}>{[t(`role.${role}`), person.title].filter(Boolean).join(" · ")}</span>
              </span>
            </span>
          </Link>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="subtle" aria-label={t("group.change", { name: person.name })}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {roles.map((one) => <Menu.Item key={one} aria-current={one === role || undefined} onClick={() => setRole(person, one)}>{t(`role.${one}`)}</Menu.Item>)}
              <Menu.Divider />
              <Menu.Item onClick={() => remove.mutate({ deal, person: person.id }, said(t("group.removed", { name: person.name })))}>{t("group.remove")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ))}
      {step === "who" ? (
        <Modal opened onClose={() => setStep("rest")} title={t("group.add")} size={400} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
          <PersonPicker id="group-person" autoFocus onPick={setStep} onNew={() => toast.say(t("new.unknownPerson"))} />
        </Modal>
      ) : typeof step === "object" ? (
        <Pick
          title={t("group.how", { name: step.name })} placeholder={t("group.find")} options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} onClose={() => setStep("rest")}
          onPick={({ value }) => {
            const role = roles.find((one) => one === value);
            if (role !== undefined) setRole(step, role);
            setStep("rest");
          }}
        />
      ) : null}
    </Section>
  );
}
