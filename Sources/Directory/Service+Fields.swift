package import Expressions

extension Service {
    /// The names that expressions use for what is known about every office: `office.phone`.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case id, kind, region, name, address, phone, hours, note, source, checked, from, to

        /// What its values are, so that a season can be compared with today.
        package var type: ValueType {
            switch self {
            case .id, .kind, .region, .name, .address, .phone, .hours, .note, .source: .text
            case .checked, .from, .to: .date
            }
        }
    }

    /// The names of all its fields: those that every office has, then the pack's own.
    package var fieldNames: [String] { Field.allCases.map(\.rawValue) + own.names }

    /// What expressions read of it in a language, `office.name`; null when the field is empty or there is no field of
    /// this name.
    package func value(named name: String, in tag: String) -> Value {
        guard let field = Field(rawValue: name) else { return own.value(named: name, in: tag) ?? .null }
        return switch field {
        case .id: .text(id)
        case .kind: .text(kind)
        case .region: Self.value(region)
        case .name: .text(self.name(in: tag))
        case .address: Self.value(address(in: tag))
        case .phone: Self.value(phone)
        case .hours: Self.value(hours(in: tag))
        case .note: Self.value(note(in: tag))
        case .source: .text(source)
        case .checked: .date(checked)
        case .from: from.map(Value.date) ?? .null
        case .to: to.map(Value.date) ?? .null
        }
    }

    /// Everything expressions read of it, by name.
    package func values(in tag: String) -> Object {
        Object(fieldNames.map { ($0, value(named: $0, in: tag)) })
    }

    private static func value(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
