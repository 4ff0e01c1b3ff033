/** The number that somebody wrote into a number field: "1,500", "1 500", "-3" or "2.5". Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[,' \u00a0\u202f\u2019](?=\d{3}(?!\d))/g, '');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}
