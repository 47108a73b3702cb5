import Directory
import Expressions
import FoundationEssentials
import Telephony

/// How an answer to a typed question was read.
enum AnswerReading: Hashable {
    case value(Value)
    /// Places that could be meant, by their codes.
    case several([String])
    /// "I do not know", where the question allows it.
    case unknown
    case miss
}

/// Reads answers of one kind of question.
struct AnswerReader {
    let rule: AnswerRule
    /// The pack's key for "I do not know".
    let unknownKey: String
    /// Computes the rule's bounds.
    let bound: (Expressions.Expression) -> Value
    /// The country whose numbers people write without its calling code, and whose money they count in.
    let country: Country?
    /// Reads the name of a place.
    let place: (String) -> PlaceReading
    /// The day it is for the person.
    let today: CalendarDate
    /// The languages of the pack, which decide where two languages write differently.
    let languages: [Language]

    /// Reads what was typed. The key for "I do not know" counts unless it is itself an answer within the bounds.
    func read(_ typed: String) -> AnswerReading {
        let folded = Folding.fold(typed)
        let key = key(folded)
        if rule.allowsUnknown, UnknownWords.says(folded) || key == rule.unknownKey { return .unknown }
        if let choice = rule.choices[folded] ?? rule.choices[key] { return .value(.text(choice)) }
        let found = rule.type == .place ? readPlace(typed) : readValue(typed, folded)
        if found != .miss { return found }
        if let choice = choice(folded) { return .value(.text(choice)) }
        return rule.allowsUnknown && key == unknownKey && rule.unknownKey == nil ? .unknown : .miss
    }

    /// What was typed, as a key: `九十九` is the key 99, but `02` is not the key 2.
    private func key(_ folded: String) -> String {
        folded.isDigits ? folded : MenuReading.number(folded).map(String.init) ?? folded
    }

    private func readPlace(_ typed: String) -> AnswerReading {
        switch place(typed) {
        case .one(let region): .value(.text(region.code))
        case .several(let regions): .several(regions.map(\.code))
        case .none: .miss
        }
    }

    private func readValue(_ typed: String, _ folded: String) -> AnswerReading {
        let found = Set(values(typed, folded).filter(isWithinBounds))
        guard found.count == 1, let value = found.first else { return .miss }
        return .value(value)
    }

    /// What the answer could be. Bounds decide between several; if they do not, it is none.
    private func values(_ typed: String, _ folded: String) -> [Value] {
        switch rule.type {
        case .text: rule.length.contains(typed.count) ? [.text(typed)] : []
        case .number: number(typed, folded).map { [.number($0)] } ?? []
        case .money: money(typed, folded).map { [.number($0)] } ?? []
        case .whole: number(typed, folded).flatMap(NumberReading.whole).map { [.number(Decimal($0))] } ?? []
        case .date: dates.dates(dated(folded)).map(Value.date)
        case .month: dates.months(dated(folded)).map(Value.month)
        case .duration: span(typed, folded).map { [.duration($0)] } ?? []
        case .yesNo: YesNoWords.reading(typed: typed, folded).map { [.boolean($0)] } ?? []
        case .phone: PhoneReading.number(typed, country: country).map { [.text($0.e164)] } ?? []
        case .choice, .place: []
        case .pin: digits(folded).map { [.text($0)] } ?? []
        case .claimCode: ClaimCode(typed).map { [.text($0.digits)] } ?? []
        case .idNumber: anyway(folded, IdentityNumber.normalised).map { [.text($0)] } ?? []
        }
    }

    /// Reads a text as it is, or else without the words around the answer.
    private func anyway<Result>(_ folded: String, _ read: (String) -> Result?) -> Result? {
        guard folded.utf8.count <= 200 else { return nil }
        if let found = read(folded) { return found }
        let plain = AmountWords.withoutExtras(folded)
        return plain == folded ? nil : read(plain)
    }

    /// A text with a day or a month, without greetings; "about" stays, because such a day is none.
    private func dated(_ folded: String) -> String {
        guard folded.utf8.count <= 200 else { return "" }
        return Lookalikes.plain(PoliteWords.withoutGreetings(folded).joined(separator: " "))
    }

    private var usesDecimalComma: Bool { languages.contains(where: \.usesDecimalComma) }

    private var numbers: NumberReading { NumberReading(usesDecimalComma: usesDecimalComma) }

    private var dates: DateReading { DateReading(today: today, years: years, numbers: numbers) }

    /// The years between the bounds.
    private var years: ClosedRange<Int>? {
        guard let from = rule.from.map(bound)?.year, let to = rule.to.map(bound)?.year, from <= to else { return nil }
        return from...to
    }

    /// A number; with a unit of time it counts where the question says which: `2 years` is 24 in months.
    private func number(_ typed: String, _ folded: String) -> Decimal? {
        guard let text = amount(typed, folded) else { return nil }
        return anyway(text) { text in
            guard let unit = rule.unit else { return numbers.decimal(AmountWords.withoutNoun(text)) }
            return numbers.decimal(text) ?? TimeAmount(text, numbers: numbers)?.count(in: unit)
        }
    }

    /// A length of time; a number alone counts what the question says: `8` years, `2.5` years.
    private func span(_ typed: String, _ folded: String) -> Span? {
        guard let text = amount(typed, folded) else { return nil }
        return anyway(text) { text in
            if let span = DurationReading.span(text, numbers: numbers) { return span }
            guard let unit = rule.unit, let count = numbers.decimal(text) else { return nil }
            return DurationReading.span(TimeAmount(count, unit))
        }
    }

    private func money(_ typed: String, _ folded: String) -> Decimal? {
        guard let text = amount(typed, folded) else { return nil }
        let sign = typed.first { "$¥￥€£₹৳₦".contains($0) }
        let numbers = NumberReading(usesDecimalComma: usesDecimalComma, doubtsThreeDecimals: true)
        return anyway(sign.map { text.contains($0) ? text : String($0) + text } ?? text) { text in
            Currency.amount(in: text, country: country?.code).flatMap(numbers.decimal)
        }
    }

    /// Folding takes marks off both ends: a point before a number belongs to it, and with a minus, a plus or a per cent
    /// sign it is another number than it looks.
    private func amount(_ typed: String, _ folded: String) -> String? {
        if typed.contains(where: { "+＋%％<>＜＞≤≥~～".contains($0) }) { return nil }
        let front = typed.prefix { !$0.isLetter && !$0.isNumber }
        if front.contains(where: { "-－−–—,，".contains($0) }) { return nil }
        return front.contains(".") && folded.first.map(Words.isDigit) ?? false ? "0." + folded : folded
    }

    /// The value of a `choice` whose words the answer names, or of words beside another type.
    private func choice(_ folded: String) -> String? {
        let values = Set(rule.choices.values).sorted()
        let words = values.map { value in rule.choices.filter { $0.value == value }.map(\.key) }
        guard case .one(let place, _) = LabelMatch(folded, among: words) else { return nil }
        return values[place]
    }

    private func digits(_ folded: String) -> String? {
        let plain = folded.filter { $0 != " " && $0 != "-" }
        return plain.isDigits && rule.length.contains(plain.count) ? plain : nil
    }
}

extension Language {
    /// Whether its writers put a comma before decimals (CLDR, by primary language).
    fileprivate var usesDecimalComma: Bool {
        let primary = tag.prefix { $0 != "-" }.lowercased()
        return ["fr", "es", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "vi", "id", "ro", "el"].contains(primary)
    }
}

extension Value {
    /// The year of a day or a month.
    fileprivate var year: Int? {
        switch self {
        case .date(let date): date.year
        case .month(let month): month.year
        default: nil
        }
    }
}
