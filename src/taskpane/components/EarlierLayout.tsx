/** Says that a source is read as its user settled it in another workbook, and offers to read it without that. */

import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { isSamePlace } from '../../settings/place';
import type { SourceMapping } from '../../settings/mapping';
import { usePane } from '../paneContext';
import { isBusy } from '../paneState';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

export function EarlierLayout({ mapping }: { readonly mapping: SourceMapping }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const { fingerprint } = mapping;
  const isKnownHere =
    state.settled.some((settled) => isSamePlace(settled, mapping)) ||
    (state.kept?.mappings ?? []).some((kept) => kept.fingerprint === fingerprint);
  const isEarlier = session.setUps.layouts().some((layout) => layout.fingerprint === fingerprint);
  if (!isEarlier || isKnownHere || mapping.role === 'ignore') return null;
  return (
    <div className={styles.root}>
      <Caption1>{texts.sources.earlier}</Caption1>
      <Button
        appearance="transparent"
        size="small"
        disabledFocusable={isBusy(state)}
        onClick={() => void session.forgetLayout(fingerprint)}
      >
        {texts.sources.forgetEarlier}
      </Button>
    </div>
  );
}
