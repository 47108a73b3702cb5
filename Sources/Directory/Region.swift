/// A place people live or work in, from a whole country down to a district.
package struct Region: Hashable, Sendable {
    /// How large a place is; every country's own units are put on these four rungs.
    package enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
        case country, province, city, district

        /// Larger places come first.
        package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .country: 0
            case .province: 1
            case .city: 2
            case .district: 3
            }
        }
    }

    /// The official code, as text: what is kept about a person instead of what she typed.
    package let code: String
    /// The code of the place that contains this one; nil at the top.
    package let parent: String?
    /// The rung it stands on.
    package let level: Level
    /// Its official names.
    package let names: Wordings
    /// How the name sounds in Latin letters, syllables apart, with or without tone marks: `sū zhōu`; several where
    /// people say it differently.
    package let pinyin: [String]
    /// Other names people use: old ones, short ones.
    package let aliases: [String]
    /// What its postcodes begin with.
    package let postcodes: [String]
    /// The code of the place that it is now a part of, or is called now; nil of a place that there still is.
    package let replacedBy: String?
    /// Its middle, where it is known.
    package let coordinates: Coordinates?
    /// Seconds that its clock is ahead of UTC; nil of a place that has the clock of the place around it.
    package let utcOffset: Int?
    /// Names with the place around it, for the languages in which the name alone means several places.
    var labels: [String: String] = [:]

    package init(
        code: String, parent: String? = nil, level: Level, names: Wordings, pinyin: [String] = [],
        aliases: [String] = [], postcodes: [String] = [], coordinates: Coordinates? = nil,
        replacedBy: String? = nil, utcOffset: Int? = nil
    ) {
        self.code = code
        self.parent = parent
        self.level = level
        self.names = names
        self.pinyin = pinyin
        self.aliases = aliases
        self.postcodes = postcodes
        self.coordinates = coordinates
        self.replacedBy = replacedBy
        self.utcOffset = utcOffset
    }

    /// The name in a language, else in the pack's; the code of a place that has no name.
    package func name(in tag: String) -> String {
        names.text(in: tag) ?? code
    }

    /// The name, with the place around it where the name alone means several places: `Suzhou, Jiangsu`.
    package func label(in tag: String) -> String {
        labels[tag] ?? name(in: tag)
    }
}
