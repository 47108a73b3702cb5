import Telephony

/// Filters for phone numbers.
package enum PhoneFilter: Hashable, Sendable {
    /// The number in E.164, read in the channel's country or another; with `sender`, what is no number stays as it is
    /// (short codes and names are senders too).
    case phone(country: Template?, acceptsSender: Bool)
    /// A number as it is dialled in its own country; what is no number stays as it is.
    case national

    static let makers: [String: Filter.Maker] = [
        "phone": (
            0...2,
            { arguments throws(FilterFault) in
                let countries = arguments.values.filter { $0 != .constant(.text("sender")) }
                guard countries.count <= 1, countries.count + 1 >= arguments.values.count else {
                    throw .argument(name: "phone", expected: "at most one country and 'sender'")
                }
                if case .constant(let code) = countries.first, Country(code.text ?? "") == nil {
                    throw .argument(name: "phone", expected: "a country of two letters such as KE, or 'sender'")
                }
                return .phone(
                    .phone(country: countries.first, acceptsSender: countries.count < arguments.values.count))
            }
        ),
        "national": (0...0, { _ in .phone(.national) }),
    ]

    func apply(to value: Datum, of template: Template, in scope: Scope) throws(FieldFault) -> Datum {
        guard let text = value.text, !text.isEmpty else { return .null }
        switch self {
        case .phone(let countryTemplate, let acceptsSender):
            let named = try countryTemplate?.text(in: scope).flatMap { Country($0) }
            if let number = try? PhoneNumber.parse(text, in: named ?? scope.channel.country) {
                return .text(number.e164)
            }
            guard acceptsSender else { throw FieldFault(detail: "\(template.name) is not a phone number") }
            return value
        case .national: return .text((try? PhoneNumber.parse(text, in: scope.channel.country))?.national ?? text)
        }
    }
}
