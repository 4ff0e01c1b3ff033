// The quiz is known on the device only.
export const ssr = false;
