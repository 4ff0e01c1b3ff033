import fc from 'fast-check';

/** Properties try the same values in every run, so that a change fails for what it does; others with `PROPERTY_SEED=2`. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
