import Expressions

extension InputFile {
    /// The values of a JSON object by their names; none when there is no file.
    ///
    /// - Parameter what: What the file is, for messages: "context".
    static func object(_ path: String?, _ what: String) throws(WrongUse) -> [String: Value] {
        guard let path else { return [:] }
        let text = try text(path)
        let value: Value
        do {
            value = try Value.parse(json: text)
        } catch {
            throw WrongUse(
                "the \(what) '\(path)' cannot be read as JSON: \(error.message), after \(error.offset) bytes")
        }
        guard case .object(let object) = value else {
            throw WrongUse("the \(what) '\(path)' must be a JSON object, such as {\"name\": \"Ada\"}")
        }
        return Dictionary(object.pairs.map { ($0, $1) }, uniquingKeysWith: { _, last in last })
    }
}
