// Compiled by Paraglide from messages/<language>.json; a message that is missing or misses a parameter does not compile.
export { m } from './paraglide/messages.js';
