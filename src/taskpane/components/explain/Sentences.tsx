/** What `Variances` says of it, in words. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../report/explain/explanation';
import { usePane } from '../../paneContext';
import { texts } from '../../texts';
import { Part } from './Part';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Sentences({ explanation: { sentences, kind, exceptions } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { format } = usePane();
  // Of a single exception the reason why says the same.
  if (sentences.shown.length === 0 || (kind === 'exceptions' && exceptions.all === 1)) return null;
  const omitted = sentences.all - sentences.shown.length;
  return (
    <Part title={texts.explain.sentences}>
      <ul className={styles.list}>
        {sentences.shown.map((sentence, at) => (
          <li key={at}>{format.sentence(texts.engine(sentence))}</li>
        ))}
        {omitted === 0 ? null : <li className={styles.quiet}>{texts.explain.more(format.count(omitted))}</li>}
      </ul>
    </Part>
  );
}
