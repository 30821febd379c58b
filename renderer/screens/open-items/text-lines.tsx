import { useState } from 'react';
import { Keyboard } from '../../components/keyboard.tsx';
import styles from './questions.module.css';
import { TextField } from './text-field.tsx';

/** One line to be written; `longest` in characters. */
export type TextLine = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  longest: number;
  testId: string;
  hint?: string;
  autoFocus?: boolean;
};

/** The lines to be written, and letters for a counter without a keyboard: they go to the line chosen last. */
export function TextLines({ lines }: { lines: readonly [TextLine, ...TextLine[]] }) {
  const [chosen, setChosen] = useState('');
  const typed = lines.find(({ testId }) => testId === chosen) ?? lines[0];
  return (
    <>
      <div className={styles.fields}>
        {lines.map((line) => (
          <TextField key={line.testId} {...line} onFocus={() => setChosen(line.testId)} typed={line === typed} />
        ))}
      </div>
      <Keyboard signs value={typed.value} onChange={typed.onChange} />
    </>
  );
}
