// What the compiled messages need of Paraglide's runtime while the app has one language; see src/build/messages.js.
export const experimentalStaticLocale = 'en';
export const getLocale = (): 'en' => 'en';
