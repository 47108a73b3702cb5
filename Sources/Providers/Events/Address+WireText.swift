import Telephony

extension Address {
    /// Whether it is a phone number, behind which there may be a person.
    package var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    /// The address as providers write it: a number in E.164 with `+`, a code or name as it is.
    package var wireText: String {
        switch self {
        case .number(let number): number.e164
        case .shortCode(let code): code
        case .sender(let name): name
        }
    }
}
