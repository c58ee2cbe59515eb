// Everyone who takes part, in the order of the tables.

import { attest } from "./attest.mjs";
import { limit, plain } from "./by_hand.mjs";

export const CONTENDERS = [plain, limit, attest];
