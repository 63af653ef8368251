/** Trouble of the database, on both engines, that a person can mend. */

const PUT_COPY = 'and put a copy from the backups in its place, or start anew without it.';

export const phrases = {
  held: {
    message: 'Another program holds the database.',
    hint: 'Close what has wirebrief.db open (a shell, a backup tool) and try again.',
  },
  readOnly: {
    message: 'The database cannot be written.',
    hint: 'Give the user that runs Wirebrief write access to the data directory and the files in it.',
  },
  diskFailed: {
    message: 'The disk failed while the database was read or written.',
    hint: 'Check the disk and the system log; a network file system is not supported, put WIREBRIEF_DATA on a local disk.',
  },
  damaged: { message: 'The database file is damaged.', hint: `Move wirebrief.db aside ${PUT_COPY}` },
  full: { message: 'The disk is full: nothing could be stored.', hint: 'Free some space in the data directory.' },
  cannotOpen: {
    message: 'The database file cannot be opened.',
    hint: 'Check that the data directory (WIREBRIEF_DATA) exists and that this user may write in it.',
  },
  noLocks: {
    message: 'The file system of the data directory cannot lock files.',
    hint: 'Put WIREBRIEF_DATA on a local disk; network file systems lock unreliably.',
  },
  noDatabase: { message: 'wirebrief.db is not a database.', hint: `Move it aside ${PUT_COPY}` },
  denied: {
    message: 'The data directory may not be written by this user.',
    hint: 'Give the user that runs Wirebrief write access to it, or set WIREBRIEF_DATA to another directory.',
  },
  readOnlyDisk: {
    message: 'The data directory is on a read-only file system.',
    hint: 'Set WIREBRIEF_DATA to a directory that can be written (in a container: a volume).',
  },
  noDirectory: { message: 'The data directory is not a directory.', hint: 'Set WIREBRIEF_DATA to a directory.' },
  cannotMake: {
    message: 'The data directory does not exist and could not be made.',
    hint: 'Set WIREBRIEF_DATA to a directory that can be written.',
  },
  inPlace: (place: string, message: string) => `${place}: ${message}`,

  noServer: {
    message: 'The PostgreSQL server does not answer.',
    hint: 'Check that it runs, and that DATABASE_URL names its host and port.',
  },
  wrongPassword: {
    message: 'PostgreSQL refuses the user or password.',
    hint: 'Check the user and password of DATABASE_URL (or of the file that DATABASE_URL_FILE names).',
  },
  notCreated: {
    message: 'The database that DATABASE_URL names does not exist.',
    hint: 'Create it first: createdb, or CREATE DATABASE in psql.',
  },
  notAllowed: {
    message: 'The PostgreSQL user may not do that in this database.',
    hint: 'Make it the owner of the database, or grant it CREATE on the database and the schema public.',
  },
  serverFull: { message: 'The disk of the PostgreSQL server is full: nothing could be stored.', hint: 'Free some space there.' },
  noConnection: {
    message: 'The PostgreSQL server has no free connection.',
    hint: 'Raise its max_connections (about 12 for each Wirebrief process), or run fewer processes.',
  },
  standby: {
    message: 'The database cannot be written.',
    hint: 'This server is a standby, or the command only reads; name the primary in DATABASE_URL.',
  },
};
