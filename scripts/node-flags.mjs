/** How Node runs the product. */

/**
 * Left to itself V8 lets a heap of 88 MB in use grow to four times that before it collects (607 MB resident after 100 s of load); growing by half
 * at a time holds 265 MB under the same load, at no rate that could be measured. No hard limit: an import of a whole catalogue may need more for a while.
 */
export const NODE_FLAGS = ['--enable-source-maps', '--heap-growing-percent=50', '--max-semi-space-size=8'];
