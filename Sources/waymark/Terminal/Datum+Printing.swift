import Providers

extension Datum {
    /// The value as one line of JSON.
    var line: String { String(decoding: JSON.write(self), as: UTF8.self) }

    /// A count.
    static func count(_ count: Int) -> Datum { .number(String(count)) }

    /// A text, or nothing.
    static func optional(_ text: String?) -> Datum { text.map(Datum.text) ?? .null }
}

extension Int {
    /// The number with what is counted: `1 page`, `2 pages`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
