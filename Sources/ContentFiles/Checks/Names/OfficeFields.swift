import Directory
import Expressions

/// What is known of the fields of all offices of a kind.
struct OfficeFields {
    let services: [Service]
    let languages: [String]

    /// By name: those that every office has, and the pack's own.
    var names: [String: Declared] {
        let own = services.first?.own.names ?? []
        return Dictionary(
            Service.Field.allCases.map { ($0.rawValue, declared($0.rawValue, $0.type)) }
                + own.map { ($0, declared($0, type(ofOwn: $0))) }
        ) { first, _ in first }
    }

    private func declared(_ name: String, _ type: ValueType?) -> Declared {
        guard type == .text else { return type == .number ? Declared(.number, [longest(name)]) : Declared(of: type) }
        return Declared(
            texts: languages.map { tag in
                services.compactMap { service in
                    if case .text(let text) = service.value(named: name, in: tag) { text } else { nil }
                }.longest
            })
    }

    private func longest(_ number: String) -> Value {
        services.map { $0.value(named: number, in: "") }.max { $0.text.utf8.count < $1.text.utf8.count } ?? .null
    }

    /// The type of a column, which is that of its first value; nil of one that is empty throughout.
    private func type(ofOwn name: String) -> ValueType? {
        services.lazy.compactMap { $0.own.value(named: name, in: languages.first ?? "") }.first
            .flatMap { ValueType(rawValue: $0.typeName) }
    }
}
