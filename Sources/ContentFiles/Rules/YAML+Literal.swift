import Expressions
import Foundation

extension YAML {
    /// The value that is written here. Quoted scalars are texts; plain ones are `null`, `true`, `false`, numbers, months
    /// and dates where they look like it, else texts.
    var literal: Value {
        switch content {
        case .scalar(let text, isPlain: true): isNull ? .null : Self.plain(text)
        case .scalar(let text, isPlain: false): .text(text)
        case .sequence(let items): .list(items.map(\.literal))
        case .mapping(let entries): .object(Object(entries.map { ($0.key, $0.value.literal) }))
        }
    }

    private static func plain(_ text: String) -> Value {
        if text == "true" || text == "false" { return .boolean(text == "true") }
        if text.wholeMatch(of: /-?\d+(\.\d+)?/) != nil, let number = Decimal(string: text) { return .number(number) }
        if let month = CalendarMonth(iso: text) { return .month(month) }
        if let date = CalendarDate(iso: text) { return .date(date) }
        return .text(text)
    }
}

extension Fields {
    /// A date such as 2026-11-23.
    func date(_ key: String) -> CalendarDate? {
        guard let value = self[key], let text = text(key) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        log.error("value", "'\(key)' of \(what) must be a date such as 2026-11-23, not '\(text)'", at: value.position)
        return nil
    }

    /// A date that must be there.
    func requiredDate(_ key: String) -> CalendarDate? {
        if self[key] == nil { log.error("missing-key", "\(what) needs '\(key)'", at: position) }
        return date(key)
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, as type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let value = self[key], let text = text(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        log.error("value", "'\(key)' of \(what) must be one of \(words), not '\(text)'", at: value.position)
        return nil
    }
}
