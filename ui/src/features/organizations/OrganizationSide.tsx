// The right column of an organization: what it is, its people, deals and relations.
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationRecord, OrganizationRef } from "../../ipc/bindings.gen";
import { EditableSection } from "../../shared/fields/EditableSection";
import { AddField } from "../../shared/own/OwnFields";
import { useOwnCells } from "../../shared/own/useOwnCells";
import { DetailList, Section } from "../../shared/record/Details";
import { DeleteLine } from "../../shared/record/DeleteLine";
import { DealList, SourceLine } from "../../shared/record/lists";
import { PersonLine, plainLink } from "../../shared/record/PersonLine";
import { Promises } from "../../shared/record/Promises";
import { RecordHistory } from "../../shared/record/RecordHistory";
import { Tag } from "../../shared/ui/Tag";
import { useOrganizationCells } from "./useOrganizationCells";

export function OrganizationSide({ record, onNewDeal }: { record: OrganizationRecord; onNewDeal?: (() => void) | undefined }) {
  const { t } = useTranslation("record");
  const cells = useOrganizationCells(record);
  const own = useOwnCells("organizations", record.organization.id, record.fields);
  const { organization, parent, children, tags = [] } = record;
  const firm = ({ id, name }: OrganizationRef) => <Link key={id} to="/organizations/$id" params={{ id }}>{name}</Link>;
  return (
    <>
      <EditableSection title={t("details.title")} cells={cells} own={own} addOwn={(onMade) => <AddField noun="organizations" onMade={onMade} />}>
        <DetailList
          details={[
            parent ? { label: t("details.parent"), value: firm(parent) } : null,
            children.length > 0 ? { label: t("details.children"), value: children.map((child) => <div key={child.id}>{firm(child)}</div>) } : null,
            tags.length > 0 ? { label: t("details.tags"), value: <span style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>{tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> } : null,
          ]}
        />
      </EditableSection>
      {record.people.length > 0 ? (
        <Section title={t("details.people")}>
          {record.people.map((person) => (
            <Link key={person.id} to="/people/$id" params={{ id: person.id }} className={plainLink}>
              <PersonLine person={person} note={person.title} />
            </Link>
          ))}
        </Section>
      ) : null}
      <Promises steps={record.followups} closed={record.closed} />
      <DealList deals={record.deals} link={(id, words) => <Link to="/deals/$id" params={{ id }}>{words}</Link>} {...(onNewDeal ? { onNew: onNewDeal } : {})} />
      <SourceLine fields={record.source_line} />
      <RecordHistory id={organization.id} />
      <DeleteLine id={organization.id} />
    </>
  );
}
