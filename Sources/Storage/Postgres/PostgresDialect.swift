#if Postgres
    /// The statements of the store as PostgreSQL reads them.
    enum PostgresDialect {
        /// Puts `$1` where `?` or `?1` is, and writes empty bytes as PostgreSQL does. Text in quotes stays as it is.
        static func translated(_ sql: String) -> String {
            var translated = ""
            var (place, isQuoted) = (0, false)
            var rest = Substring(sql)
            while let character = rest.popFirst() {
                switch character {
                case "'":
                    isQuoted.toggle()
                    translated.append(character)
                case "?" where !isQuoted:
                    let digits = rest.prefix(while: \.isWholeNumber)
                    rest = rest.dropFirst(digits.count)
                    if digits.isEmpty { place += 1 }
                    translated += "$" + (digits.isEmpty ? "\(place)" : digits)
                case "x" where !isQuoted && rest.hasPrefix("''"):
                    rest = rest.dropFirst(2)
                    translated += "''::bytea"
                default: translated.append(character)
                }
            }
            return translated
        }
    }
#endif
