// npm run doctor: says what is well, what is not there yet, and for each failure the way to mend it.
// Looks at the machine without any packages, and at the database as soon as they are installed.
import { databaseFindings } from './doctor/database.mjs';
import { machineFindings } from './doctor/machine.mjs';
import { isInstalled } from './install.mjs';
import { settings } from './settings.mjs';
import { onWorkspaceNode, ROOT } from './workspace.mjs';

const MARKS = { well: '✔', absent: '·', failed: '✖' };

const installed = isInstalled(ROOT);
if (!installed || onWorkspaceNode()) {
  const wanted = settings();
  const findings = [
    ...(await machineFindings(wanted, installed)),
    ...(await databaseFindings(wanted, installed)),
  ];
  for (const { state, what, fix } of findings) {
    console.log(`${MARKS[state]} ${what}`);
    if (fix) console.log(`    ${fix}`);
  }
  const failed = findings.filter(({ state }) => state === 'failed').length;
  console.log(failed ? `\n${failed} to mend.` : '\nNothing to mend.');
  process.exit(failed ? 1 : 0);
}
