// What was answered is known on the learner's device only.
export const ssr = false;
