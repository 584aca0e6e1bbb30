// Entry of the headless hosts: the command line, and the browser host behind `serve`. The driver of the database
// crashes without a word on Node before 22, so the version is looked at before anything else is loaded.

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `simpul: usage: Simpul needs Node 22 or newer; this is ${process.version}. Use \`npm run simpul\`. / ` +
      `Simpul memerlukan Node 22 atau lebih baru; gunakan \`npm run simpul\`.\n`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./hosts/headless.ts');
  process.exitCode = await main(process.argv.slice(2));
}
