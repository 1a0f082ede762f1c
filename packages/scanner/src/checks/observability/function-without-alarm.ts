import { watchedFunctions } from '../../analyses/functions/watching-alarms.ts';
import { defineCheck, fail, open, pass } from '../define-check.ts';

export default defineCheck({
  name: 'function-without-alarm',
  title: 'Nobody is told when the function fails or times out',
  area: 'observability',
  subjects: ['function'],
  severity: 'info',
  since: '0.1.0',
  rows: [284],
  mappings: { owasp: ['SAS-5'], csa: ['CSA-5'], cwe: [778] },
  fix: 'review',
  evaluate(subject, { estate }) {
    const watched = watchedFunctions(estate);
    if (watched.all || watched.certain.has(subject.id)) return pass;
    const unclear = watched.possible.get(subject.id);
    if (unclear !== undefined) return open('what an alarm watches', unclear, estate);
    return fail(
      subject.keyRange,
      `No alarm of these templates watches the errors or the duration of ${subject.name}.`,
      {
        fix: { summary: 'add an alarm on Errors, and one on Duration near the timeout' },
      },
    );
  },
});
