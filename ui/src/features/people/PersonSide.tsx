// The right column of a person: how to reach them, where they work, who is near them.
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PersonRecord } from "../../ipc/bindings.gen";
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
import { Positions } from "./Positions";
import { usePersonCells } from "./usePersonCells";

export function PersonSide({ record, onNewDeal }: { record: PersonRecord; onNewDeal?: (() => void) | undefined }) {
  const { t } = useTranslation(["record", "common"]);
  const cells = usePersonCells(record);
  const own = useOwnCells("people", record.person.id, record.fields);
  const { person, positions } = record;
  return (
    <>
      <EditableSection title={t("details.title")} cells={cells} own={own} addOwn={(onMade) => <AddField noun="people" onMade={onMade} />}>
        <DetailList
          details={[
            record.tags.length > 0 ? { label: t("details.tags"), value: <span style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>{record.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> } : null,
          ]}
        />
      </EditableSection>
      <Positions person={person.id} positions={positions} />
      <Promises steps={record.followups} closed={record.closed} />
      <DealList deals={record.deals} link={(id, words) => <Link to="/deals/$id" params={{ id }}>{words}</Link>} {...(onNewDeal ? { onNew: onNewDeal } : {})} />
      {record.colleagues.length > 0 ? (
        <Section title={t("details.colleagues")}>
          {record.colleagues.map((colleague) => (
            <Link key={colleague.id} to="/people/$id" params={{ id: colleague.id }} className={plainLink}>
              <PersonLine person={colleague} note={colleague.title} />
            </Link>
          ))}
        </Section>
      ) : null}
      <SourceLine fields={record.source_line} />
      <RecordHistory id={person.id} />
      <DeleteLine id={person.id} />
    </>
  );
}
