// /people/$id: hands the id of the address to the page; another id is another page.
import { useParams } from "@tanstack/react-router";
import { JourneyPanel } from "../features/journeys/JourneyPanel";
import { PersonRecordPage } from "../features/people/RecordPage";

export function PersonRoute() {
  const { id } = useParams({ from: "/people/$id" });
  return <PersonRecordPage key={id} id={id} journey={<JourneyPanel subject={{ kind: "person", id }} />} />;
}
