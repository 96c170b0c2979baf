/** What a person says of the sources and the definitions: each time they are understood anew at once. */

import { applyAnswer } from '../settings/answers';
import { withField, withHeader } from '../settings/changes';
import type { Conventions } from '../settings/changes';
import type { Definitions, SettingKey } from '../settings/definitions';
import { answerMapping } from '../settings/mapping';
import type { Field, SourceMapping } from '../settings/mapping';
import { isSamePlace } from '../settings/place';
import type { PlacedQuestion } from './answers';
import { isLong } from './paneState';
import type { PaneEvent, PaneState } from './paneState';
import type { Kept, Reconciler, RunRequest, SetUps, WorkbookPort } from './ports';
import { troubleOf } from './trouble';

export interface UnderstandSession {
  readonly changeRole: (source: number, role: SourceMapping['role']) => Promise<void>;
  readonly changeHeader: (source: number, headerRow: number, headerRows: number) => Promise<void>;
  /** @param field null: the column, or the headings between the rows, are not used. */
  readonly changeColumn: (source: number, column: number, field: Field | null) => Promise<void>;
  readonly changeConventions: (source: number, changed: Partial<Conventions>) => Promise<void>;
  readonly answer: (placed: PlacedQuestion, value: string) => Promise<void>;
  /** @param value null: as found in the data. */
  readonly changeSetting: (key: SettingKey, value: string | number | null) => Promise<void>;
  /** Reads a layout without what was settled in another workbook, now and from now on. */
  readonly forgetLayout: (fingerprint: string) => Promise<void>;
  readonly useDefinitions: (definitions: Definitions) => Promise<void>;
  readonly forgetDefinitions: () => Promise<void>;
  /** Settles every definition as things stand. */
  readonly define: () => Promise<void>;
}

export interface UnderstoodPane {
  readonly getState: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Runs one piece of work. */
  readonly work: (kind: 'look' | 'define', task: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  /** What reading must honour of earlier times. */
  readonly saved: (kept: Kept) => readonly SourceMapping[];
  readonly requestOf: (kept: Kept) => RunRequest;
}

export function createUnderstandSession(
  workbook: Pick<WorkbookPort, 'readKept'>,
  reconciler: Pick<Reconciler, 'inspect' | 'define'>,
  setUps: SetUps,
  { getState, dispatch, work, saved, requestOf }: UnderstoodPane,
): UnderstandSession {
  const look = (mapping: SourceMapping): Promise<void> =>
    work('look', async (signal) => {
      dispatch({ type: 'mapped', mapping });
      await lookAgain(signal);
    });

  const lookAgain = async (signal: AbortSignal): Promise<void> => {
    const { kept, grids } = getState();
    if (kept === null) throw new Error('looked at the sheets before they were read');
    const inspection = await reconciler.inspect(grids, saved(kept), signal);
    signal.throwIfAborted();
    dispatch({ type: 'inspected', inspection });
  };

  const define = (): Promise<void> =>
    work('define', async (signal) => {
      const kept = await workbook.readKept();
      signal.throwIfAborted();
      const settings = await reconciler.define(getState().grids, requestOf(kept), signal);
      signal.throwIfAborted();
      dispatch({ type: 'defined', settings, kept });
    });

  const mappingAt = (source: number): SourceMapping => {
    const mapping = getState().mappings[source];
    if (mapping === undefined) throw new RangeError(`there is no source ${source}`);
    return mapping;
  };

  return {
    define,
    changeRole: (source, role) => look(answerMapping(mappingAt(source), 'role', role)),
    changeHeader: (source, headerRow, headerRows) => look(withHeader(mappingAt(source), headerRow, headerRows)),
    changeColumn: (source, column, field) => look(withField(mappingAt(source), column, field)),
    changeConventions: (source, changed) => look({ ...mappingAt(source), ...changed }),
    async answer(placed, value) {
      if (isLong(getState())) return;
      const { question, source } = placed;
      try {
        const mapping =
          source === null ? null : (getState().mappings.find((candidate) => isSamePlace(candidate, source)) ?? null);
        const applied = applyAnswer(question.id, value, mapping);
        dispatch({ type: 'answered', placed, value });
        if (applied.kind === 'setting') dispatch({ type: 'typed', key: applied.key, value: applied.value });
        else await look(applied.mapping);
      } catch (error) {
        dispatch({ type: 'failed', of: null, trouble: troubleOf(error) });
      }
    },
    async changeSetting(key, value) {
      if (isLong(getState())) return;
      dispatch({ type: 'typed', key, value });
      await define();
    },
    async forgetLayout(fingerprint) {
      if (isLong(getState())) return;
      setUps.forgetLayout(fingerprint);
      await work('look', lookAgain);
    },
    async useDefinitions(definitions) {
      if (isLong(getState())) return;
      for (const [key, value] of Object.entries(definitions)) dispatch({ type: 'typed', key: key as SettingKey, value });
      await define();
    },
    async forgetDefinitions() {
      setUps.forgetDefinitions();
      await define();
    },
  };
}
