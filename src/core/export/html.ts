import { escapeXml } from '../file/xml-write.ts';

/** A text as HTML: signs escaped, lines kept. */
export const htmlOf = (text: string): string => escapeXml(text).replace(/\r?\n/g, '<br>');
