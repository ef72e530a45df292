// /organizations/$id: hands the id of the address to the page; another id is another page.
import { useParams } from "@tanstack/react-router";
import { Gone } from "../features/bin/Gone";
import { JourneyPanel } from "../features/journeys/JourneyPanel";
import { OrganizationRecordPage } from "../features/organizations/RecordPage";
import { NewDealFor } from "../features/pipeline/NewDeal";

export function OrganizationRoute() {
  const { id } = useParams({ from: "/organizations/$id" });
  return <OrganizationRecordPage key={id} id={id} absent={(error) => <Gone id={id} error={error} />} newDeal={(close, about) => <NewDealFor about={about} onClose={close} />} journey={<JourneyPanel subject={{ kind: "organization", id }} />} />;
}
