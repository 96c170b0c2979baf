/** What Tieout does, in three lines, the first time. It stands above the step and does not hold it up. */

import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  heading: { margin: 0 },
  list: { margin: `${tokens.spacingVerticalS} 0`, paddingInlineStart: '20px', lineHeight: tokens.lineHeightBase300 },
});

export function Welcome({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
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
      <Button onClick={onClose}>{texts.welcome.done}</Button>
    </section>
  );
}
