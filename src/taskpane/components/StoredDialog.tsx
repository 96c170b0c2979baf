/** Shows what Tieout keeps and where, and removes all of it at one press. */

import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../paneContext';
import { isLong } from '../paneState';
import type { Stored, Trouble } from '../ports';
import { texts } from '../texts';
import { troubleOf } from '../trouble';
import { AskDialog } from './AskDialog';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface StoredDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the workbook answered: what it keeps, or why that cannot be told; neither while it is asked. */
interface Found {
  readonly stored: Stored | null;
  readonly trouble: Trouble | null;
}

const LOOKING: Found = { stored: null, trouble: null };

export function StoredDialog({ isOpen, onClose }: StoredDialogProps) {
  const { state, session, preferences } = usePane();
  const [{ stored, trouble }, setFound] = useState<Found>(LOOKING);
  useEffect(() => {
    if (!isOpen) return;
    let isWanted = true;
    const show = (found: Found): void => {
      if (isWanted) setFound(found);
    };
    session.stored().then(
      (stored) => show({ stored, trouble: null }),
      (error: unknown) => show({ stored: null, trouble: troubleOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [isOpen, session]);
  const words = texts.stored;
  return (
    <AskDialog
      isOpen={isOpen}
      title={words.title}
      keep={words.keep}
      go={words.remove}
      isReady={stored !== null && !isLong(state)}
      onClose={onClose}
      onGo={() => void session.forget(preferences)}
    >
      {trouble === null ? (
        <Kept title={words.inWorkbook} items={stored === null ? [words.looking] : inWorkbook(stored)} />
      ) : (
        <p role="alert">
          {texts.engine(trouble.what)} {texts.engine(trouble.next)}
        </p>
      )}
      <Kept title={words.inBrowser} items={inBrowser()} />
      <Text block>{words.nowhere}</Text>
      <Text block>{words.warning}</Text>
    </AskDialog>
  );

  function inBrowser(): readonly string[] {
    const layouts = session.setUps.layouts().length;
    const definitions = Object.keys(session.setUps.definitions()).length;
    const initials = preferences.initials() ?? '';
    return [
      ...(layouts === 0 ? [] : [words.layouts(layouts)]),
      ...(definitions === 0 ? [] : [words.definitions(definitions)]),
      ...(initials === '' ? [] : [words.initials(initials)]),
      ...(preferences.isWelcomed() ? [words.welcomed] : []),
    ];
  }
}

function inWorkbook({ sheets, sample, notes }: Stored): readonly string[] {
  const words = texts.stored;
  return [
    ...(sheets.length === 0 ? [] : [words.sheets(sheets)]),
    ...(sample.length === 0 ? [] : [words.sample(sample)]),
    ...(notes === 0 ? [] : [words.notes(notes)]),
  ];
}

function Kept({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {(items.length === 0 ? [texts.stored.nothing] : items).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
