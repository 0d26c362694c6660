/** The walls of the house: which file may import which. Each rule has a planted violation in test/architecture/planted. */
const TEST = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      // Types may name each other (a manifest's routes are given the platform that lists the manifests): they load nothing.
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'what-is-imported-exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'platform-knows-no-system',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/systems(/|\\.ts$)' },
    },
    {
      name: 'systems-meet-at-index',
      severity: 'error',
      from: { path: '^src/systems/([^/]+)/' },
      to: { path: '^src/systems/', pathNot: ['^src/systems/$1/', '^src/systems/[^/]+/(index|events)\\.ts$'] },
    },
    {
      name: 'pages-are-pure',
      severity: 'error',
      from: { path: '^src/.*/(pages|components)/[^.]+\\.tsx$' },
      to: { path: ['^src/platform/db/', 'node_modules/(fastify|pg|kysely)/'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'simulators-stand-alone', severity: 'error', from: { path: '^simulators/' }, to: { path: '^src/' } },
    {
      name: 'verifier-stands-alone',
      severity: 'error',
      from: { path: '^verifier/', pathNot: TEST },
      to: { path: '^(src|simulators)/' },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^test/', '^bench/', '^simulators/', '^verifier/', TEST] },
    },
    {
      name: 'product-ships-what-it-imports',
      severity: 'error',
      from: { path: '^(src|simulators|verifier)/', pathNot: [TEST, '/test-[^/]+$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
