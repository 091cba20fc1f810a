-- One SQLite file is the truth; FAISS and the word index are derived from it.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- With row numbers, and the text last: a search reads titles without passing by the texts.
CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    origin TEXT NOT NULL,
    location TEXT NOT NULL,      -- a document from the same place is another version
    published TEXT,              -- ISO 8601 day
    edition TEXT,                -- key shared by editions of one article
    added_at TEXT NOT NULL,      -- ISO 8601, UTC
    text TEXT NOT NULL
);
CREATE INDEX documents_by_location ON documents (location);
CREATE INDEX documents_by_edition ON documents (edition) WHERE edition IS NOT NULL;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,      -- characters into documents.text
    end INTEGER NOT NULL,
    language TEXT NOT NULL,      -- its own: a document may be in both
    digest BLOB NOT NULL,        -- of the text that is encoded
    sentences BLOB NOT NULL,     -- little-endian uint32 pairs, characters into the passage
    names TEXT NOT NULL          -- keys of its names, for questions in the other language
);
CREATE INDEX passages_by_document ON passages (document_id);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE TABLE windows (
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (passage_id, start, end)
) WITHOUT ROWID;
CREATE INDEX windows_by_digest ON windows (digest);
-- By content: the same words are encoded once. A number is never used again and a row never
-- changed in place, so what is new since a search has a higher number.
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL UNIQUE,
    vector BLOB NOT NULL         -- little-endian float32, unit length
);
CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE postings (          -- one row a passage and field: its terms and their weights
    field TEXT NOT NULL,         -- th, en: words of that language; gloss: English for Thai words
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    terms BLOB NOT NULL,         -- little-endian uint32
    weights BLOB NOT NULL,       -- little-endian float32
    PRIMARY KEY (field, passage_id)
) WITHOUT ROWID;
CREATE INDEX postings_by_passage ON postings (passage_id);
