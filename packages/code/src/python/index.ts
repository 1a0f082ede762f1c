export { lowerPython, preparePython, type LowerPythonOptions } from './lower.ts';
