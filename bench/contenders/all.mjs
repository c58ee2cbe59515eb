// Everyone who takes part, in the order of the tables.

import { attest } from "./attest.mjs";
import { limit, plain } from "./by_hand.mjs";
import { mark, recogitoCss, recogitoJs, recogitoSpans } from "./libraries.mjs";

export const CONTENDERS = [plain, limit, attest, recogitoSpans, recogitoCss, recogitoJs, mark];
