import type { Item, Option } from '#core/item/item.ts';

/** An item for reading in a terminal, with the key marked and the reason beside each wrong option. */
export function itemText(item: Item): string {
  return [
    `[${item.form}] ${item.card}`,
    item.stem,
    ...item.options.map(optionText),
    ...(item.repair ? [`  instead of "${item.repair.wrong}":`, ...item.repair.options.map(optionText)] : []),
    ...(item.options.length > 0 ? [] : [`  = ${[item.key, ...item.accepted.slice(1)].join(' | ')}`]),
    `  ${item.explanation}`,
    ...item.citations.map(({ publisher, title, date, paragraph }) =>
      [`  ${publisher}: ${title}`, date, ...(paragraph === undefined ? [] : [`paragraph ${paragraph}`])].join(
        ', ',
      ),
    ),
    '',
  ].join('\n');
}

function optionText({ id, text, correct, certificate }: Option): string {
  const reason = certificate ? ` (${certificate.law}: ${certificate.text})` : '';
  return `  ${correct ? '*' : ' '} ${id}) ${text}${reason}`;
}
