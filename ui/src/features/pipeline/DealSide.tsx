// The right column of a deal: the people who decide, the stages it went through, its details.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DealRecord } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { DetailList, Section } from "../../shared/record/Details";
import { DeleteLine } from "../../shared/record/DeleteLine";
import { HistoryButton, HistoryLines } from "../../shared/record/History";
import { PromiseList, SourceLine } from "../../shared/record/lists";
import { PersonLine, plainLink } from "../../shared/record/PersonLine";
import { useToast } from "../../shared/ui/toast";
import { pipelineQueries, useFollowupDone } from "./queries";

export function DealSide({ record }: { record: DealRecord }) {
  const { t } = useTranslation(["pipeline", "record"]);
  const format = useFormat();
  const toast = useToast();
  const done = useFollowupDone();
  const { deal, organization_id, holdings } = record;
  const [since] = holdings;
  return (
    <>
      <Section title={t("record:details.title")}>
        <DetailList
          details={[
            {
              label: t("deal.organization"),
              value: deal.organization === null || organization_id === null ? deal.organization : <Link to="/organizations/$id" params={{ id: organization_id }}>{deal.organization}</Link>,
            },
            { label: t("deal.person"), value: deal.person === null || record.person_id === null ? deal.person : <Link to="/people/$id" params={{ id: record.person_id }}>{deal.person}</Link> },
            { label: t("deal.product"), value: record.product },
            { label: t("deal.pipeline"), value: record.pipeline?.name ?? null },
            { label: t("deal.holder"), value: deal.holder === null ? t("deal.pool") : [deal.holder.name, since ? t("deal.from", { when: format.dayAt(since.at) }) : ""].filter(Boolean).join(" ") },
            { label: t("deal.note"), value: record.note },
          ]}
        />
      </Section>
      {record.people.length > 0 ? (
        <Section title={t("deal.people")}>
          {record.people.map(({ person, role }) => (
            <Link key={`${person.id}-${role}`} to="/people/$id" params={{ id: person.id }} className={plainLink}>
              <PersonLine person={person} note={[person.title, t(`role.${role}`)].filter(Boolean).join(" · ")} />
            </Link>
          ))}
        </Section>
      ) : null}
      <PromiseList
        steps={record.followups}
        onDone={(step) => done.mutate(step.id, { onSuccess: ({ action }) => toast.say(t("record:next.done", { title: step.title }), [action]), onError: toast.fail })}
      />
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
      <HistoryButton><History id={deal.id} /></HistoryButton>
      <DeleteLine id={deal.id} />
    </>
  );
}

function History({ id }: { id: string }) {
  const { data } = useQuery(pipelineQueries.history(id));
  return <HistoryLines lines={data} />;
}
