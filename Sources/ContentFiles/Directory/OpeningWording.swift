import Conversation
import Directory
import Expressions

/// Says the hours of offices in all languages of a pack, by its built-in texts.
struct OpeningWording {
    /// The words of each language, that of the pack first: it stands in for those of the staff that the pack does not have.
    private let words: [(tag: String, words: OpeningWords)]

    /// - Parameter own: Which of the languages the pack is written in.
    init(_ texts: BuiltInTexts, _ languages: [Language], own: Int) {
        words = ([own] + languages.indices.filter { $0 != own }).map { place in
            func word(_ name: BuiltInTexts.Name) -> String { texts[name].version(place).literal ?? name.english }
            let days = OpeningHours.Day.allCases.map { ($0, word($0.text)) }
            return (
                languages[place].tag,
                OpeningWords(
                    days: Dictionary(days) { first, _ in first }, everyDay: word(.everyDay), wholeDay: word(.wholeDay))
            )
        }
    }

    /// The offices with the hours of each that has some in words. Many have the same, and share them.
    func worded(_ services: [Service]) -> [Service] {
        var said: [OpeningHours: Wordings] = [:]
        return services.map { service in
            guard let hours = service.opening else { return service }
            let wordings = said[hours] ?? Wordings(words.map { Wordings.Version($0.tag, $0.words.text(hours)) })
            said[hours] = wordings
            return service.with(hours: wordings)
        }
    }
}

extension OpeningHours.Day {
    /// The text of a pack that names it.
    fileprivate var text: BuiltInTexts.Name {
        switch self {
        case .monday: .monday
        case .tuesday: .tuesday
        case .wednesday: .wednesday
        case .thursday: .thursday
        case .friday: .friday
        case .saturday: .saturday
        case .sunday: .sunday
        }
    }
}
