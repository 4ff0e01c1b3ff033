// What was handed out is known on the devices only.
export const ssr = false;
