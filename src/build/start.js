/* `npm start`: from a fresh clone to the app in the browser, with nothing but Node and npm. */
import { installPackages } from './install.js';
import { run } from './run.js';
import { staticServer } from './static-server.js';

const port = Number(process.env.PORT ?? 4173);
const base = process.env.BASE_PATH ?? '';

await installPackages();
console.log('Building ...');
const { ok, output } = await run('npm', ['run', '--silent', 'build']);
if (!ok) {
  console.error(output);
  process.exit(1);
}
staticServer({ directory: 'build', base }).listen(port, () => {
  console.log(`Harmattan is at http://localhost:${port}${base}/`);
});
