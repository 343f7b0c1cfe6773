/** The Markdown without its HTML comments; one that is never closed stays. Linear, whatever the text holds. */
export function withoutComments(markdown: string): string {
  let kept = '';
  let at = 0;
  for (let open = markdown.indexOf('<!--'); open >= 0; open = markdown.indexOf('<!--', at)) {
    const close = markdown.indexOf('-->', open);
    if (close < 0) break;
    kept += markdown.slice(at, open);
    at = close + '-->'.length;
  }
  return kept + markdown.slice(at);
}
