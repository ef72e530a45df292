// /organizations/$id: hands the id of the address to the page; another id is another page.
import { useParams } from "@tanstack/react-router";
import { Gone } from "../features/bin/Gone";
import { MergedHere } from "../features/duplicates/MergedHere";
import { JourneyPanel } from "../features/journeys/JourneyPanel";
import { OrganizationRecordPage } from "../features/organizations/RecordPage";
import { NewDealFor } from "../features/pipeline/NewDeal";

export function OrganizationRoute() {
  const { id } = useParams({ from: "/organizations/$id" });
  return <OrganizationRecordPage key={id} id={id} merged={({ organization, merged }) => <MergedHere kind="organizations" id={organization.id} name={organization.name} merged={merged} />} absent={(error) => <Gone id={id} error={error} />} newDeal={(close, about) => <NewDealFor about={about} onClose={close} />} journey={<JourneyPanel subject={{ kind: "organization", id }} />} />;
}
