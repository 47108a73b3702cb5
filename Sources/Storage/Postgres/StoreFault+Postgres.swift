#if Postgres
    extension StoreFault {
        /// What an SQLSTATE means to a caller. <https://www.postgresql.org/docs/current/errcodes-appendix.html>
        ///
        /// - Parameters:
        ///   - state: Five characters; the first two are the class.
        ///   - words: PostgreSQL's own words, without its details, which may hold what was to be kept.
        init(state: String, _ words: String) {
            switch state.prefix(2) {
            case "22", "23", "42", "54": self.init(.refused, "the database refused to keep this: \(words)")
            case "53" where state == "53100":
                self.init(.full, "the disk of the database is full, so nothing was kept: make room on it")
            case "40" where state == "40P01", "53" where state == "53200":
                self.init(.busy, "the locks of changes stood in each other's way (\(words)); try again in a moment")
            case "XX": self.init(.damaged, "the database is damaged (\(words)): restore it from a backup")
            case "55": self.init(.unavailable, "another process holds the database: end it, or wait until it is done")
            default: self.init(.unavailable, "the database does not answer: \(words) (SQLSTATE \(state))")
            }
        }

        /// No connection, or none any more.
        static func unreachable(_ words: String) -> StoreFault {
            let line = words.split(separator: "\n").joined(separator: " ")
            return StoreFault(.unavailable, "the database cannot be reached: \(line)")
        }
    }
#endif
