import Conversation
import Expressions

/// Flags as the transcript keeps them: a JSON array of objects.
enum FlagCoding {
    static func text(of flags: [Flag]) -> String {
        let list = flags.map { flag in
            Value.object(
                Object([
                    ("kind", .text(flag.kind.rawValue)), ("step", .text(flag.step)), ("detail", .text(flag.detail)),
                ]))
        }
        return Value.list(list).json
    }

    /// Reads flags back; a kind that a later version knows is left out.
    static func flags(in text: String) throws(StoreFault) -> [Flag] {
        guard let value = try? Value.parse(json: text), case .list(let items) = value else {
            throw StoreFault(.damaged, "the flags of a transcript line cannot be read: \(text)")
        }
        return items.compactMap(flag)
    }

    private static func flag(_ value: Value) -> Flag? {
        guard case .object(let object) = value, case .text(let kind)? = object["kind"],
            case .text(let step)? = object["step"], case .text(let detail)? = object["detail"]
        else { return nil }
        return Flag.Kind(rawValue: kind).map { Flag($0, step: step, detail: detail) }
    }
}
