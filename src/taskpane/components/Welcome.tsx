/** What Tieout does, in three lines, the first time. It stands above the step and does not hold it up. */

import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { isEmptyBook } from '../paneState';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  heading: { margin: 0 },
  list: { margin: `${tokens.spacingVerticalS} 0`, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase300 },
  plain: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBlockStart: tokens.spacingVerticalS },
});

export interface WelcomeProps {
  readonly onClose: () => void;
  /** Sample data are wanted. */
  readonly onTry: () => void;
}

export function Welcome({ onClose, onTry }: WelcomeProps) {
  const styles = useStyles();
  const { state } = usePane();
  const isOffered = isEmptyBook(state);
  return (
    <section className={styles.root} aria-label={texts.welcome.title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.welcome.title}
      </Subtitle2>
      <ul className={styles.list}>
        {texts.welcome.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isOffered ? (
        <Body1 as="p" className={styles.plain}>
          {texts.welcome.sampleAdds}
        </Body1>
      ) : null}
      <div className={styles.actions}>
        {isOffered ? (
          <Button appearance="primary" onClick={onTry}>
            {texts.welcome.trySample}
          </Button>
        ) : null}
        <Button onClick={onClose}>{texts.welcome.done}</Button>
      </div>
    </section>
  );
}
