import { text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { PublicKey } from './assignment.ts';

/** A public key as it is kept: its sort, then its bytes in base64url. */
export const publicKey: Shape<PublicKey> = text(/^[exp][\w-]{43,88}$/);
