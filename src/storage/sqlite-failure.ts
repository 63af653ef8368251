/** An error of SQLite or of the file system → a Failure that says what to do, where it is trouble that a person can mend. */
import { Failure, type Problem } from '#model/failure.ts';

/** By primary result code: https://www.sqlite.org/rescode.html */
const BY_RESULT_CODE: Readonly<Record<number, Problem>> = {
  5: {
    code: 'database-busy',
    message: 'Another program holds the database.',
    hint: 'Close what has wirebrief.db open (a shell, a backup tool) and try again.',
  },
  8: {
    code: 'database-read-only',
    message: 'The database cannot be written.',
    hint: 'Give the user that runs Wirebrief write access to the data directory and the files in it.',
  },
  10: {
    code: 'database-io',
    message: 'The disk failed while the database was read or written.',
    hint: 'Check the disk and the system log; a network file system is not supported, put WIREBRIEF_DATA on a local disk.',
  },
  11: {
    code: 'database-corrupt',
    message: 'The database file is damaged.',
    hint: 'Move wirebrief.db aside and put a copy from the backups in its place, or start anew without it.',
  },
  13: { code: 'disk-full', message: 'The disk is full: nothing could be stored.', hint: 'Free some space in the data directory.' },
  14: {
    code: 'database-unreachable',
    message: 'The database file cannot be opened.',
    hint: 'Check that the data directory (WIREBRIEF_DATA) exists and that this user may write in it.',
  },
  15: {
    code: 'no-file-locks',
    message: 'The file system of the data directory cannot lock files.',
    hint: 'Put WIREBRIEF_DATA on a local disk; network file systems lock unreliably.',
  },
  26: {
    code: 'database-corrupt',
    message: 'wirebrief.db is not a database.',
    hint: 'Move it aside and put a copy from the backups in its place, or start anew without it.',
  },
};

/** Extended codes of file locks that failed (SQLITE_IOERR_LOCK and its kin): what NFS and some FUSE mounts answer. */
const LOCK_CODES: ReadonlySet<number> = new Set([2058, 2314, 3594, 3850, 5130, 5386]);

/** SQLITE_IOERR_SHMSIZE: of the file beside the database that even a reader needs. */
const NO_ROOM_FOR_SHM = 4874;

const BY_ERRNO: Readonly<Record<string, Problem>> = {
  EACCES: {
    code: 'data-dir-denied',
    message: 'The data directory may not be written by this user.',
    hint: 'Give the user that runs Wirebrief write access to it, or set WIREBRIEF_DATA to another directory.',
  },
  EROFS: {
    code: 'data-dir-read-only',
    message: 'The data directory is on a read-only file system.',
    hint: 'Set WIREBRIEF_DATA to a directory that can be written (in a container: a volume).',
  },
  ENOSPC: { code: 'disk-full', message: 'The disk is full: nothing could be stored.', hint: 'Free some space in the data directory.' },
  ENOTDIR: { code: 'not-a-directory', message: 'The data directory is not a directory.', hint: 'Set WIREBRIEF_DATA to a directory.' },
  EEXIST: { code: 'not-a-directory', message: 'The data directory is not a directory.', hint: 'Set WIREBRIEF_DATA to a directory.' },
  ENOENT: {
    code: 'data-dir-missing',
    message: 'The data directory does not exist and could not be made.',
    hint: 'Set WIREBRIEF_DATA to a directory that can be written.',
  },
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
    : new Failure(place === undefined ? problem : { ...problem, message: `${place}: ${problem.message}` }, { cause: error });
}

/** A statement knows no place; where its Failure is ours, it gets one. */
function namedAnew(failure: Failure, place: string): Failure {
  const { cause } = failure;
  const problem = typeof cause === 'object' && cause !== null ? problemOf(cause) : undefined;
  if (problem?.code !== failure.code || failure.message !== problem.message) return failure;
  return new Failure({ ...problem, message: `${place}: ${problem.message}` }, { cause });
}
