extension Migration {
    /// What staff look conversations up by beside their channel, flow and language: places, and words that were said.
    ///
    /// Of both there are only keyed HMACs. A screen is said to thousands of people in the same words, so each thing that
    /// was said has its words once, and a turn adds no more than the numbers of what was said in it.
    static let finding = Migration(
        name: "023 finding",
        sql: """
            -- Where the person of a conversation is, as far as it is known, and each place around that one but its country.
            -- place: an HMAC of its code. began_at: as the session's, so that a list is read in its order. Of what was
            -- there before it is not known.
            CREATE TABLE session_places (
                place INTEGER NOT NULL,
                began_at INTEGER NOT NULL,
                session INTEGER NOT NULL REFERENCES sessions,
                PRIMARY KEY (place, began_at, session)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX session_places_session ON session_places (session);

            -- digest: an HMAC of a whole text.
            CREATE TABLE phrases (
                id INTEGER PRIMARY KEY,
                digest BLOB NOT NULL UNIQUE
            ) STRICT;

            -- word: an HMAC of a word of it.
            CREATE TABLE phrase_words (
                word INTEGER NOT NULL,
                phrase INTEGER NOT NULL REFERENCES phrases ON DELETE CASCADE,
                PRIMARY KEY (word, phrase)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX phrase_words_phrase ON phrase_words (phrase);

            -- Which line of a transcript says what; it goes with the line. session: the line's own.
            CREATE TABLE line_phrases (
                line INTEGER NOT NULL REFERENCES transcript ON DELETE CASCADE,
                phrase INTEGER NOT NULL REFERENCES phrases,
                session INTEGER NOT NULL,
                PRIMARY KEY (line, phrase)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX line_phrases_phrase ON line_phrases (phrase, session);

            -- What nobody says any more goes with the last line that said it.
            CREATE TRIGGER phrases_unsaid AFTER DELETE ON line_phrases
            WHEN NOT EXISTS (SELECT 1 FROM line_phrases WHERE phrase = OLD.phrase)
            BEGIN DELETE FROM phrases WHERE id = OLD.phrase; END;

            -- line: the last one whose words are known. form: how words were made of texts.
            CREATE TABLE word_place (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                line INTEGER NOT NULL,
                form INTEGER NOT NULL
            ) STRICT;
            INSERT INTO word_place (id, line, form) VALUES (1, 0, 0);

            -- The number of the last line is given again once that line is gone.
            CREATE TRIGGER transcript_shortened AFTER DELETE ON transcript
            WHEN OLD.id > coalesce((SELECT max(id) FROM transcript), 0)
            BEGIN UPDATE word_place SET line = min(line, coalesce((SELECT max(id) FROM transcript), 0)); END;
            """)
}
