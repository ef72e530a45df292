// /people/$id: hands the id of the address to the page; another id is another page.
import { useParams } from "@tanstack/react-router";
import { Gone } from "../features/bin/Gone";
import { MergedHere } from "../features/duplicates/MergedHere";
import { KeptUntil } from "../features/erasure/KeptUntil";
import { AnswersOf } from "../features/interviews/Answers";
import { Unfinished } from "../features/interviews/Unfinished";
import { JourneyPanel } from "../features/journeys/JourneyPanel";
import { PersonRecordPage } from "../features/people/RecordPage";
import { NewDealFor } from "../features/pipeline/NewDeal";

export function PersonRoute() {
  const { id } = useParams({ from: "/people/$id" });
  return (
    <PersonRecordPage
      key={id}
      id={id}
      journey={<><KeptUntil person={id} /><Unfinished person={id} /><JourneyPanel subject={{ kind: "person", id }} /></>}
      absent={(error) => <Gone id={id} error={error} />}
      newDeal={(close, about) => <NewDealFor about={about} onClose={close} />}
      merged={({ person, merged }) => <MergedHere kind="people" id={person.id} name={person.shown ?? person.name} merged={merged} />}
      answers={(touchpoint) => <AnswersOf person={id} touchpoint={touchpoint} />}
    />
  );
}
