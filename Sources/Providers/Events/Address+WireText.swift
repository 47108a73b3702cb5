import Telephony

extension Address {
    /// The address as providers write it: a number in E.164 with `+`, a code or name as it is.
    package var wireText: String {
        switch self {
        case .number(let number): number.e164
        case .shortCode(let code): code
        case .sender(let name): name
        }
    }
}
