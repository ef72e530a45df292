// The right column of a person: how to reach them, where they work, who is near them.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PersonRecord } from "../../ipc/bindings.gen";
import { EditableSection } from "../../shared/fields/EditableSection";
import { DetailList, Section } from "../../shared/record/Details";
import { DeleteLine } from "../../shared/record/DeleteLine";
import { HistoryButton, HistoryLines } from "../../shared/record/History";
import { DealList, PromiseList, SourceLine } from "../../shared/record/lists";
import { PersonLine, plainLink } from "../../shared/record/PersonLine";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { recordQueries, useStepDone } from "./queries";
import { usePersonCells } from "./usePersonCells";

export function PersonSide({ record }: { record: PersonRecord }) {
  const { t } = useTranslation(["record", "common"]);
  const toast = useToast();
  const done = useStepDone();
  const cells = usePersonCells(record);
  const { person, positions } = record;
  const current = positions.filter(({ to_on }) => to_on === null);
  const former = positions.filter(({ to_on }) => to_on !== null);
  const firm = (list: PersonRecord["positions"]) => list.map((position) => <div key={position.id}><Link to="/organizations/$id" params={{ id: position.organization_id }}>{position.organization}</Link></div>);
  return (
    <>
      <EditableSection title={t("details.title")} cells={cells}>
        <DetailList
          details={[
            current.length > 1 ? { label: t("details.organization"), value: firm(current) } : null,
            former.length > 0 ? { label: t("details.formerly"), value: firm(former) } : null,
            record.tags.length > 0 ? { label: t("details.tags"), value: <span style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>{record.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> } : null,
            { label: t("details.owner"), value: record.owner?.name ?? t("details.unowned") },
          ]}
        />
      </EditableSection>
      <PromiseList
        steps={record.followups}
        onDone={(step) => done.mutate(step.id, { onSuccess: ({ action }) => toast.say(t("next.done", { title: step.title }), [action]), onError: toast.fail })}
      />
      <DealList deals={record.deals} link={(id, words) => <Link to="/deals/$id" params={{ id }}>{words}</Link>} />
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
      <HistoryButton><History id={person.id} /></HistoryButton>
      <DeleteLine id={person.id} />
    </>
  );
}

function History({ id }: { id: string }) {
  const { data } = useQuery(recordQueries.history(id));
  return <HistoryLines lines={data} />;
}
