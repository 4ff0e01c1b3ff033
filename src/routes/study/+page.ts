// What is to be studied is known on the learner's device only.
export const ssr = false;
