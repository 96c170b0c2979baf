/** The four steps in order; a step that cannot be shown yet says when it can. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { isOpen, PANE_STEPS } from '../paneState';
import { texts } from '../texts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  button: {
    appearance: 'none',
    backgroundColor: 'transparent',
    border: 'none',
    borderBottom: `${tokens.strokeWidthThick} solid transparent`,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  locked: {
    color: tokens.colorNeutralForegroundDisabled,
    cursor: 'not-allowed',
    '@media (forced-colors: active)': { color: 'GrayText' },
    ':hover': { color: tokens.colorNeutralForegroundDisabled, backgroundColor: 'transparent' },
  },
});

export function StepNav() {
  const styles = useStyles();
  const { state, session } = usePane();
  return (
    <nav aria-label={texts.stepsLabel}>
      <ol className={styles.list}>
        {PANE_STEPS.map((step) => {
          const locked = !isOpen(state, step);
          const current = step === state.step;
          return (
            <li key={step}>
              <button
                type="button"
                className={mergeClasses(styles.button, locked && styles.locked, current && styles.current)}
                aria-current={current ? 'step' : undefined}
                aria-disabled={locked}
                title={locked ? texts.stepLocked[step] : undefined}
                onClick={() => void session.go(step)}
              >
                {texts.steps[step]}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
