import * as vscode from 'vscode';

/** What came of a question: an answer, which may be empty, or a step back, or the end of it all. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' | 'cancelled' };

/** Where a question stands in its row. */
export interface Question {
  readonly title: string;
  readonly step: number;
  readonly of: number;
  readonly placeholder: string;
}

/** A question that is answered in words. */
export interface TextQuestion extends Question {
  readonly prompt: string;
  readonly proposal?: string | undefined;
  /** What is wrong with an answer; nothing if it will do. */
  readonly problem?: (value: string) => string | undefined;
}

/** A question that is answered by picking some of a list, or by typing what is not on it. */
export interface ChoiceQuestion<T> extends Question {
  readonly choices: readonly Choice<T>[];
  /** What somebody means who types something that is not on the list. */
  readonly typed: (text: string) => Choice<T>;
}

/** One entry of a list; what is proposed is picked from the start. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
  readonly isProposed: boolean;
}

/** Asks for words. Enter on an empty line skips the question. */
export function askText({
  prompt,
  proposal = '',
  problem = () => undefined,
  ...question
}: TextQuestion): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { prompt: `${prompt} Leave it empty to skip.`, value: proposal });
  const validate = () => {
    input.validationMessage = input.value ? problem(input.value.trim()) : undefined;
    return input.validationMessage === undefined;
  };
  input.onDidChangeValue(validate);
  return show(input, question, () =>
    validate() ? { kind: 'answer', value: input.value.trim() } : undefined,
  );
}

/** Asks for some of a list. Nothing picked skips the question. */
export function askChoices<T>({
  choices,
  typed,
  ...question
}: ChoiceQuestion<T>): Promise<Answer<readonly T[]>> {
  const picker = vscode.window.createQuickPick<Choice<T>>();
  const offer = (picked: readonly Choice<T>[]) => {
    const text = picker.value.trim();
    const own = picked.filter((choice) => !choices.includes(choice));
    const isNew = text !== '' && ![...choices, ...own].some(({ label }) => label.includes(text));
    picker.items = [...choices, ...own, ...(isNew ? [{ ...typed(text), alwaysShow: true }] : [])];
    picker.selectedItems = picked;
  };
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  offer(choices.filter(({ isProposed }) => isProposed));
  picker.onDidChangeValue(() => offer(picker.selectedItems));
  return show(picker, question, () => ({
    kind: 'answer',
    value: picker.selectedItems.map(({ value }) => value),
  }));
}

function show<T>(
  input: vscode.InputBox | vscode.QuickPick<Choice<unknown>>,
  { title, step, of, placeholder }: Question,
  accept: () => Answer<T> | undefined,
): Promise<Answer<T>> {
  Object.assign(input, { title, step, totalSteps: of, placeholder, ignoreFocusOut: true });
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    input.onDidTriggerButton(() => resolve({ kind: 'back' }));
    input.onDidHide(() => resolve({ kind: 'cancelled' }));
    input.onDidAccept(() => {
      const answer = accept();
      if (answer) resolve(answer);
    });
    input.show();
  }).finally(() => input.dispose());
}
