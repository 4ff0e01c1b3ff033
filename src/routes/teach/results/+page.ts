// A teacher's quizzes are known on the device only.
export const ssr = false;
