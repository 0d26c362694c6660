/** The walls of the house: which file may import which. Each rule has a planted violation in test/architecture/planted. */
module.exports = {
  forbidden: [
    // Types only vanish when the program runs: a manifest names the platform, which holds the registry of manifests.
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'platform-knows-no-system', severity: 'error', from: { path: '(^|/)src/platform/' }, to: { path: '(^|/)src/systems(/|\\.ts$)' } },
    {
      name: 'systems-meet-at-index',
      severity: 'error',
      from: { path: '(?:^|/)src/systems/([^/]+)/' },
      to: { path: '(^|/)src/systems/', pathNot: ['(^|/)src/systems/$1/', '(^|/)src/systems/[^/]+/(index|events)\\.ts$'] },
    },
    {
      name: 'pages-are-pure',
      severity: 'error',
      from: { path: '(^|/)(pages|components)/[^.]+\\.tsx$' },
      to: { path: ['(^|/)src/platform/db/', 'node_modules/(fastify|pg|kysely)/'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'simulators-stand-alone', severity: 'error', from: { path: '(^|/)simulators/' }, to: { path: '(^|/)src/' } },
    { name: 'verifier-stands-alone', severity: 'error', from: { path: '(^|/)verifier/' }, to: { path: '(^|/)src/' } },
    { name: 'product-knows-no-test', severity: 'error', from: { path: '^src/', pathNot: '\\.test\\.tsx?$' }, to: { path: ['^test/', '^bench/', '^simulators/', '\\.test\\.tsx?$'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
