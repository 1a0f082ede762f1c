#!/usr/bin/env node
// Committed, not built: npm links commands before the first build of a fresh clone.
import process from 'node:process';
import { run } from '../dist/bin/leastwise.js';

await run(process.argv.slice(2));
