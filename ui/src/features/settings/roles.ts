// The roles of a team, in the order they are offered.
import type { Role } from "../../ipc/bindings.gen";

export const roles = ["founder", "sales", "marketing", "hr", "support", "product", "finance"] as const satisfies readonly Role[];
