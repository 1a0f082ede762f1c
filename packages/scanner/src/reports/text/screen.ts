import type { Report } from '@leastwise/model';
import type { CheckDoc } from '../../checks/check-doc.ts';
import type { Grouped } from '../grouping.ts';
import type { MaskedFiles } from '../secret-masks.ts';
import type { Palette } from './palette.ts';

/** What every part of the screen is drawn with. */
export interface Screen {
  readonly report: Report;
  readonly grouped: Grouped;
  readonly colours: Palette;
  /** Columns that may be used. */
  readonly width: number;
  /** Columns that prose may use: longer lines are hard to read. */
  readonly measure: number;
  /** Few findings are shown with all there is, many with less each. */
  readonly detailed: boolean;
  /** On a long screen, findings up to this rank are only named. */
  readonly namedUpTo: number;
  /** The title of each check, for what stands in several places. */
  readonly titles: ReadonlyMap<string, string>;
  readonly docs: ReadonlyMap<string, CheckDoc>;
  readonly files: MaskedFiles;
}
