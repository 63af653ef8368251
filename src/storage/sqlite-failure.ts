/** An error of SQLite or of the file system → a Failure that says what to do, where it is trouble that a person can mend. */
import { Failure, type Problem } from '#model/failure.ts';
import { phrases } from '#phrases/database.ts';

/** By primary result code: https://www.sqlite.org/rescode.html */
const BY_RESULT_CODE: Readonly<Record<number, Problem>> = {
  5: { code: 'database-busy', ...phrases.held },
  8: { code: 'database-read-only', ...phrases.readOnly },
  10: { code: 'database-io', ...phrases.diskFailed },
  11: { code: 'database-corrupt', ...phrases.damaged },
  13: { code: 'disk-full', ...phrases.full },
  14: { code: 'database-unreachable', ...phrases.cannotOpen },
  15: { code: 'no-file-locks', ...phrases.noLocks },
  26: { code: 'database-corrupt', ...phrases.noDatabase },
};

/** Extended codes of file locks that failed (SQLITE_IOERR_LOCK and its kin): what NFS and some FUSE mounts answer. */
const LOCK_CODES: ReadonlySet<number> = new Set([2058, 2314, 3594, 3850, 5130, 5386]);

/** SQLITE_IOERR_SHMSIZE: of the file beside the database that even a reader needs. */
const NO_ROOM_FOR_SHM = 4874;

const BY_ERRNO: Readonly<Record<string, Problem>> = {
  EACCES: { code: 'data-dir-denied', ...phrases.denied },
  EROFS: { code: 'data-dir-read-only', ...phrases.readOnlyDisk },
  ENOSPC: { code: 'disk-full', ...phrases.full },
  ENOTDIR: { code: 'not-a-directory', ...phrases.noDirectory },
  EEXIST: { code: 'not-a-directory', ...phrases.noDirectory },
  ENOENT: { code: 'data-dir-missing', ...phrases.cannotMake },
};

function problemOf(error: object): Problem | undefined {
  if ('errcode' in error && typeof error.errcode === 'number')
    return BY_RESULT_CODE[LOCK_CODES.has(error.errcode) ? 15 : error.errcode === NO_ROOM_FOR_SHM ? 13 : error.errcode & 0xff];
  if ('code' in error && typeof error.code === 'string') return BY_ERRNO[error.code === 'EPERM' ? 'EACCES' : error.code];
  return undefined;
}

/** @param place The data directory, for whoever has several. Anything else (a bug) is given back as it came. */
export function toFailure(error: unknown, place?: string): unknown {
  if (typeof error !== 'object' || error === null) return error;
  if (error instanceof Failure) return place === undefined ? error : namedAnew(error, place);
  const problem = problemOf(error);
  return problem === undefined
    ? error
    : new Failure(place === undefined ? problem : { ...problem, message: phrases.inPlace(place, problem.message) }, { cause: error });
}

/** A statement knows no place; where its Failure is ours, it gets one. */
function namedAnew(failure: Failure, place: string): Failure {
  const { cause } = failure;
  const problem = typeof cause === 'object' && cause !== null ? problemOf(cause) : undefined;
  if (problem?.code !== failure.code || failure.message !== problem.message) return failure;
  return new Failure({ ...problem, message: phrases.inPlace(place, problem.message) }, { cause });
}
