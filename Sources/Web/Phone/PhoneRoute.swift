/// Every door of the browser phone.
enum PhoneRoute: String, CaseIterable, Sendable {
    case page = "GET /phone"
    case style = "GET /phone/style.css"
    case script = "GET /phone/script.js"
    /// What came of what one phone did, and its messages. The number stands in the form, never in an address.
    case look = "POST /phone/look"
    /// Lets time go by.
    case wait = "POST /phone/wait"
    /// Loses the next message to one phone.
    case lose = "POST /phone/lose"

    var isForm: Bool { rawValue.hasPrefix("POST ") }
    var path: String { String(rawValue.drop { $0 != " " }.dropFirst()) }
}
