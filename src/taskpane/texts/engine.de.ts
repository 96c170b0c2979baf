/** What the engine, the workbook's side and the sheets say in English, in German. */

import { phrasebook } from './phrasebook';
import { EVIDENCE } from './phrases/evidence.de';
import { READING } from './phrases/reading.de';
import { REASONS } from './phrases/reasons.de';
import { RUN } from './phrases/run.de';
import { TROUBLES } from './phrases/troubles.de';

export const engine = phrasebook({ ...EVIDENCE, ...READING, ...RUN, ...REASONS, ...TROUBLES });
