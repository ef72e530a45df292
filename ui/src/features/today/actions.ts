// What can be done with a row of Today: each is a button, a key and a palette line. `false` where the
// row has no such thing (a touchpoint without a person cannot be postponed).
import type { Action } from "../../shared/keys/actions";

export type TodayActions = Record<"log" | "interview" | "missed" | "done" | "later" | "drop" | "remove" | "copy" | "qr", Action | false>;
