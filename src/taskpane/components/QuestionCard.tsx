/** One question with its choices; nothing is chosen until a person chooses. */

import { Badge, makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePane } from '../paneContext';
import { answerTo } from '../paneState';
import type { PlacedQuestion } from '../answers';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  open: { borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive },
  question: { display: 'block', overflowWrap: 'anywhere' },
});

/** Where a link to the question leads. */
export const questionId = (key: string): string => `question ${key}`;

export function QuestionCard({ placed }: { readonly placed: PlacedQuestion }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const id = useId();
  const answer = answerTo(state, placed);
  const { key, question } = placed;
  return (
    <div
      id={questionId(key)}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={mergeClasses(styles.root, answer === null && styles.open)}
    >
      <Text id={id} weight="semibold" className={styles.question}>
        {texts.engine(question.text)}{' '}
        {answer === null ? null : (
          <Badge appearance="tint" color="success">
            {texts.sources.answered}
          </Badge>
        )}
      </Text>
      <RadioGroup aria-labelledby={id} value={answer ?? ''} onChange={(_, { value }) => void session.answer(placed, value)}>
        {question.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={
              choice.value === question.suggestion
                ? `${texts.engine(choice.label)} (${texts.sources.suggested})`
                : texts.engine(choice.label)
            }
          />
        ))}
      </RadioGroup>
    </div>
  );
}
