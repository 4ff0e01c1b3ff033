// Decks are known on the learner's device only.
export const ssr = false;
