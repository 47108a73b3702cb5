import Providers

extension Datum {
    /// JSON for people: a list or group without another in it is one line, any other has a line for each member.
    func lines(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .list(let elements) where !elements.allSatisfy(\.isSingle):
            return Self.block("[", elements.map { inner + $0.lines(indent: inner) }, "]", indent)
        case .object(let members) where !members.allSatisfy({ $0.value.isFlat }) || members.count > 3:
            let written = members.map { "\(inner)\(Datum.text($0.key).written): \($0.value.lines(indent: inner))" }
            return Self.block("{", written, "}", indent)
        case .list(let elements): return "[" + elements.map(\.written).joined(separator: ", ") + "]"
        case .object(let members):
            let written = members.map { "\(Datum.text($0.key).written): \($0.value.lines())" }
            return "{" + written.joined(separator: ", ") + "}"
        case .null, .flag, .number, .text, .bytes: return written
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, _ indent: String) -> String {
        open + "\n" + lines.joined(separator: ",\n") + "\n" + indent + close
    }

    private var written: String { String(decoding: JSON.write(self), as: UTF8.self) }

    /// Whether it has no members.
    private var isSingle: Bool {
        switch self {
        case .null, .flag, .number, .text, .bytes: true
        case .list(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        }
    }

    /// Whether it has no members that have members.
    private var isFlat: Bool {
        if case .list(let elements) = self { elements.allSatisfy(\.isSingle) } else { isSingle }
    }
}
