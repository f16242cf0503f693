// The package's `exports` map hides its own type file; its API is that of better-sqlite3, whose types stand in.
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';
  export default Database;
}
