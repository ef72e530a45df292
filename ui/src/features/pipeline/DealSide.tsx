// The right column of a deal: the people who decide, the stages it went through, its details.
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DealRecord } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { EditableSection } from "../../shared/fields/EditableSection";
import { AddField } from "../../shared/own/OwnFields";
import { useOwnCells } from "../../shared/own/useOwnCells";
import { DetailList, Section } from "../../shared/record/Details";
import { DeleteLine } from "../../shared/record/DeleteLine";
import { SourceLine } from "../../shared/record/lists";
import { Promises } from "../../shared/record/Promises";
import { RecordHistory } from "../../shared/record/RecordHistory";
import { Tag } from "../../shared/ui/Tag";
import { BuyingGroup } from "./BuyingGroup";
import { useDealCells } from "./useDealCells";

export function DealSide({ record }: { record: DealRecord }) {
  const { t } = useTranslation(["pipeline", "record"]);
  const format = useFormat();
  const cells = useDealCells(record);
  const own = useOwnCells("deals", record.deal.id, record.fields);
  const { deal, holdings, tags = [] } = record;
  const [since] = holdings;
  return (
    <>
      <EditableSection title={t("record:details.title")} cells={cells} own={own} addOwn={(onMade) => <AddField noun="deals" onMade={onMade} />}>
        <DetailList
          details={[
            { label: t("deal.person"), value: deal.person === null || record.person_id === null ? deal.person : <Link to="/people/$id" params={{ id: record.person_id }}>{deal.person}</Link> },
            { label: t("deal.pipeline"), value: record.pipeline?.name ?? null },
            since ? { label: t("deal.since"), value: format.dayAt(since.at) } : null,
            tags.length > 0 ? { label: t("record:details.tags"), value: <span style={{ display: "flex", flexWrap: "wrap", gap: 4 }}>{tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> } : null,
          ]}
        />
      </EditableSection>
      <BuyingGroup deal={deal.id} people={record.people} />
      <Promises steps={record.followups} closed={record.closed} />
      {record.moves.length > 0 ? (
        <Section title={t("deal.moves")}>
          <DetailList
            wide
            details={record.moves.map((move) => ({
              key: move.id,
              label: move.at === null ? t("deal.undated") : format.dayAt(move.at),
              value: [move.stage, move.reason, move.member].filter(Boolean).join(" · "),
            }))}
          />
        </Section>
      ) : null}
      <SourceLine fields={record.source_line} />
      <RecordHistory id={deal.id} />
      <DeleteLine id={deal.id} />
    </>
  );
}
