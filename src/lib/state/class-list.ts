/** More students than a class list takes. */
const mostStudents = 500;

/** The labels of a class list as it is typed: a single number stands for all numbers from 1, else names with commas. */
export function classList(typed: string): readonly string[] {
  const text = typed.trim();
  if (/^\d{1,3}$/.test(text)) {
    return Array.from({ length: Math.min(Number(text), mostStudents) }, (_, place) => String(place + 1));
  }
  const names = text.split(/[,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].slice(0, mostStudents);
}
