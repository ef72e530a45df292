// The right column of an organization: what it is, its people, deals and relations.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationRecord, OrganizationRef } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { DetailList, Section } from "../../shared/record/Details";
import { DeleteLine } from "../../shared/record/DeleteLine";
import { HistoryButton, HistoryLines } from "../../shared/record/History";
import { DealList, PromiseList, SourceLine } from "../../shared/record/lists";
import { PersonLine, plainLink } from "../../shared/record/PersonLine";
import { useToast } from "../../shared/ui/toast";
import { recordQueries, useStepDone } from "./queries";

export function OrganizationSide({ record }: { record: OrganizationRecord }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const toast = useToast();
  const done = useStepDone();
  const { organization, parent, children } = record;
  const firm = ({ id, name }: OrganizationRef) => <Link key={id} to="/organizations/$id" params={{ id }}>{name}</Link>;
  return (
    <>
      <Section title={t("details.title")}>
        <DetailList
          details={[
            { label: t("details.industry"), value: organization.industry },
            { label: t("details.region"), value: organization.region },
            { label: t("details.founded"), value: organization.founded === null ? null : `${organization.founded}` },
            { label: t("details.employees"), value: organization.employees === null ? null : format.number(organization.employees) },
            parent ? { label: t("details.parent"), value: firm(parent) } : null,
            children.length > 0 ? { label: t("details.children"), value: children.map((child) => <div key={child.id}>{firm(child)}</div>) } : null,
            { label: t("details.note"), value: organization.note },
          ]}
        />
      </Section>
      {record.people.length > 0 ? (
        <Section title={t("details.people")}>
          {record.people.map((person) => (
            <Link key={person.id} to="/people/$id" params={{ id: person.id }} className={plainLink}>
              <PersonLine person={person} note={person.title} />
            </Link>
          ))}
        </Section>
      ) : null}
      <PromiseList
        steps={record.followups}
        onDone={(step) => done.mutate(step.id, { onSuccess: ({ action }) => toast.say(t("next.done", { title: step.title }), [action]), onError: toast.fail })}
      />
      <DealList deals={record.deals} link={(id, words) => <Link to="/deals/$id" params={{ id }}>{words}</Link>} />
      <SourceLine fields={record.source_line} />
      <HistoryButton><History id={organization.id} /></HistoryButton>
      <DeleteLine id={organization.id} />
    </>
  );
}

function History({ id }: { id: string }) {
  const { data } = useQuery(recordQueries.history(id));
  return <HistoryLines lines={data} />;
}
