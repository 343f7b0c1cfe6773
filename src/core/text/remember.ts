/** What is remembered is forgotten at once when it becomes so much: ten thousand lanes must not fill the memory. */
const mostRemembered = 5000;

/** Answers a question about a text, and does not find out again what it has just answered. */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= mostRemembered) answers.clear();
    answers.set(text, found);
    return found;
  };
}
