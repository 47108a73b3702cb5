import Providers

/// What the body of a request holds: a group of JSON.
struct APIBody: Sendable {
    private let members: [String: Datum]

    /// - Parameter known: What it may hold.
    init(_ bytes: [UInt8], known: Set<String>) throws(APIProblem) {
        guard !bytes.isEmpty else {
            members = [:]
            return
        }
        guard case .object(let all)? = JSON.read(bytes) else {
            throw APIProblem(.malformed, "the body must be one group of JSON: { … }")
        }
        var members: [String: Datum] = [:]
        for member in all {
            guard known.contains(member.key) else {
                let choice =
                    known.isEmpty ? "there is none here" : "there are \(known.sorted().joined(separator: ", "))"
                throw APIProblem(.value, "there is no field '\(member.key.shortened)'; \(choice)")
            }
            guard members.updateValue(member.value, forKey: member.key) == nil else {
                throw APIProblem(.malformed, "the field '\(member.key)' stands there twice")
            }
        }
        self.members = members
    }

    /// A text that says something.
    func text(_ name: String, most: Int) throws(APIProblem) -> String {
        guard case .text(let text)? = members[name], text.contains(where: { !$0.isWhitespace }), text.count <= most
        else { throw APIProblem(.value, "'\(name)' must be a text of 1 to \(most) characters") }
        return text
    }

    /// A text, or null where it is nobody or nothing; the field must be there.
    func textOrNull(_ name: String) throws(APIProblem) -> String? {
        switch members[name] {
        case .text(let text)?: return text
        case .null?: return nil
        default: throw APIProblem(.value, "'\(name)' must be a text or null")
        }
    }

    /// A text; nil where the field is not there.
    func optionalText(_ name: String) throws(APIProblem) -> String? {
        try members[name] == nil ? nil : textOrNull(name)
    }

    /// One of some words.
    func word(_ name: String, of words: [String]) throws(APIProblem) -> String {
        guard case .text(let text)? = members[name], words.contains(text) else {
            throw APIProblem(.value, "'\(name)' must be one of \(words.joined(separator: ", "))")
        }
        return text
    }

    /// A whole number; nil where the field is not there.
    func whole(_ name: String) throws(APIProblem) -> Int64? {
        guard let value = members[name] else { return nil }
        guard let number = value.whole else { throw APIProblem(.value, "'\(name)' must be a whole number") }
        return number
    }

    /// Whole numbers; nil where the field is not there.
    func wholes(_ name: String, most: Int) throws(APIProblem) -> [Int64]? {
        guard let value = members[name] else { return nil }
        let problem = APIProblem(.value, "'\(name)' must be a list of 1 to \(most) whole numbers")
        guard case .list(let elements) = value, (1...most).contains(elements.count) else { throw problem }
        let numbers = elements.compactMap(\.whole)
        guard numbers.count == elements.count else { throw problem }
        return numbers
    }

    /// Whether a field is true or false; nil where it is not there.
    func flag(_ name: String) throws(APIProblem) -> Bool? {
        switch members[name] {
        case .flag(let flag)?: return flag
        case nil: return nil
        default: throw APIProblem(.value, "'\(name)' must be true or false")
        }
    }

    /// Whether a field is there and true.
    func isTrue(_ name: String) -> Bool { members[name] == .flag(true) }
}

extension Datum {
    fileprivate var whole: Int64? {
        if case .number(let text) = self { Int64(text) } else { nil }
    }
}
