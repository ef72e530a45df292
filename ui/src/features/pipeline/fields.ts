// Every field a deal is saved with. A new field of the contract does not compile until it stands here.
import type { DealInput } from "../../ipc/bindings.gen";

const blank = {
  id: null,
  name: "",
  organization: null,
  person: null,
  stage: null,
  product: null,
  amount: null,
  note: null,
} satisfies DealInput;

export const dealFields = (known: Partial<DealInput>): DealInput => ({ ...blank, ...known });
