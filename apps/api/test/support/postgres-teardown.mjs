export default async function () {
  await globalThis.specPostgres?.stop();
}
