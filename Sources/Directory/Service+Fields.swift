import Expressions

extension Service {
    /// The names that expressions use for what is known about an office: `office.phone`.
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case id, kind, region, name, address, phone, hours, note, source, checked, from, to
    }

    /// The text of a field in a language, for `office.name` in a text or a condition; nil when the field is empty or
    /// there is no field of this name.
    package func field(named name: String, in tag: String) -> String? {
        guard let field = Field(rawValue: name) else { return nil }
        return switch field {
        case .id: id
        case .kind: kind
        case .region: region
        case .name: self.name(in: tag)
        case .address: address(in: tag)
        case .phone: phone
        case .hours: hours(in: tag)
        case .note: note(in: tag)
        case .source: source
        case .checked: checked.iso
        case .from: from?.iso
        case .to: to?.iso
        }
    }
}
