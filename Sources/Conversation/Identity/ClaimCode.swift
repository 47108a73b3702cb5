/// A code by which she brings her record to another phone: nine digits and a check digit, in two groups. Digits are typed
/// on every phone, said in every language, and none looks like another.
package struct ClaimCode: Hashable, Sendable {
    /// What stands for the code in texts that are kept; the code itself is put in when a screen is made.
    static let placeholder = "\u{E000}"
    /// What stands between the two groups.
    static let sign = "-"
    /// The digits without the check digit.
    private static let length = 9

    /// The ten digits.
    package let digits: String

    /// A code from random bytes, at least eight.
    package init(random bytes: [UInt8]) {
        var number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var values: [Int] = []
        for _ in 0..<Self.length {
            values.append(Int(number % 10))
            number /= 10
        }
        digits = (values + [Self.check(of: values)]).map(String.init).joined()
    }

    /// Reads a code with spaces, hyphens or words around it; nil where the check digit says that it was mistyped.
    package init?(_ typed: String) {
        let digits = Folding.fold(typed).filter { $0.isASCII && $0.isNumber }
        let values = digits.utf8.map { Int($0) - 48 }
        guard values.count == Self.length + 1, Self.check(of: values) == 0 else { return nil }
        self.digits = digits
    }

    /// The code as it is shown: `48239-17406`.
    package var text: String { digits.prefix(5) + Self.sign + digits.suffix(5) }

    /// Whether a text has a byte that a code in it must have: nearly none has, and every screen is looked at.
    static func mayStand(in text: String, as sign: String) -> Bool {
        guard let first = sign.utf8.first else { return true }
        return text.utf8.contains(first)
    }

    /// A text as others than she may read it, without the codes that stand in it as they are shown.
    package static func hidden(in text: String) -> String {
        guard mayStand(in: text, as: sign) else { return text }
        return text.replacing(/\b[0-9]{5}-[0-9]{5}\b/) { match in
            ClaimCode(String(match.output)) == nil ? match.output : "…"
        }
    }

    /// The code that a text may have in it, however it is written; one text in ten with so many digits, such as a phone
    /// number, has one by chance.
    static func perhaps(in text: String) -> ClaimCode? {
        guard text.utf8.count > length else { return nil }
        let folded = Folding.fold(text)
        return ClaimCode(folded) ?? folded.matches(of: written).lazy.compactMap { ClaimCode(String($0.output)) }.first
    }

    /// A text without this code, which stands in it.
    func left(out text: String) -> String {
        let rest = text.replacing(Self.written) { ClaimCode(String($0.output)) == self ? "…" : $0.output }
        return rest == text ? "…" : rest
    }

    /// Ten digits, in two groups or in one.
    private static var written: Regex<Substring> { /\b[0-9]{5}[ -]?[0-9]{5}\b/ }

    /// The check digit of H. M. Damm's quasigroup of order 10, which finds every wrong digit and every two that changed
    /// places; 0 for digits with the right one.
    private static func check(of values: [Int]) -> Int {
        values.reduce(0) { table[$0][$1] }
    }

    private static let table = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ]
}
