import type { Certificate, Item, Option } from '#core/item/item.ts';
import type { Layout } from '#core/item/layout.ts';

/** An item for reading in a terminal, with the key marked and the reason beside each wrong option. */
export function itemText(item: Item): string {
  return [
    `[${item.form}] ${item.cards.join(' + ')}`,
    item.stem,
    ...item.options.map(optionText),
    ...(item.repair ? [`  instead of "${item.repair.wrong}":`, ...item.repair.options.map(optionText)] : []),
    ...(item.layout ? layoutLines(item.layout) : []),
    ...(item.options.length > 0 || item.layout
      ? []
      : [`  = ${[item.key, ...item.accepted.slice(1)].join(' | ')}`]),
    `  ${item.explanation}`,
    ...item.citations.map(({ publisher, title, date, paragraph }) =>
      [
        `  ${publisher}${title === undefined ? '' : `: ${title}`}`,
        date,
        ...(paragraph === undefined ? [] : [`paragraph ${paragraph}`]),
      ].join(', '),
    ),
    '',
  ].join('\n');
}

function optionText({ id, text, correct, certificate }: Option): string {
  return `  ${correct ? '*' : ' '} ${id}) ${text}${reason(certificate)}`;
}

const reason = (certificate: Certificate | undefined): string =>
  certificate ? ` (${certificate.law}: ${certificate.text})` : '';

function layoutLines(layout: Layout): readonly string[] {
  switch (layout.type) {
    case 'order':
      return [
        ...layout.tiles.map(({ id, text }) => `    ${id}) ${text}`),
        `  = ${layout.solution.join(', ')}`,
      ];
    case 'match':
      return [
        ...layout.tiles.map(({ id, text }) => `    ${id}) ${text} = ${layout.solution[id]}`),
        ...layout.targets.map(({ id, text, certificate }) => `    ${id}) ${text}${reason(certificate)}`),
      ];
    case 'axis':
      return [
        `  on an axis from ${layout.start} to ${layout.end}`,
        ...layout.landmarks.map(({ iso, text }) => `    ${iso}: ${text}`),
        `  = ${layout.right.join(' to ')}, marks until ${layout.toleranceDays} days beside it`,
      ];
  }
}
