// Small projects of QualCoder, RQDA and Taguette, with the tables and columns that those programs have.

import Database from 'better-sqlite3';

/** Pages as small as can be, so that damage at random places finds what matters. */
function databaseOf(statements: string): Uint8Array {
  const database = new Database(':memory:');
  database.pragma('page_size = 512');
  database.exec(statements);
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

/** Two texts, two categories, two codes, three codings of two coders, a case with a value, memos. */
export function qualCoderProject(): Uint8Array {
  return databaseOf(`
    CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, supercid integer, unique(name));
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer);
    CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
    INSERT INTO project VALUES ('v8', '2026-01-15 09:00:00', 'memo', 'QualCoder', null, 0, 'Rina');
    INSERT INTO source VALUES (1, 'satu.txt', 'Rina: halo 🙂 semua', null, '', 'Rina', '2026-01-15 09:00:00', null, null), (2, 'dua.txt', 'Budi: ya', '/docs/dua.txt', 'm', 'Budi', '2026-01-15 09:00:00', null, null);
    INSERT INTO code_cat VALUES (1, 'Induk', 'Rina', '2026-01-15 09:00:00', '', null), (2, 'Anak', 'Rina', '2026-01-15 09:00:00', '', 1);
    INSERT INTO code_name VALUES (1, 'sapaan', 'memo', 2, 'Rina', '2026-01-15 09:00:00', '#FF0000', null), (2, 'setuju', '', null, 'Budi', '2026-01-15 09:00:00', '#00FF00', null);
    INSERT INTO code_text VALUES (1, 1, 1, 'halo', 6, 10, 'Rina', '2026-01-15 09:00:00', 'm', null, 1), (2, 1, 1, 'semua', 13, 18, 'Budi', '2026-01-15 09:00:00', '', null, null), (3, 2, 2, 'ya', 6, 8, 'Budi', '2026-01-15 09:00:00', '', null, null);
    INSERT INTO annotation VALUES (1, 1, 0, 4, 'catatan', 'Rina', '2026-01-15 09:00:00');
    INSERT INTO cases VALUES (1, 'Ibu S', '', 'Rina', '2026-01-15 09:00:00');
    INSERT INTO case_text VALUES (1, 1, 1, 0, 18, 'Rina', '2026-01-15 09:00:00', '');
    INSERT INTO attribute_type VALUES ('usia', '2026-01-15 09:00:00', 'Rina', '', 'case', 'numeric');
    INSERT INTO attribute VALUES (1, 'usia', 'case', '41', 1, '2026-01-15 09:00:00', 'Rina');
    INSERT INTO journal VALUES (1, 'Jurnal', 'isi', '2026-01-15 09:00:00', 'Rina');`);
}

/** One text, a code in a category, one coding that counts and one that was deleted, a case. */
export function rqdaProject(): Uint8Array {
  return databaseOf(`
    CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
    CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer, color text);
    CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
    CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
    CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
    CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
    CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text);
    CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text, class text);
    CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer);
    CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text, status integer);
    CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
    CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text, dateM text, status integer);
    CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text, imageDir text);
    INSERT INTO project VALUES ('0.2.2', 'Thu Apr 30 18:53:30 2015', '', '', 'RQDA', '');
    INSERT INTO source VALUES ('satu', 1, 'Rina: halo 🙂 semua', '', 'master', 'Thu Apr 30 18:53:30 2015', null, 1);
    INSERT INTO freecode VALUES ('sapaan', 'memo', 'master', 'Thu Apr 30 18:53:30 2015', null, 1, 1, 'red');
    INSERT INTO codecat VALUES ('Induk', 1, 1, 'master', 'Thu Apr 30 18:53:30 2015', null, '', 1);
    INSERT INTO treecode VALUES (1, 1, 'Thu Apr 30 18:53:30 2015', null, '', 1, 'master');
    INSERT INTO coding VALUES (1, 1, 'halo', 6.0, 10.0, 1, 'master', 'Thu Apr 30 18:53:30 2015', ''), (1, 1, 'semua', 13.0, 18.0, -1, 'master', 'Thu Apr 30 18:53:30 2015', '');
    INSERT INTO cases VALUES ('Ibu S', '', 'master', 'Thu Apr 30 18:53:30 2015', null, 1, 1);
    INSERT INTO caselinkage VALUES (1, 1, 0.0, 18.0, 1, 'master', 'Thu Apr 30 18:53:30 2015', '');
    INSERT INTO attributes VALUES ('usia', 1, 'Thu Apr 30 18:53:30 2015', null, 'master', '', 'numeric');
    INSERT INTO caseAttr VALUES ('usia', '41', 1, 'Thu Apr 30 18:53:30 2015', null, 'master', 1);
    INSERT INTO annotation VALUES (1, 4, 'catatan', 'master', 'Thu Apr 30 18:53:30 2015', null, 1);
    INSERT INTO journal VALUES ('Jurnal', 'isi', 'Thu Apr 30 18:53:30 2015', null, 'master', 1);`);
}

/** A page with a highlight of two tags, in bytes of UTF-8. */
export function taguetteProject(): Uint8Array {
  return databaseOf(`
    PRAGMA application_id = 1416066164;
    CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
    CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    CREATE TABLE users (login VARCHAR(30) PRIMARY KEY);
    INSERT INTO projects VALUES (1, 'Studi', '', '2026-01-15 09:00:00');
    INSERT INTO documents VALUES (1, 'satu', '', 'satu.html', '2026-01-15 09:00:00', 1, 'LEFT_TO_RIGHT', '<p>Rina: caf&eacute; 🙂 halo</p><p>ya</p>');
    INSERT INTO tags VALUES (1, 1, 'induk.sapaan', 'uraian'), (2, 1, 'setuju', '');
    INSERT INTO highlights VALUES (1, 1, 17, 21, 'halo');
    INSERT INTO highlight_tags VALUES (1, 1), (1, 2);
    INSERT INTO users VALUES ('admin');`);
}
