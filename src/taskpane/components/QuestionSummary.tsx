/** What is asked before anything else, and the way to each question, which stands beside its source. */

import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { openQuestions } from '../paneState';
import { isSamePlace } from '../../settings/place';
import type { SourcePlace } from '../../settings/place';
import { titleOf } from '../sourceWords';
import { texts } from '../texts';
import { questionId } from './QuestionCard';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXXS} 0 0`, padding: 0 },
  link: { minHeight: '24px', textAlign: 'start', overflowWrap: 'anywhere' },
});

export function QuestionSummary() {
  const styles = useStyles();
  const { state } = usePane();
  const open = openQuestions(state);
  if (open.length === 0) return null;
  const sources = state.inspection?.sources ?? [];
  const titleFor = (place: SourcePlace | null): string => {
    const source = place === null ? undefined : sources.find((candidate) => isSamePlace(candidate, place));
    return source === undefined ? texts.steps.definitions : titleOf(source, sources);
  };
  const titles = open.map(({ source }) => titleFor(source));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.sources.questions(open.length)}</MessageBarTitle> {texts.sources.answerQuestions}
        <ul className={styles.list}>
          {open.map(({ key }, at) => {
            const title = titles[at] ?? '';
            const number = titles.slice(0, at + 1).filter((other) => other === title).length;
            return (
              <li key={key}>
                <Link as="button" className={styles.link} onClick={() => document.getElementById(questionId(key))?.focus()}>
                  {texts.sources.questionAbout(title, number, titles.filter((other) => other === title).length)}
                </Link>
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
