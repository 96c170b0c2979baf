/** One question with its choices; nothing is chosen until a person chooses. */

import { Badge, Caption1, makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePane } from '../paneContext';
import { answerTo } from '../paneState';
import type { PlacedQuestion } from '../paneState';
import { texts } from '../texts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  open: { borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  question: { display: 'block', margin: `${tokens.spacingVerticalXS} 0` },
});

export function QuestionCard({ placed }: { readonly placed: PlacedQuestion }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const id = useId();
  const answer = answerTo(state, placed);
  const { question, source } = placed;
  return (
    <div className={mergeClasses(styles.root, answer === null && styles.open)}>
      <div className={styles.head}>
        <Caption1>{source === null ? texts.steps.definitions : texts.sources.sheetAndTable(source.sheet, source.table)}</Caption1>
        {answer === null ? null : (
          <Badge appearance="tint" color="success">
            {texts.sources.answered}
          </Badge>
        )}
      </div>
      <Text id={id} weight="semibold" className={styles.question}>
        {question.text}
      </Text>
      <RadioGroup aria-labelledby={id} value={answer ?? ''} onChange={(_, { value }) => void session.answer(placed, value)}>
        {question.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.value === question.suggestion ? `${choice.label} (${texts.sources.suggested})` : choice.label}
          />
        ))}
      </RadioGroup>
    </div>
  );
}
