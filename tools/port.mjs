// Finds a port to listen on.
import { createServer } from 'node:net';

const TRIES = 100;

/** The first free port from `wanted` on. @throws Error when a hundred in a row are taken */
export async function freePort(wanted, host = '127.0.0.1') {
  for (let port = wanted; port < wanted + TRIES && port < 65_536; port++)
    if (await isFree(port, host)) return port;
  throw new Error(`No free port from ${wanted} to ${wanted + TRIES - 1}. Choose another by PORT.`);
}

function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code, message }) => {
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve(false);
      else reject(new Error(`Cannot listen on ${host}: ${message}. Choose another by HOST.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
